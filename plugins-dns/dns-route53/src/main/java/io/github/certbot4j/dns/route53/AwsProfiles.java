package io.github.certbot4j.dns.route53;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/** What profiles say about credentials: keys, a program, a log-in, or a role to assume. */
final class AwsProfiles {

  private static final String ROLE = "role_arn";
  private static final String KEY = "aws_access_key_id";

  private final AwsSettings settings;
  private final AwsRoles roles;
  private final Function<String, AwsCredentialsProvider> sources;

  /**
   * The profiles of the files.
   *
   * @param sources what a profile's {@code credential_source} stands for
   */
  AwsProfiles(
      AwsSettings settings, AwsRoles roles, Function<String, AwsCredentialsProvider> sources) {
    this.settings = settings;
    this.roles = roles;
    this.sources = sources;
  }

  /** What the profile in use gives; empty if it says nothing about credentials. */
  Optional<AwsCredentialsProvider> find() {
    String name = settings.profileName();
    Optional<Profile> profile = settings.files().profile(name);
    if (profile.isEmpty() && settings.isProfileChosen()) {
      throw AwsFault.badCredentials("there is no profile " + name + " in the AWS files");
    }
    return profile.flatMap(each -> provider(each, new ArrayList<>()));
  }

  private Optional<AwsCredentialsProvider> provider(Profile profile, List<String> seen) {
    seen.add(profile.name());
    if (profile.property(ROLE).isPresent()) {
      return Optional.of(role(profile, seen));
    }
    boolean hasAny =
        List.of(KEY, "credential_process", "sso_session", "sso_start_url").stream()
            .anyMatch(key -> profile.property(key).isPresent());
    return hasAny
        ? Optional.of(
            ProfileCredentialsProvider.builder()
                .profileFile(settings.files())
                .profileName(profile.name())
                .build())
        : Optional.empty();
  }

  private AwsCredentialsProvider role(Profile profile, List<String> seen) {
    String role = profile.property(ROLE).orElseThrow();
    String session = profile.property("role_session_name").orElse(AwsSettings.SESSION_NAME);
    Optional<String> token = profile.property("web_identity_token_file");
    if (token.isPresent()) {
      return roles.byToken(role, session, settings.located(token.get()));
    }
    if (profile.property("mfa_serial").isPresent()) {
      throw unusable(profile, "wants a code of a device, which nobody can give at a renewal");
    }
    AssumeRoleRequest.Builder request =
        AssumeRoleRequest.builder().roleArn(role).roleSessionName(session);
    profile.property("external_id").ifPresent(request::externalId);
    profile
        .property("duration_seconds")
        .ifPresent(seconds -> request.durationSeconds(Integer.valueOf(seconds)));
    return roles.byCredentials(request.build(), source(profile, seen));
  }

  private AwsCredentialsProvider source(Profile profile, List<String> seen) {
    Optional<String> other = profile.property("source_profile");
    if (other.isEmpty()) {
      return profile
          .property("credential_source")
          .map(sources)
          .orElseThrow(
              () -> unusable(profile, "has a role_arn without source_profile, credential_source"));
    }
    if (other.get().equals(profile.name()) && profile.property(KEY).isPresent()) {
      return ownKeys(profile);
    }
    if (seen.contains(other.get())) {
      throw unusable(profile, "is its own source_profile");
    }
    return settings
        .files()
        .profile(other.get())
        .flatMap(source -> provider(source, seen))
        .orElseThrow(
            () ->
                unusable(
                    profile,
                    "names the source_profile " + other.get() + ", which has no credentials"));
  }

  private static AwsCredentialsProvider ownKeys(Profile profile) {
    String secret =
        profile
            .property("aws_secret_access_key")
            .orElseThrow(() -> unusable(profile, "has no aws_secret_access_key"));
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(profile.property(KEY).orElseThrow(), secret));
  }

  private static RuntimeException unusable(Profile profile, String why) {
    return AwsFault.badCredentials("the profile " + profile.name() + " " + why);
  }
}
