package io.github.certbot4j.dns.route53;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.certbot4j.dns.contract.Bench;
import io.github.certbot4j.dns.contract.FakeRequest;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Challenge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Where the keys for AWS come from, and what is told when there are none or wrong ones. */
final class Route53CredentialsTest {

  private static final String KEYS =
      "aws_access_key_id = "
          + FakeRoute53.ACCESS_KEY
          + "\naws_secret_access_key = "
          + FakeRoute53.SECRET_KEY
          + "\n";

  @TempDir private Path home;
  private final Challenge challenge = Bench.challenge("example.com", "1");
  private final ListAppender<ILoggingEvent> own = new ListAppender<>();
  private FakeRoute53 fake;
  private Bench bench;

  @BeforeEach
  void start() {
    fake = new FakeRoute53();
    fake.zones().add("example.com");
    bench = new Bench(home).reaching(fake).variable("AWS_EC2_METADATA_DISABLED", "true");
    own.start();
    logger().setLevel(Level.DEBUG);
    logger().addAppender(own);
  }

  @AfterEach
  void stop() throws IOException {
    logger().detachAppender(own);
    fake.close();
    assertThat(fake.violations()).isEmpty();
    assertThat(own.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(line -> line.contains(FakeRoute53.SECRET_KEY) || line.contains(FakeSts.TOKEN));
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger("io.github.certbot4j");
  }

  @Test
  void the_default_profile_of_the_credentials_file_is_used() {
    file(".aws/credentials", "[default]\n" + KEYS);
    assertThatItWorks();
  }

  @Test
  void keys_in_the_default_section_of_the_config_file_are_used() {
    file(".aws/config", "[default]\nregion = eu-west-1\n" + KEYS);
    assertThatItWorks();
  }

  @Test
  void the_config_file_may_lie_elsewhere() {
    bench.variable("AWS_CONFIG_FILE", file("elsewhere.conf", "[default]\n" + KEYS).toString());
    assertThatItWorks();
  }

  @Test
  void the_credentials_file_may_lie_elsewhere() {
    file("other", "[default]\n" + KEYS);
    bench.variable("AWS_SHARED_CREDENTIALS_FILE", "~/other");
    assertThatItWorks();
  }

  @Test
  void a_profile_is_chosen_by_its_variable() {
    file(".aws/credentials", "[default]\naws_access_key_id = A\naws_secret_access_key = B\n");
    file(".aws/config", "[profile dns]\n" + KEYS);
    bench.variable("AWS_PROFILE", "dns");
    assertThatItWorks();
  }

  @Test
  void the_environment_comes_before_the_files() {
    file(".aws/credentials", "[default]\naws_access_key_id = A\naws_secret_access_key = B\n");
    bench.variable("AWS_ACCESS_KEY_ID", FakeRoute53.ACCESS_KEY);
    bench.variable("AWS_SECRET_ACCESS_KEY", FakeRoute53.SECRET_KEY);
    assertThatItWorks();
  }

  @Test
  void temporary_keys_are_sent_with_their_token() {
    temporaryKeys(FakeSts.SECRET_KEY);
    assertThatItWorks();
    assertThat(fake.requests())
        .allMatch(each -> each.header("X-Amz-Security-Token").equals(FakeSts.TOKEN));
  }

  @Test
  void a_profile_may_assume_a_role_with_the_keys_of_another() {
    file(".aws/credentials", "[base]\n" + KEYS);
    file(
        ".aws/config",
        "[default]\nregion = us-east-1\nrole_arn = " + FakeSts.ROLE + "\nsource_profile = base\n");
    assertThatItWorks();
    assertThat(fake.requests())
        .filteredOn(each -> each.host().startsWith("sts."))
        .as("temporary keys are kept")
        .hasSize(1);
  }

  @Test
  void a_web_identity_assumes_a_role() {
    bench.variable("AWS_WEB_IDENTITY_TOKEN_FILE", file("token", FakeSts.WEB_TOKEN).toString());
    bench.variable("AWS_ROLE_ARN", FakeSts.ROLE);
    bench.variable("AWS_REGION", "us-east-1");
    assertThatItWorks();
  }

  @Test
  void a_program_may_tell_the_keys() {
    Path program =
        file(
            "keys.json",
            "{\"Version\": 1, \"AccessKeyId\": \"%s\", \"SecretAccessKey\": \"%s\"}"
                .formatted(FakeRoute53.ACCESS_KEY, FakeRoute53.SECRET_KEY));
    file(".aws/config", "[default]\ncredential_process = cat " + program + "\n");
    assertThatItWorks();
  }

  @Test
  void a_machine_s_role_is_used() throws IOException {
    try (FakeMetadata metadata = new FakeMetadata()) {
      bench.variable("AWS_EC2_METADATA_DISABLED", "false");
      bench.variable("AWS_EC2_METADATA_SERVICE_ENDPOINT", metadata.url());
      assertThatItWorks();
    }
  }

  @Test
  void a_profile_may_assume_a_role_with_that_of_the_machine() throws IOException {
    file(
        ".aws/config",
        "[default]\nregion = us-east-1\nrole_arn = "
            + FakeSts.ROLE
            + "\ncredential_source = Ec2InstanceMetadata\n");
    try (FakeMetadata metadata = new FakeMetadata()) {
      bench.variable("AWS_EC2_METADATA_DISABLED", "false");
      bench.variable("AWS_EC2_METADATA_SERVICE_ENDPOINT", metadata.url());
      assertThatItWorks();
    }
  }

  @Test
  void a_container_s_role_is_used() throws IOException {
    String setting = "aws.containerCredentialsFullUri";
    try (FakeMetadata metadata = new FakeMetadata()) {
      // The SDK reads the process's own environment for this, or the property.
      System.setProperty(setting, metadata.url() + "/keys");
      bench.variable("AWS_CONTAINER_CREDENTIALS_FULL_URI", metadata.url() + "/keys");
      assertThatItWorks();
    } finally {
      System.clearProperty(setting);
    }
  }

  @Test
  void profiles_in_a_circle_are_told() {
    file(
        ".aws/config",
        """
        [default]
        role_arn = arn:a
        source_profile = other
        [profile other]
        role_arn = arn:b
        source_profile = default
        """);
    assertThat(failure()).contains("is its own source_profile");
  }

  @Test
  void a_profile_that_wants_a_code_of_a_device_is_told() {
    file(".aws/credentials", "[base]\n" + KEYS);
    file(
        ".aws/config",
        "[default]\nrole_arn = arn:a\nsource_profile = base\nmfa_serial = arn:device\n");
    assertThat(failure()).contains("wants a code of a device");
  }

  @Test
  void without_any_keys_it_is_told_where_they_were_looked_for() {
    assertThat(failure()).contains("no AWS credentials are found", "AWS_ACCESS_KEY_ID", "~/.aws");
    assertThat(fake.requests()).isEmpty();
  }

  @Test
  void a_profile_without_keys_is_passed_over() {
    file(".aws/config", "[default]\nregion = eu-west-1\n");
    assertThat(failure()).contains("no AWS credentials are found");
  }

  @Test
  void half_a_pair_of_keys_is_told() {
    bench.variable("AWS_ACCESS_KEY_ID", FakeRoute53.ACCESS_KEY);
    assertThat(failure()).contains("only one is set");
  }

  @Test
  void a_profile_with_half_a_pair_of_keys_is_told() {
    file(".aws/credentials", "[default]\naws_access_key_id = " + FakeRoute53.ACCESS_KEY + "\n");
    assertThat(failure()).contains("aws_secret_access_key").doesNotContain("Exception");
  }

  @Test
  void a_profile_that_is_not_there_is_named() {
    bench.variable("AWS_PROFILE", "missing");
    assertThat(failure()).contains("there is no profile missing");
  }

  @Test
  void a_file_that_cannot_be_read_is_named() {
    file(".aws/credentials", "[default\n" + KEYS);
    assertThat(failure())
        .contains(home + "/.aws/credentials")
        .doesNotContain(FakeRoute53.SECRET_KEY);
  }

  @Test
  void an_unknown_key_is_told_with_the_words_of_aws() {
    bench.variable("AWS_ACCESS_KEY_ID", "AKIAWRONG");
    bench.variable("AWS_SECRET_ACCESS_KEY", "wrong");
    assertThat(failure())
        .contains("HTTP 403, code InvalidClientTokenId", "Are the AWS credentials right");
    assertThat(fake.requests()).hasSize(1);
  }

  @Test
  void a_wrong_secret_is_told_without_the_request_that_aws_quotes() {
    temporaryKeys("wrong");
    assertThat(failure()).contains("SignatureDoesNotMatch").doesNotContain(FakeSts.TOKEN);
    assertThat(fake.requests()).hasSize(1);
  }

  @Test
  void a_refused_web_identity_is_a_matter_of_credentials() {
    bench.variable("AWS_WEB_IDENTITY_TOKEN_FILE", file("token", "stale").toString());
    bench.variable("AWS_ROLE_ARN", FakeSts.ROLE);
    bench.variable("AWS_REGION", "us-east-1");
    assertThat(failure()).contains("the AWS credentials can't be used", "Not a token");
  }

  private void temporaryKeys(String secret) {
    bench.variable("AWS_ACCESS_KEY_ID", FakeSts.ACCESS_KEY);
    bench.variable("AWS_SECRET_ACCESS_KEY", secret);
    bench.variable("AWS_SESSION_TOKEN", FakeSts.TOKEN);
  }

  private void assertThatItWorks() {
    bench.authenticator(new Route53Plugin()).perform(List.of(challenge));
    assertThat(fake.zones().txt(challenge.validationName()))
        .containsExactly(challenge.validation());
    assertThat(fake.requests()).filteredOn(FakeRequest::isWrite).isNotEmpty();
  }

  private String failure() {
    Throwable thrown =
        catchThrowable(() -> bench.authenticator(new Route53Plugin()).perform(List.of(challenge)));
    assertThat(thrown).isInstanceOf(FailureException.class);
    return thrown.getMessage();
  }

  private Path file(String name, String text) {
    try {
      Path file = home.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
