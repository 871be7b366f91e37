package io.github.certbot4j.it.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.dns.cloudflare.FakeCloudflare;
import io.github.certbot4j.dns.contract.FakeAnswer;
import io.github.certbot4j.dns.contract.FakeZones;
import io.github.certbot4j.dns.contract.ZoneServer;
import io.github.certbot4j.it.Certbot;
import io.github.certbot4j.it.FileTree;
import io.github.certbot4j.it.Outcome;
import io.github.certbot4j.it.Patience;
import io.github.certbot4j.it.PebbleSettings;
import io.github.certbot4j.it.ProgramRun;
import io.github.certbot4j.it.Sandbox;
import io.github.certbot4j.it.TestCa;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Command lines and mishaps of DNS plugins, with one of them for all. */
class DnsRunsIT {
  private static final String CHALLENGE = "_acme-challenge.www.example.test";

  @RegisterExtension final Sandbox sandbox = new Sandbox();
  private FakeWorld world;
  private TestCa ca;
  private Path credentials;

  @BeforeEach
  void start() throws Exception {
    world =
        new FakeWorld(
            new FakeCloudflare(), "dns_cloudflare_api_token = " + FakeCloudflare.TOKEN, "", "");
    ca = new TestCa(PebbleSettings.usual().authorizationReuse(0)).startAsking(world.dnsPort());
    credentials = FileTree.write(sandbox.path("cloudflare.ini"), world.credentials());
    FileTree.mode(credentials, "rw-------");
  }

  @AfterEach
  void stop() {
    ca.close();
    world.close();
    assertThat(world.violations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 1"})
  void a_run_that_is_ended_while_it_waits_removes_its_records(String signal, int exit)
      throws Exception {
    ProgramRun.RunningProgram running =
        certonly("--dns-propagation-check", "off")
            .with("--dns-cloudflare-propagation-seconds", "100")
            .start();
    Patience.until("the record is there", () -> world.txt(CHALLENGE).size() == 1);
    String pid = Long.toString(running.process().pid());
    new ProgramRun(sandbox, List.of("kill", "-" + signal, pid)).run().succeeded();

    assertThat(running.finish(Duration.ofSeconds(30)).exit()).isEqualTo(exit);
    assertThat(world.txt(CHALLENGE)).isEmpty();
  }

  @Test
  void a_record_that_cannot_be_removed_costs_a_warning_and_not_the_certificate() throws Exception {
    world
        .fake()
        .failNext(
            request -> request.method().equals("DELETE"),
            100,
            FakeAnswer.json(500, "{'errors':[{'code':1,'message':'out of order'}]}"));

    certonly("--dns-cloudflare-propagation-seconds", "3")
        .run()
        .succeeded()
        .says("did not remove the TXT record " + CHALLENGE, "out of order", "by hand");

    assertThat(sandbox.lineage("www.example.test").isWhole().version()).isEqualTo(1);
    assertThat(world.txt(CHALLENGE)).hasSize(1);
  }

  @Test
  void a_delegated_name_is_proved_in_the_other_zone() throws Exception {
    FakeZones zones = world.fake().zones();
    zones.drop(zones.byName("example.test").orElseThrow());
    FakeZones names = new FakeZones();
    names.foreign(names.add("example.test"), "CNAME", CHALLENGE, "www.delegated.test");
    zones.add("delegated.test");

    try (ZoneServer servers =
            new ZoneServer(names, zones).nameServer("127.0.0.2", record -> true).start();
        TestCa other =
            new TestCa(PebbleSettings.usual().authorizationReuse(0)).startAsking(servers.port())) {
      reaching(other, Certbot.ours(sandbox, other).certonly(arguments()))
          .env("CERTBOT_DNS_RESOLVER", servers.resolver())
          .with("--dns-cloudflare-propagation-seconds", "3")
          .run()
          .succeeded();
    }

    assertThat(world.fake().requests())
        .anyMatch(request -> request.isWrite() && request.body().contains("www.delegated.test"));
    assertThat(zones.txt("www.delegated.test")).isEmpty();
  }

  @Test
  void two_plugins_at_once_are_refused_by_name() throws Exception {
    certonly("--dns-gehirn").run().failed(1).says("dns-cloudflare", "dns-gehirn");
    assertThat(world.fake().requests()).isEmpty();
  }

  @Test
  void the_verb_run_wants_an_installer_too() throws Exception {
    Outcome outcome =
        reaching(ca, Certbot.ours(sandbox, ca).withCa("run").with(arguments()))
            .with("--agree-tos", "-m", "admin@example.test")
            .run()
            .failed(1);
    outcome.says("certonly", "--installer");
    assertThat(ca.pebble().orders()).isZero();
  }

  @Test
  void http_challenges_are_none_of_its() throws Exception {
    certonly("--preferred-challenges", "http").run().failed(1).says("dns-01");
  }

  @Test
  void negative_seconds_are_refused_at_once() throws Exception {
    certonly("--dns-cloudflare-propagation-seconds", "-1")
        .run()
        .failed(2)
        .says("--dns-cloudflare-propagation-seconds", "less than 0");
  }

  @Test
  void without_a_credentials_file_and_a_person_the_error_names_the_option() throws Exception {
    reaching(
            ca,
            Certbot.ours(sandbox, ca).certonly("-a", "dns-cloudflare", "-d", "www.example.test"))
        .run()
        .failed(1)
        .says("--dns-cloudflare-credentials");
    assertThat(world.fake().requests()).isEmpty();
  }

  private ProgramRun certonly(String... more) throws Exception {
    return reaching(ca, Certbot.ours(sandbox, ca).certonly(arguments())).with(more);
  }

  private String[] arguments() {
    return new String[] {
      "--dns-cloudflare",
      "--dns-cloudflare-credentials",
      credentials.toString(),
      "-d",
      "www.example.test"
    };
  }

  private ProgramRun reaching(TestCa acme, ProgramRun run) throws Exception {
    return world.reachedBy(run, sandbox.root(), acme);
  }
}
