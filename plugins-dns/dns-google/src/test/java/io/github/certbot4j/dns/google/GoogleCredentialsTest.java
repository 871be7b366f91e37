package io.github.certbot4j.dns.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.certbot4j.dns.contract.Bench;
import io.github.certbot4j.dns.http.Json;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Where the account is from, and what is told when its file is no good. */
final class GoogleCredentialsTest {

  private static final String NOBODY = "127.0.0.1:1";

  @TempDir private Path home;
  private final GooglePlugin plugin = new GooglePlugin();
  private final Challenge challenge = Bench.challenge("example.com", "1");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private FakeGoogle fake;
  private Bench bench;
  private Level before;

  @BeforeEach
  void start() {
    fake = new FakeGoogle();
    fake.zones().add("example.com");
    bench = new Bench(home).reaching(fake).variable("GCE_METADATA_HOST", NOBODY);
    log.start();
    before = root().getLevel();
    root().setLevel(Level.DEBUG);
    root().addAppender(log);
  }

  @AfterEach
  void stop() throws IOException {
    root().setLevel(before);
    root().detachAppender(log);
    fake.close();
    assertThat(fake.violations()).isEmpty();
    String someOfTheKey = fake.login().privateKey().substring(100, 160);
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(line -> line.contains(someOfTheKey))
        .noneMatch(line -> fake.login().tokens().stream().anyMatch(line::contains))
        .noneMatch(line -> line.contains(FakeLogin.REFRESH_TOKEN));
    assertThat(log.list).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  @Test
  void a_variable_may_name_the_key_file() {
    Path file = bench.write("key.json", fake.keyFile());
    bench.variable("GOOGLE_APPLICATION_CREDENTIALS", file.toString());
    assertThatItWorks(bench.authenticator(plugin));
  }

  @Test
  void what_gcloud_stored_is_used_with_the_project_that_pays() throws IOException {
    Path directory = Files.createDirectories(home.resolve(".config/gcloud"));
    Files.writeString(
        directory.resolve("application_default_credentials.json"),
        user().with("quota_project_id", FakeGoogle.PROJECT).toString());
    assertThatItWorks(bench.authenticator(plugin));
  }

  @Test
  void an_account_without_a_project_needs_the_option() {
    assertThat(failure(user().toString())).contains("--dns-google-project");
    bench.option(GooglePlugin.PROJECT, FakeGoogle.PROJECT);
    assertThatItWorks(bench.authenticator(plugin, user().toString()));
  }

  @Test
  void a_value_that_is_no_text_is_told() {
    assertThat(failure(user().with("quota_project_id", null).toString()))
        .contains("Error parsing credentials file", "is no text");
  }

  @Test
  void a_machine_at_google_needs_no_file() throws IOException {
    try (FakeMetadata metadata =
        new FakeMetadata("Google", () -> fake.login().issue(bench.clock().now()))) {
      bench.variable("GCE_METADATA_HOST", metadata.host());
      assertThatItWorks(bench.authenticator(plugin));
    }
  }

  @Test
  void a_server_that_is_not_google_s_is_no_metadata_server() throws IOException {
    try (FakeMetadata metadata = new FakeMetadata("Other", () -> "x")) {
      bench.variable("GCE_METADATA_HOST", metadata.host());
      assertThat(failure(bench.authenticator(plugin))).contains("it isn't one of Google's");
    }
  }

  @Test
  void without_file_and_metadata_server_the_option_is_named_at_once() {
    assertThat(failure(bench.authenticator(plugin)))
        .contains("no metadata server to ask", "--dns-google-credentials");
    assertThat(bench.clock().sleeps()).isEmpty();
    assertThat(fake.requests()).isEmpty();
  }

  @Test
  void a_file_that_is_not_json_is_named() {
    assertThat(failure("dns_google_token = x"))
        .contains("Error parsing credentials file '" + home, "it is not JSON");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type",
        "project_id",
        "private_key_id",
        "private_key",
        "client_email",
        "token_uri"
      })
  void a_member_that_is_missing_is_named(String member) {
    assertThat(failure(fake.login().keyFile().with(member, null).toString()))
        .contains("Error parsing credentials file", "'" + member + "'");
    assertThat(fake.requests()).isEmpty();
  }

  @Test
  void a_key_that_is_damaged_is_told_without_it() {
    String key = fake.login().privateKey();
    String damaged = key.substring(0, 200) + key.substring(300);
    assertThat(failure(fake.login().keyFile().with("private_key", damaged).toString()))
        .contains("Error parsing credentials file")
        .doesNotContain(key.substring(100, 160));
  }

  @Test
  void a_kind_of_account_that_nobody_knows_is_told() {
    assertThat(failure("{\"type\": \"telepathy\"}"))
        .contains("Error parsing credentials file", "telepathy");
  }

  @Test
  void a_log_in_that_is_out_of_order_is_waited_for() {
    fake.failNext(
        request -> request.host().startsWith("oauth2."), 2, FakeGoogle.error(503, "backend", "x"));
    assertThatItWorks(bench.authenticator(plugin, fake.keyFile()));
    assertThat(bench.clock().sleeps()).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void a_file_outside_is_stored_by_its_absolute_path() {
    Authenticator authenticator = bench.authenticator(plugin, fake.keyFile());
    assertThatItWorks(authenticator);
    assertThat(authenticator.choices())
        .singleElement()
        .satisfies(choice -> assertThat(choice.value()).isEqualTo(home + "/credentials.ini"));
  }

  private static Json user() {
    return Json.object(
        "type",
        "authorized_user",
        "client_id",
        "id.apps.googleusercontent.com",
        "client_secret",
        "d-FL95Q19q7MQmFpd7hHD0Ty",
        "refresh_token",
        FakeLogin.REFRESH_TOKEN);
  }

  private void assertThatItWorks(Authenticator authenticator) {
    authenticator.perform(List.of(challenge));
    assertThat(fake.zones().txt(challenge.validationName()))
        .containsExactly(challenge.validation());
  }

  private String failure(String file) {
    return failure(bench.authenticator(plugin, file));
  }

  private String failure(Authenticator authenticator) {
    Throwable thrown = catchThrowable(() -> authenticator.perform(List.of(challenge)));
    assertThat(thrown).isInstanceOf(FailureException.class);
    return thrown.getMessage();
  }
}
