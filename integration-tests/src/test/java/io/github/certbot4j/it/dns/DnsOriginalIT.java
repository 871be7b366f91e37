package io.github.certbot4j.it.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.dns.contract.FakeProvider;
import io.github.certbot4j.it.Certbot;
import io.github.certbot4j.it.FileTree;
import io.github.certbot4j.it.PebbleSettings;
import io.github.certbot4j.it.ProgramRun;
import io.github.certbot4j.it.Sandbox;
import io.github.certbot4j.it.TestCa;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The original's plugins at the same fakes: what they take for the service, ours may too, and
 * either renews what the other obtained.
 */
class DnsOriginalIT {
  @RegisterExtension final Sandbox sandbox = new Sandbox();

  @ParameterizedTest
  @ValueSource(strings = {"dns-google", "dns-route53"})
  void the_original_obtains_and_ours_renews_and_the_other_way_round(String plugin)
      throws Exception {
    try (FakeWorld world = world(plugin);
        TestCa ca = caAsking(world)) {
      world.fake().tolerateOtherClients();
      List<String> before = world.fake().zones().snapshot();

      order(Certbot.original(sandbox, ca), plugin, "first.example.test", world, ca);
      assertThat(world.fake().zones().snapshot()).isEqualTo(before);
      renewal(Certbot.ours(sandbox, ca), world, ca);
      assertThat(sandbox.lineage("first.example.test").isWhole().version()).isEqualTo(2);

      order(Certbot.ours(sandbox, ca), plugin, "second.example.test", world, ca);
      renewal(Certbot.original(sandbox, ca), world, ca);
      assertThat(sandbox.lineage("second.example.test").isWhole().version()).isEqualTo(2);
      assertThat(world.fake().zones().snapshot()).isEqualTo(before);
      assertThat(world.violations()).isEmpty();
      assertThat(writes(world.fake())).isGreaterThanOrEqualTo(10);
    }
  }

  private FakeWorld world(String plugin) throws Exception {
    Path directory = FileTree.directory(sandbox.path("service"));
    return (FakeWorld) Services.all().get(plugin).start(directory);
  }

  private static TestCa caAsking(DnsWorld world) throws Exception {
    return new TestCa(PebbleSettings.usual().authorizationReuse(0)).startAsking(world.dnsPort());
  }

  private void order(Certbot certbot, String plugin, String name, FakeWorld world, TestCa ca)
      throws Exception {
    FileTree.directory(sandbox.path("own"));
    Path file = FileTree.write(sandbox.path("own/credentials.ini"), world.credentials());
    FileTree.mode(file, "rw-------");
    ProgramRun run = certbot.certonly("--" + plugin, "-d", name, "-d", "*." + name);
    if (plugin.equals("dns-google")) {
      run.with("--dns-google-credentials", file.toString());
      run.with("--dns-google-propagation-seconds", "1");
    }
    reaching(world, ca, run).run().succeeded();
  }

  private void renewal(Certbot certbot, FakeWorld world, TestCa ca) throws Exception {
    reaching(world, ca, certbot.renew("--force-renewal")).run().succeeded();
  }

  private ProgramRun reaching(FakeWorld world, TestCa ca, ProgramRun run) throws Exception {
    String acmeCa = Files.readString(ca.pebble().tlsCertificate());
    world.environment(sandbox.root(), acmeCa).forEach(run::env);
    return run;
  }

  private static long writes(FakeProvider fake) {
    return fake.requests().stream()
        .filter(each -> each.method().equals("POST") && !each.path().equals("/token"))
        .count();
  }
}
