package io.github.certbot4j.it;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A certbot with its directories in a sandbox and one CA to talk to. Nothing is asked and nothing
 * waits at random.
 */
public final class Certbot {
  private final Path program;
  private final Sandbox sandbox;
  private final TestCa ca;

  private Certbot(Path program, Sandbox sandbox, TestCa ca) {
    this.program = program;
    this.sandbox = sandbox;
    this.ca = ca;
  }

  /** The program that is built here. */
  public static Certbot ours(Sandbox sandbox, TestCa ca) {
    return new Certbot(Distribution.launcher(), sandbox, ca);
  }

  /** A copy of it inside the sandbox, where every user can reach it. */
  public static Certbot ofCopy(Sandbox sandbox, TestCa ca) {
    return new Certbot(Distribution.copyTo(sandbox.path("copied")), sandbox, ca);
  }

  /** The one that Debian installs. */
  public static Certbot original(Sandbox sandbox, TestCa ca) {
    return new Certbot(Requirement.program("certbot", "certbot"), sandbox, ca);
  }

  /** Any verb, told of the directories only; what else it needs it must have stored. */
  public ProgramRun run(String... arguments) {
    return plain(arguments).with("-n");
  }

  /** As {@link #run}, but questions may be asked. */
  public ProgramRun plain(String... arguments) {
    String trusted = ca.pebble().tlsCertificate().toString();
    return new ProgramRun(sandbox, List.of(program.toString()))
        .with(arguments)
        .with("--config-dir", sandbox.config().toString())
        .with("--work-dir", sandbox.work().toString())
        .with("--logs-dir", sandbox.logs().toString())
        .env("REQUESTS_CA_BUNDLE", trusted)
        .env("SSL_CERT_FILE", trusted);
  }

  /** A verb that talks to the CA. */
  public ProgramRun withCa(String... arguments) {
    return run(arguments).with("--server", ca.pebble().directoryUrl());
  }

  /** {@code certonly} with all it needs but an authenticator and names. */
  public ProgramRun certonly(String... arguments) {
    return withCa("certonly")
        .with(arguments)
        .with("--agree-tos", "-m", "admin@example.test")
        .with("--http-01-port", Integer.toString(ca.pebble().challengePort()));
  }

  /** Obtains a certificate by the standalone authenticator. */
  public Outcome issue(String... domains) {
    return issue(List.of(), domains);
  }

  public Outcome issue(List<String> options, String... domains) {
    List<String> arguments = new ArrayList<>(List.of("--standalone"));
    arguments.addAll(options);
    for (String domain : domains) {
      arguments.addAll(List.of("-d", domain));
    }
    return certonly(arguments.toArray(String[]::new)).run().succeeded();
  }

  public ProgramRun renew(String... arguments) {
    return run("renew").with("--no-random-sleep-on-renew").with(arguments);
  }

  /** What {@code certificates} prints. */
  public String listing() {
    return run("certificates").run().succeeded().out();
  }

  /** Directory of the only account at the CA, when there is one. */
  public Optional<Path> accountDirectory() {
    String server = ca.pebble().directoryUrl().substring("https://".length());
    Path accounts = sandbox.config().resolve("accounts").resolve(server);
    return FileTree.names(accounts).stream().findFirst().map(accounts::resolve);
  }
}
