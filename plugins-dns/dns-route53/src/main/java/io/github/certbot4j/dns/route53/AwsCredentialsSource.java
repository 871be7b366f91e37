package io.github.certbot4j.dns.route53;

import io.github.certbot4j.dns.trouble.DnsTroubleException;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Where credentials come from: the first place, in the SDK's order, where somebody put some.
 * Trouble with these is then told, and no other place is tried: the SDK's own chain goes on to a
 * machine's role if a key is mistyped, and ends in a list of everything that there isn't.
 */
final class AwsCredentialsSource {

  private static final String ID = "AWS_ACCESS_KEY_ID";
  private static final String SECRET = "AWS_SECRET_ACCESS_KEY";

  private final AwsSettings settings;
  private final AwsRoles roles;

  AwsCredentialsSource(AwsSettings settings, SdkHttpClient http) {
    this.settings = settings;
    this.roles = new AwsRoles(settings, http);
  }

  /** The provider of the place that counts; no I/O. */
  AwsCredentialsProvider choose() {
    return environment()
        .or(this::webIdentity)
        .or(() -> new AwsProfiles(settings, roles, this::named).find())
        .or(this::container)
        .orElseGet(this::instance);
  }

  /** What a profile's {@code credential_source} stands for. */
  private AwsCredentialsProvider named(String source) {
    return switch (source) {
      case "Environment" -> environment().orElseThrow(AwsCredentialsSource::none);
      case "Ec2InstanceMetadata" -> instance();
      case "EcsContainer" -> container().orElseThrow(AwsCredentialsSource::none);
      default -> throw AwsFault.badCredentials("a profile has the credential_source " + source);
    };
  }

  private Optional<AwsCredentialsProvider> environment() {
    Optional<String> id = settings.variable(ID);
    Optional<String> secret = settings.variable(SECRET);
    if (id.isEmpty() && secret.isEmpty()) {
      return Optional.empty();
    }
    if (id.isEmpty() || secret.isEmpty()) {
      throw AwsFault.badCredentials(
          "of the variables " + ID + " and " + SECRET + " only one is set");
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
    Optional<String> role = settings.variable("AWS_ROLE_ARN");
    String session = settings.variable("AWS_ROLE_SESSION_NAME").orElse(AwsSettings.SESSION_NAME);
    return settings
        .path("AWS_WEB_IDENTITY_TOKEN_FILE")
        .filter(token -> role.isPresent())
        .map(token -> roles.byToken(role.orElseThrow(), session, token));
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
    InstanceProfileCredentialsProvider.Builder metadata =
        InstanceProfileCredentialsProvider.builder()
            .profileFile(settings.files())
            .profileName(settings.profileName());
    settings.variable("AWS_EC2_METADATA_SERVICE_ENDPOINT").ifPresent(metadata::endpoint);
    return new InstanceRole(metadata.build());
  }

  /** There is nothing anywhere. */
  static DnsTroubleException none() {
    return AwsFault.badCredentials(
        "no AWS credentials are found: not in the environment ("
            + ID
            + "), not in ~/.aws, and this machine or container has no role");
  }
}
