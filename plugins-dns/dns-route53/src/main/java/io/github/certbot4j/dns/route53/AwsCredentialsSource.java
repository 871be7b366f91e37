package io.github.certbot4j.dns.route53;

import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import io.github.certbot4j.dns.trouble.DnsTroubleException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsWebIdentityTokenFileCredentialsProvider;

/**
 * Where credentials come from: the first place, in the SDK's order, where somebody put some.
 * Trouble with these is then told, and no other place is tried: the SDK's own chain goes on to a
 * machine's role if a key is mistyped, and ends in a list of everything that there isn't.
 */
final class AwsCredentialsSource {

  private static final String ID = "AWS_ACCESS_KEY_ID";
  private static final String SECRET = "AWS_SECRET_ACCESS_KEY";

  /** Any of these makes a profile one that has credentials. */
  private static final List<String> PROFILE_KEYS =
      List.of(
          "aws_access_key_id", "role_arn", "credential_process", "sso_session", "sso_start_url");

  private final AwsSettings settings;
  private final SdkHttpClient http;

  AwsCredentialsSource(AwsSettings settings, SdkHttpClient http) {
    this.settings = settings;
    this.http = http;
  }

  /** The provider of the place that counts; no I/O. */
  AwsCredentialsProvider choose() {
    return environment()
        .or(this::webIdentity)
        .or(this::profile)
        .or(this::container)
        .orElseGet(this::instance);
  }

  private Optional<AwsCredentialsProvider> environment() {
    Optional<String> id = settings.variable(ID);
    Optional<String> secret = settings.variable(SECRET);
    if (id.isEmpty() && secret.isEmpty()) {
      return Optional.empty();
    }
    if (id.isEmpty() || secret.isEmpty()) {
      throw missing("of the variables " + ID + " and " + SECRET + " only one is set");
    }
    return Optional.of(
        StaticCredentialsProvider.create(
            settings
                .variable("AWS_SESSION_TOKEN")
                .<AwsCredentials>map(
                    token -> AwsSessionCredentials.create(id.get(), secret.get(), token))
                .orElseGet(() -> AwsBasicCredentials.create(id.get(), secret.get()))));
  }

  private Optional<AwsCredentialsProvider> webIdentity() {
    Optional<Path> token = settings.path("AWS_WEB_IDENTITY_TOKEN_FILE");
    Optional<String> role = settings.variable("AWS_ROLE_ARN");
    if (token.isEmpty() || role.isEmpty()) {
      return Optional.empty();
    }
    StsClient sts =
        StsClient.builder()
            .httpClient(http)
            .region(settings.region())
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .build();
    return Optional.of(
        StsWebIdentityTokenFileCredentialsProvider.builder()
            .stsClient(sts)
            .roleArn(role.get())
            .roleSessionName(settings.variable("AWS_ROLE_SESSION_NAME").orElse("certbot"))
            .webIdentityTokenFile(token.get())
            .build());
  }

  private Optional<AwsCredentialsProvider> profile() {
    Optional<Profile> profile = settings.profile();
    if (profile.isEmpty() && settings.isProfileChosen()) {
      throw missing("there is no profile " + settings.profileName() + " in the AWS files");
    }
    return profile
        .filter(each -> PROFILE_KEYS.stream().anyMatch(key -> each.property(key).isPresent()))
        .map(
            each ->
                ProfileCredentialsProvider.builder()
                    .profileFile(settings.files())
                    .profileName(settings.profileName())
                    .build());
  }

  private Optional<AwsCredentialsProvider> container() {
    return settings
        .variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")
        .or(() -> settings.variable("AWS_CONTAINER_CREDENTIALS_FULL_URI"))
        .map(uri -> ContainerCredentialsProvider.create());
  }

  private AwsCredentialsProvider instance() {
    if (settings
        .variable("AWS_EC2_METADATA_DISABLED")
        .filter("true"::equalsIgnoreCase)
        .isPresent()) {
      throw none();
    }
    return new InstanceRole(
        InstanceProfileCredentialsProvider.builder()
            .profileFile(settings.files())
            .profileName(settings.profileName())
            .build());
  }

  /** There is nothing anywhere. */
  static DnsTroubleException none() {
    return missing(
        "no AWS credentials are found: not in the environment ("
            + ID
            + "), not in ~/.aws, and this machine or container has no role");
  }

  private static DnsTroubleException missing(String what) {
    return new DnsTroubleException(
        DnsTrouble.of(Kind.BAD_CREDENTIALS, what).withHint(AwsFault.KEYS_HINT));
  }
}
