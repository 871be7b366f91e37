package io.github.certbot4j.dns.route53;

import java.nio.file.Path;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.auth.StsWebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/**
 * Temporary keys of roles. The SDK would make them for profiles by itself, but with connections of
 * its own, that know nothing of this program's proxies and root certificates.
 */
final class AwsRoles {

  private final AwsSettings settings;
  private final SdkHttpClient http;

  AwsRoles(AwsSettings settings, SdkHttpClient http) {
    this.settings = settings;
    this.http = http;
  }

  /** Assumes a role by a token that another service wrote into a file. */
  AwsCredentialsProvider byToken(String role, String session, Path token) {
    return StsWebIdentityTokenFileCredentialsProvider.builder()
        .stsClient(client(AnonymousCredentialsProvider.create()))
        .roleArn(role)
        .roleSessionName(session)
        .webIdentityTokenFile(token)
        .build();
  }

  /** Assumes a role with other credentials. */
  AwsCredentialsProvider byCredentials(AssumeRoleRequest request, AwsCredentialsProvider source) {
    return StsAssumeRoleCredentialsProvider.builder()
        .stsClient(client(source))
        .refreshRequest(request)
        .build();
  }

  private StsClient client(AwsCredentialsProvider credentials) {
    return StsClient.builder()
        .httpClient(http)
        .region(settings.region())
        .credentialsProvider(credentials)
        .overrideConfiguration(
            ClientOverrideConfiguration.builder()
                .defaultProfileFile(settings.files())
                .defaultProfileName(settings.profileName())
                .build())
        .build();
  }
}
