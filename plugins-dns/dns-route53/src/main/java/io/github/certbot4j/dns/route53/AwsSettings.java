package io.github.certbot4j.dns.route53;

import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import io.github.certbot4j.dns.trouble.DnsTroubleException;
import io.github.certbot4j.net.TlsTrust;
import io.github.certbot4j.spi.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;

/** What the environment and the files in {@code ~/.aws} say about the use of AWS. */
final class AwsSettings {

  /** What AWS's records call this program. */
  static final String SESSION_NAME = "certbot";

  private final Environment environment;
  private final ProfileFile files;

  /**
   * Reads the files.
   *
   * @throws DnsTroubleException if one can't be understood
   */
  AwsSettings(Environment environment) {
    this.environment = environment;
    ProfileFile.Aggregator both = ProfileFile.aggregator();
    read("AWS_SHARED_CREDENTIALS_FILE", "credentials", ProfileFile.Type.CREDENTIALS)
        .ifPresent(both::addFile);
    read("AWS_CONFIG_FILE", "config", ProfileFile.Type.CONFIGURATION).ifPresent(both::addFile);
    this.files = both.build();
  }

  /** A variable that is set and not empty. */
  Optional<String> variable(String name) {
    return environment.variable(name).filter(value -> !value.isBlank());
  }

  /** A file that a variable names. */
  Optional<Path> path(String variable) {
    return variable(variable).map(this::located);
  }

  /** All profiles. */
  ProfileFile files() {
    return files;
  }

  /** The profile in use, which needn't exist. */
  String profileName() {
    return variable("AWS_PROFILE").or(() -> variable("AWS_DEFAULT_PROFILE")).orElse("default");
  }

  /** Whether somebody chose the profile. */
  boolean isProfileChosen() {
    return variable("AWS_PROFILE").or(() -> variable("AWS_DEFAULT_PROFILE")).isPresent();
  }

  Optional<Profile> profile() {
    return files.profile(profileName());
  }

  /** Where the user works; Route 53 itself has no regions but in a few partitions of AWS. */
  Region region() {
    return variable("AWS_REGION")
        .or(() -> variable("AWS_DEFAULT_REGION"))
        .or(() -> profile().flatMap(profile -> profile.property("region")))
        .map(Region::of)
        .orElse(Region.AWS_GLOBAL);
  }

  /** AWS's own variable for root certificates comes before the common ones. */
  TlsTrust trust() {
    Optional<Path> bundle =
        path("AWS_CA_BUNDLE")
            .or(
                () ->
                    profile().flatMap(profile -> profile.property("ca_bundle")).map(this::located));
    return bundle.isPresent() ? new TlsTrust(true, bundle) : TlsTrust.of(environment, true);
  }

  private Optional<ProfileFile> read(String variable, String name, ProfileFile.Type type) {
    Path file = path(variable).orElseGet(() -> located("~/.aws/" + name));
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(ProfileFile.builder().content(file).type(type).build());
    } catch (RuntimeException e) {
      throw new DnsTroubleException(
          DnsTrouble.of(
              Kind.BAD_CREDENTIALS, "the file " + file + " can't be read: " + e.getMessage()),
          e);
    }
  }

  /** With the home directory for a tilde. */
  Path located(String text) {
    Optional<String> home = variable("HOME");
    return Path.of(
        text.startsWith("~/") && home.isPresent() ? home.get() + text.substring(1) : text);
  }
}
