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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Certificates by each DNS plugin, from the first order to the renewal and back to a clean zone.
 */
class DnsPluginsIT {
  private static final String CHALLENGE = "_acme-challenge.example.test";

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  static Collection<String> plugins() {
    return Services.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("plugins")
  void a_name_and_its_wildcard_are_proved_and_renewed(String plugin) throws Exception {
    try (DnsWorld world = start(plugin);
        TestCa ca = caAsking(world)) {
      Path file = credentials(world.credentials());
      Certbot certbot = Certbot.ours(sandbox, ca);

      ProgramRun order =
          certbot
              .certonly("--" + plugin, "-d", "example.test", "-d", "*.example.test")
              .with("--" + plugin + "-propagation-seconds", "5");
      reaching(world, ca, naming(plugin, "own/credentials.ini", order)).run().succeeded();

      assertThat(sandbox.lineage("example.test").isWhole().names())
          .containsExactlyInAnyOrder("example.test", "*.example.test");
      assertThat(world.txt(CHALLENGE)).isEmpty();
      assertThat(FileTree.read(sandbox.renewalConf("example.test")))
          .contains("authenticator = " + plugin + "\n")
          .doesNotContain(secretOf(world.credentials()));
      if (takesFile(plugin)) {
        assertThat(FileTree.read(sandbox.renewalConf("example.test")))
            .contains(plugin.replace('-', '_') + "_credentials = " + file + "\n");
      }

      ProgramRun renewal =
          certbot.renew("--force-renewal").in(FileTree.directory(sandbox.path("elsewhere")));
      reaching(world, ca, renewal).run().succeeded();

      assertThat(sandbox.lineage("example.test").isWhole().version()).isEqualTo(2);
      assertThat(world.txt(CHALLENGE)).isEmpty();
      assertThat(world.violations()).isEmpty();
      assertThat(logs()).doesNotContain(secretOf(world.credentials()));
    }
  }

  @ParameterizedTest
  @MethodSource("plugins")
  void wrong_credentials_leave_nothing_behind_and_are_told(String plugin) throws Exception {
    try (DnsWorld world = start(plugin);
        TestCa ca = caAsking(world)) {
      String wrong = world.wrongCredentials().getKey();
      credentials(wrong);

      ProgramRun order =
          Certbot.ours(sandbox, ca).certonly("--" + plugin, "-d", "www.example.test");
      Outcome outcome =
          reaching(world, ca, naming(plugin, "own/credentials.ini", order)).run().failed(1);

      outcome.says(world.wrongCredentials().getValue());
      assertThat(outcome.text()).doesNotContain(secretOf(wrong));
      assertThat(logs()).doesNotContain(secretOf(wrong));
      assertThat(sandbox.lineage("www.example.test").exists()).isFalse();
      assertThat(world.txt("_acme-challenge.www.example.test")).isEmpty();
    }
  }

  private DnsWorld start(String plugin) throws Exception {
    return Services.all().get(plugin).start(FileTree.directory(sandbox.path("service")));
  }

  private static TestCa caAsking(DnsWorld world) throws Exception {
    return new TestCa(PebbleSettings.usual().authorizationReuse(0)).startAsking(world.dnsPort());
  }

  private Path credentials(String text) {
    FileTree.directory(sandbox.path("own"));
    Path file = FileTree.write(sandbox.path("own/credentials.ini"), text);
    FileTree.mode(file, "rw-------");
    return file;
  }

  /** By a path that is relative to the working directory. */
  private static ProgramRun naming(String plugin, String path, ProgramRun run) {
    return takesFile(plugin) ? run.with("--" + plugin + "-credentials", path) : run;
  }

  private static boolean takesFile(String plugin) {
    return !plugin.equals("dns-route53");
  }

  private ProgramRun reaching(DnsWorld world, TestCa ca, ProgramRun run) throws Exception {
    return world.reachedBy(run, sandbox.root(), ca);
  }

  private String logs() {
    StringBuilder all = new StringBuilder();
    FileTree.names(sandbox.logs())
        .forEach(name -> all.append(FileTree.read(sandbox.logs().resolve(name))));
    return all.toString();
  }

  /** The value on the last line of a credentials file that looks like a secret, or its key. */
  private static String secretOf(String credentials) {
    Matcher key = Pattern.compile("BEGIN PRIVATE KEY-----..(.{60})").matcher(credentials);
    return credentials
        .lines()
        .filter(line -> line.matches(".*_(token|secret|api_key|secret_key|key|password) = .*"))
        .reduce((one, other) -> other)
        .map(line -> line.substring(line.indexOf('=') + 1).strip())
        .or(() -> key.results().map(match -> match.group(1)).findFirst())
        .orElseThrow();
  }
}
