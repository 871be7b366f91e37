package io.github.certbot4j.it.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.dns.cloudflare.FakeCloudflare;
import io.github.certbot4j.it.Certbot;
import io.github.certbot4j.it.FileTree;
import io.github.certbot4j.it.PebbleSettings;
import io.github.certbot4j.it.ProgramRun;
import io.github.certbot4j.it.Sandbox;
import io.github.certbot4j.it.TestCa;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A hundred names in one certificate: what that asks of the service, and how long it takes. */
class ManyDnsNamesIT {

  private static final int NAMES = 100;

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  private record Cost(int requests, Duration time) {}

  @Test
  void a_hundred_names_take_fewer_requests_and_less_time_than_with_the_original(TestReporter report)
      throws Exception {
    Cost original = cost("original");
    Cost ours = cost("ours");
    report.publishEntry(
        "a certificate for %d names".formatted(NAMES),
        "original %s, this program %s".formatted(original, ours));
    assertThat(ours.requests()).isLessThan(original.requests());
    assertThat(ours.time()).isLessThan(original.time());
  }

  private Cost cost(String program) throws Exception {
    String credentials = "dns_cloudflare_api_token = " + FakeCloudflare.TOKEN + "\n";
    try (FakeWorld world = new FakeWorld(new FakeCloudflare(), credentials, "", "");
        TestCa ca =
            new TestCa(PebbleSettings.usual().takingEveryNonce().authorizationReuse(0))
                .startAsking(world.dnsPort())) {
      world.tolerateOtherClients();
      Path file = FileTree.write(sandbox.path(program + ".ini"), credentials);
      FileTree.mode(file, "rw-------");
      Certbot certbot =
          program.equals("ours") ? Certbot.ours(sandbox, ca) : Certbot.original(sandbox, ca);
      if (program.equals("original")) {
        OriginalPlugins.require("dns-cloudflare", certbot);
      }

      ProgramRun order =
          certbot
              .certonly("--dns-cloudflare", "--cert-name", program, "-d", names())
              .with("--dns-cloudflare-credentials", file.toString())
              .with("--dns-cloudflare-propagation-seconds", "0");
      OriginalPlugins.foundBy(world.reachedBy(order, sandbox.root(), ca));
      long begin = System.nanoTime();
      order.run().succeeded();
      Duration time = Duration.ofNanos(System.nanoTime() - begin);

      assertThat(sandbox.lineage(program).isWhole().names()).hasSize(NAMES);
      assertThat(world.violations()).isEmpty();
      return new Cost(world.fake().requests().size(), time);
    }
  }

  private static String names() {
    return IntStream.range(0, NAMES)
        .mapToObj(number -> "n" + number + ".example.test")
        .collect(Collectors.joining(","));
  }
}
