package io.github.certbot4j.it.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.it.Certbot;
import io.github.certbot4j.it.FileTree;
import io.github.certbot4j.it.Outcome;
import io.github.certbot4j.it.PebbleSettings;
import io.github.certbot4j.it.ProgramRun;
import io.github.certbot4j.it.Sandbox;
import io.github.certbot4j.it.TestCa;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What this program and the original stored, the other renews, with the same fakes for both. */
class DnsExchangeIT {
  /** Debian has no packages of these plugins, or their fakes know no other client. */
  private static final List<String> OURS_ONLY =
      List.of("dns-acmedns", "dns-cloudxns", "dns-dnsmadeeasy", "dns-luadns", "dns-nsone");

  private static final String CHALLENGE = "_acme-challenge.example.test";

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  static Collection<String> plugins() {
    return Services.all().keySet().stream().filter(name -> !OURS_ONLY.contains(name)).toList();
  }

  @ParameterizedTest
  @MethodSource("plugins")
  void each_renews_what_the_other_stored(String plugin) throws Exception {
    try (DnsWorld world = Services.all().get(plugin).start(directory("service"));
        TestCa ca =
            new TestCa(PebbleSettings.usual().takingEveryNonce().authorizationReuse(0))
                .startAsking(world.dnsPort())) {
      world.tolerateOtherClients();
      Certbot original = Certbot.original(sandbox, ca);
      OriginalPlugins.require(plugin, original);
      Path file = FileTree.write(directory("own").resolve("credentials.ini"), world.credentials());
      FileTree.mode(file, "rw-------");

      ProgramRun order =
          original
              .certonly("--" + plugin, "-d", "example.test", "-d", "*.example.test")
              .with("--" + plugin + "-propagation-seconds", "2");
      if (!plugin.equals("dns-route53")) {
        order.with("--" + plugin + "-credentials", file.toString());
      }
      check(1, world, reaching(world, ca, order));
      ProgramRun ours = Certbot.ours(sandbox, ca).renew("--force-renewal");
      check(2, world, reaching(world, ca, ours));
      check(3, world, reaching(world, ca, original.renew("--force-renewal")));
    }
  }

  private void check(int version, DnsWorld world, ProgramRun run) throws Exception {
    Outcome outcome = run.run().succeeded();
    assertThat(sandbox.lineage("example.test").isWhole().version())
        .as(outcome.toString())
        .isEqualTo(version);
    assertThat(world.txt(CHALLENGE)).isEmpty();
    assertThat(world.violations()).isEmpty();
  }

  private ProgramRun reaching(DnsWorld world, TestCa ca, ProgramRun run) throws Exception {
    return OriginalPlugins.foundBy(world.reachedBy(run, sandbox.root(), ca));
  }

  private Path directory(String name) {
    return FileTree.directory(sandbox.path(name));
  }
}
