package io.github.certbot4j.dns.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.credentials.CredentialKey;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import io.github.certbot4j.spi.contract.PluginContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What a provider supplies to the contracts, and what is checked after each of their tests. */
public abstract class ProviderFixture extends PluginContract {

  @TempDir private Path directory;
  private DnsPlugin plugin;
  private FakeProvider fake;
  private Bench bench;
  private LogCapture log;
  private Authenticator authenticator;

  @Override
  protected abstract DnsPlugin plugin();

  /** The service, just started and without zones. */
  protected abstract FakeProvider newFake();

  /** The text of a credentials file that the service takes. */
  protected abstract String credentials();

  /** Every way in which the service refuses credentials. */
  protected abstract List<BadLogin> badLogins();

  /** How many zones there are for a listing to have several pages. */
  protected int manyZones() {
    return 250;
  }

  /** How many records there are for a listing to have several pages. */
  protected int manyRecords() {
    return 250;
  }

  /** How many requests come before the first that the service can refuse for its credentials. */
  protected int requestsBeforeLogin() {
    return 0;
  }

  /** Whether the service refuses a write that was derived from what is no longer there. */
  protected boolean noticesConflicts() {
    return false;
  }

  /** The time to live that records must get. */
  protected int expectedTtl() {
    return plugin.declaration().ttl();
  }

  /** What else belongs to the environment, such as variables. */
  protected void prepare(Bench fresh) {}

  @BeforeEach
  final void start() {
    log = new LogCapture();
    plugin = plugin();
    fake = newFake();
    bench = new Bench(directory).reaching(fake);
    prepare(bench);
    authenticator = bench.authenticator(plugin, credentials());
  }

  @AfterEach
  final void nothing_forbidden_was_done_and_nothing_of_others_is_gone() throws IOException {
    fake.close();
    log.close();
    assertThat(fake.violations()).as("what the service refuses").isEmpty();
    String[] secrets = secretsIn(credentials()).toArray(new String[0]);
    if (secrets.length > 0) {
      assertThat(log.all())
          .as("secrets")
          .noneMatch(l -> Arrays.stream(secrets).anyMatch(l::contains));
    }
    for (FakeZone zone : fake.zones().all()) {
      if (zone.records().stream()
          .anyMatch(record -> record.name().equals("other." + zone.name()))) {
        assertThat(zone.records())
            .as("foreign records of " + zone.name())
            .filteredOn(record -> record.ttl() == 1234)
            .extracting(FakeRecord::type)
            .contains("A", "MX", "TXT");
      }
    }
  }

  protected final FakeProvider fake() {
    return fake;
  }

  protected final Bench bench() {
    return bench;
  }

  protected final LogCapture log() {
    return log;
  }

  /** One of another order of the same run, with a directory and a credentials file of its own. */
  protected final Authenticator authenticator(String order) {
    Bench own = Bench.below(directory, order).reaching(fake);
    fake.runBy(bench.clock()::now);
    prepare(own);
    return own.option(plugin, "propagation_seconds", 0).authenticator(plugin, credentials());
  }

  /** Whether the plugin lets orders with the usual options overlap. */
  protected final boolean worksSideBySide() {
    return plugin.worksSideBySide(bench.context().options());
  }

  protected final void perform(Challenge... challenges) {
    authenticator.perform(List.of(challenges));
  }

  protected final void cleanUp(Challenge... challenges) {
    authenticator.cleanUp(List.of(challenges));
  }

  /** The values at a challenge's name, whoever put them there. */
  protected final List<String> published(Challenge challenge) {
    return fake.zones().txt(challenge.validationName());
  }

  /** The requests so far that were meant to change something. */
  protected final List<FakeRequest> writes() {
    return fake.requests().stream().filter(this::changesRecords).toList();
  }

  /** Whether a request is meant to change records; a log-in by POST, for one, isn't. */
  protected boolean changesRecords(FakeRequest request) {
    return request.isWrite();
  }

  /** The values of the secret keys in a credentials file. */
  final List<String> secretsIn(String text) {
    return plugin.declaration().form().keys().stream()
        .filter(key -> key.use().isSecret())
        .map(CredentialKey::name)
        .flatMap(key -> Pattern.compile(key + "\\s*=\\s*(\\S+)").matcher(text).results())
        .map(match -> unquoted(match))
        .toList();
  }

  private static String unquoted(MatchResult match) {
    return match.group(1).replace("\"", "");
  }
}
