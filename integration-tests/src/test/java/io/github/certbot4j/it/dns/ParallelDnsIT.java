package io.github.certbot4j.it.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.dns.contract.FakeRequest;
import io.github.certbot4j.dns.contract.FakeZones;
import io.github.certbot4j.dns.nsone.FakeNsone;
import io.github.certbot4j.it.Certbot;
import io.github.certbot4j.it.FileTree;
import io.github.certbot4j.it.Patience;
import io.github.certbot4j.it.PebbleSettings;
import io.github.certbot4j.it.ProgramRun;
import io.github.certbot4j.it.Sandbox;
import io.github.certbot4j.it.TestCa;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code renew --parallel} with DNS plugins: the waits for name servers overlap. */
class ParallelDnsIT {

  private static final String SHARED = "shared.example.test";

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  /** The service has one set of values for a name, and takes every set that it is sent. */
  @Test
  void all_records_are_there_at_the_same_time_and_none_is_lost_or_left() throws Exception {
    List<String> names = names("n", 5);
    List<String> records = names.subList(0, 3).stream().map(ParallelDnsIT::validationOf).toList();
    try (FakeWorld world =
            new FakeWorld(new FakeNsone(), "dns_nsone_api_key = " + FakeNsone.KEY + "\n", "", "");
        TestCa ca = caAsking(world)) {
      FakeZones zones = world.fake().zones();
      for (String delegated : names.subList(3, 5)) {
        zones.foreign(
            zones.byName("example.test").orElseThrow(), "CNAME", validationOf(delegated), SHARED);
      }
      issue("dns-nsone", names, world, ca);
      int before = world.fake().requests().size();
      world.showing(record -> false);

      ProgramRun.RunningProgram running =
          renew(world, ca, names.size(), "--dns-nsone-propagation-seconds", "100").start();
      Patience.until(
          "all records are there, while no name server shows one",
          () ->
              records.stream().allMatch(name -> world.txt(name).size() == 1)
                  && world.txt(SHARED).size() == 2);
      world.showing(record -> true);

      running.finish(Duration.ofSeconds(150)).succeeded();
      List<String> methods =
          world.fake().requests().stream().skip(before).map(FakeRequest::method).toList();
      assertThat(methods).contains("PUT", "DELETE");
      assertThat(methods.lastIndexOf("PUT"))
          .as("the last is made before the first is removed")
          .isLessThan(methods.indexOf("DELETE"));
      areAt(names, 2);
      areGone(names, world);
      assertThat(world.txt(SHARED)).isEmpty();
    }
  }

  @Test
  void a_signal_removes_the_records_of_all_and_the_next_run_renews_them() throws Exception {
    List<String> names = names("s", 3);
    try (DnsWorld world = new BindWorld(FileTree.directory(sandbox.path("bind")));
        TestCa ca = caAsking(world)) {
      issue("dns-rfc2136", names, world, ca);
      ProgramRun.RunningProgram running =
          renew(world, ca, names.size(), "--dns-rfc2136-propagation-seconds", "100")
              .with("--dns-propagation-check", "off")
              .start();
      Patience.until(
          "all records are there",
          () -> names.stream().allMatch(name -> world.txt(validationOf(name)).size() == 1));

      String pid = Long.toString(running.process().pid());
      new ProgramRun(sandbox, List.of("kill", "-TERM", pid)).run().succeeded();

      assertThat(running.finish(Duration.ofSeconds(30)).exit()).isEqualTo(143);
      areGone(names, world);
      areAt(names, 1);
      renew(world, ca, names.size(), "--dns-rfc2136-propagation-seconds", "5").run().succeeded();
      areGone(names, world);
      areAt(names, 2);
    }
  }

  private static TestCa caAsking(DnsWorld world) throws Exception {
    return new TestCa(PebbleSettings.usual().authorizationReuse(100).takingEveryNonce())
        .startAsking(world.dnsPort());
  }

  /** Each lineage has a credentials file of its own. */
  private void issue(String plugin, List<String> names, DnsWorld world, TestCa ca)
      throws IOException {
    for (String name : names) {
      Path file = FileTree.write(sandbox.path(name + ".ini"), world.credentials());
      FileTree.mode(file, "rw-------");
      ProgramRun order =
          Certbot.ours(sandbox, ca)
              .certonly("--" + plugin, "-d", name)
              .with("--" + plugin + "-credentials", file.toString())
              .with("--" + plugin + "-propagation-seconds", "0");
      world.reachedBy(order, sandbox.root(), ca).run().succeeded();
    }
    ca.pebble().forgetProvedNames(sandbox.config());
  }

  private ProgramRun renew(DnsWorld world, TestCa ca, int width, String... more)
      throws IOException {
    ProgramRun run =
        Certbot.ours(sandbox, ca)
            .renew("--force-renewal", "--parallel", Integer.toString(width))
            .with(more);
    return world.reachedBy(run, sandbox.root(), ca);
  }

  private void areAt(List<String> names, int version) throws Exception {
    for (String name : names) {
      assertThat(sandbox.lineage(name).isWhole().version()).as(name).isEqualTo(version);
    }
  }

  private static void areGone(List<String> names, DnsWorld world) {
    for (String name : names) {
      assertThat(world.txt(validationOf(name))).isEmpty();
    }
    assertThat(world.violations()).isEmpty();
  }

  private static List<String> names(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(number -> prefix + number + ".example.test").toList();
  }

  private static String validationOf(String name) {
    return "_acme-challenge." + name;
  }
}
