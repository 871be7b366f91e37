package io.github.certbot4j.it;

import io.github.certbot4j.it.differential.DirectoryFacts;
import io.github.certbot4j.it.differential.Normalizer;
import io.github.certbot4j.it.differential.Observation;
import io.github.certbot4j.it.differential.Scenario;
import io.github.certbot4j.it.differential.ScenarioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One of the two programs, with a CA and a sandbox of its own. Carries out one scenario after the
 * other, each in directories that are empty or a copy of its base's.
 */
final class ProgramUnderComparison implements AutoCloseable {
  private static final Set<String> KEPT = Set.of("bin", "tmp");

  private final ScenarioFile file;
  private final TestCa ca;
  private final Sandbox sandbox;
  private final Sandbox store;
  private final Normalizer normalizer;
  private final Set<String> stored = new HashSet<>();

  ProgramUnderComparison(Path program, ScenarioFile file)
      throws IOException, GeneralSecurityException {
    this.file = file;
    ca = new TestCa(PebbleSettings.usual().takingEveryNonce().authorizationReuse(100)).start();
    sandbox = Sandbox.open();
    store = Sandbox.open();
    String authority = ca.pebble().directoryUrl().replace("https://", "").replace("/dir", "");
    String port = Integer.toString(ca.pebble().challengePort());
    normalizer = new Normalizer(sandbox.root().toString(), authority, port);
    sandbox.script(
        "bin/certbot",
        "exec '%s' \"$@\" --config-dir '%s' --work-dir '%s' --logs-dir '%s'"
            .formatted(program, sandbox.config(), sandbox.work(), sandbox.logs()));
  }

  Observation carryOut(Scenario scenario) throws IOException {
    prepare(scenario.from());
    Map<String, Long> before = requests();
    Map<String, String> facts = new TreeMap<>();
    try (WebRootServer web = serving(scenario)) {
      for (int i = 0; i < scenario.lines().size(); i++) {
        note(i + 1, scenario.lines().get(i), facts);
      }
    }
    requests().forEach((what, count) -> facts.put("acme " + what, "" + (count - before.get(what))));
    DirectoryFacts directory = new DirectoryFacts(sandbox.root(), normalizer);
    return Observation.of(List.of(facts, directory.read()));
  }

  private void note(int number, Scenario.Line line, Map<String, String> facts) {
    Outcome outcome = run(line.command());
    String place = "line " + number;
    facts.put(place + " exit", Integer.toString(outcome.exit()));
    if (outcome.text().contains("Traceback") || outcome.text().contains("\tat ")) {
      facts.put(place + " ends with a stack trace", outcome.toString());
    }
    if (line.shown()) {
      // By their text and not by their number, so that one line more is one difference.
      normalizer
          .normal(outcome.out())
          .lines()
          .forEach(shown -> facts.merge(place + " shows '" + shown + "'", "1", String::concat));
    }
  }

  private Outcome run(String line) {
    String trusted = ca.pebble().tlsCertificate().toString();
    String port = Integer.toString(ca.pebble().challengePort());
    String server = ca.pebble().directoryUrl();
    Outcome outcome =
        new ProgramRun(sandbox, List.of("/bin/sh", "-c", line))
            .env("PATH", sandbox.path("bin") + ":" + System.getenv("PATH"))
            .env("REQUESTS_CA_BUNDLE", trusted)
            .env("SSL_CERT_FILE", trusted)
            .env("SERVER", server)
            .env("PORT", port)
            .env("NAMES", ca.names().managementUrl())
            .env(
                "CA",
                "-n --agree-tos -m admin@example.test --no-eff-email --key-type ecdsa --server "
                    + server
                    + " --http-01-port "
                    + port)
            .run();
    ca.pebble().forgetProvedNames(sandbox.config());
    return outcome;
  }

  private Map<String, Long> requests() {
    PebbleServer pebble = ca.pebble();
    return new TreeMap<>(
        Map.of(
            "accounts", pebble.accounts(),
            "orders", pebble.orders(),
            "certificates", pebble.certificates(),
            "revocations", pebble.requests("/revoke-cert")));
  }

  private WebRootServer serving(Scenario scenario) throws IOException {
    if (scenario.hosts().isEmpty()) {
      return null;
    }
    WebRootServer web = new WebRootServer(ca.pebble().challengePort());
    scenario.hosts().forEach((host, directory) -> web.host(host, sandbox.path(directory)));
    return web;
  }

  private void prepare(String base) throws IOException {
    if (!base.isEmpty() && stored.add(base)) {
      build(file.base(base));
    }
    for (String entry : FileTree.names(sandbox.root())) {
      if (!KEPT.contains(entry)) {
        FileTree.delete(sandbox.path(entry));
      }
    }
    if (!base.isEmpty()) {
      for (String entry : FileTree.names(store.path(base))) {
        FileTree.copy(store.path(base).resolve(entry), sandbox.path(entry));
      }
    }
  }

  private void build(Scenario base) throws IOException {
    prepare(base.from());
    try (WebRootServer web = serving(base)) {
      base.lines().forEach(line -> run(line.command()).succeeded());
    }
    Path place = FileTree.directory(store.path(base.name()));
    for (String entry : FileTree.names(sandbox.root())) {
      if (!KEPT.contains(entry)) {
        Files.move(sandbox.path(entry), place.resolve(entry));
      }
    }
  }

  @Override
  public void close() {
    ca.close();
    sandbox.close();
    store.close();
  }
}
