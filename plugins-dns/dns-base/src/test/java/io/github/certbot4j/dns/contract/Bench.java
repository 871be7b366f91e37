package io.github.certbot4j.dns.contract;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.credentials.CredentialsForm;
import io.github.certbot4j.file.DirectoryLocks;
import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.model.Directories;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.PluginContext;
import io.github.certbot4j.spi.Waiter;
import io.github.certbot4j.spi.contract.GivenOptions;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import io.github.certbot4j.spi.contract.StoppedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Runs a DNS plugin against its fake service, in a directory of its own and in no time. */
public final class Bench {

  /** What the tests' clock starts with. */
  public static final Instant START = Instant.parse("2026-11-22T00:46:56Z");

  /** Where nobody answers. */
  private static final String NO_RESOLVER = "127.0.0.1:1";

  private final Path directory;
  private final StoppedClock clock = new StoppedClock(START);
  private final GivenOptions options = new GivenOptions();
  private final Map<String, String> environment = new HashMap<>();
  private Display display = ScriptedDisplay.unattended();
  private Waiter waiter = clock;

  public Bench(Path directory) {
    this.directory = directory;
    environment.put("CERTBOT_DNS_RESOLVER", NO_RESOLVER);
    environment.put("HOME", directory.toString());
  }

  /** A bench in a directory of its own below another one. */
  public static Bench below(Path directory, String name) {
    try {
      return new Bench(Files.createDirectories(directory.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets the plugin reach a fake service, as any program would: by the environment. */
  public Bench reaching(FakeProvider fake) {
    environment.put("HTTPS_PROXY", fake.proxyUrl());
    environment.put("REQUESTS_CA_BUNDLE", write("ca.pem", fake.caPem()).toString());
    fake.runBy(clock::now);
    return this;
  }

  public Bench variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  public Bench answering(Display other) {
    display = other;
    return this;
  }

  public Bench waitingBy(Waiter other) {
    waiter = other;
    return this;
  }

  public <T> Bench option(OptionSpec<T> option, T value) {
    options.with(option, value);
    return this;
  }

  /** Sets one of a plugin's options by its key. */
  @SuppressWarnings("unchecked")
  public <T> Bench option(DnsPlugin plugin, String key, T value) {
    OptionSpec<?> found =
        plugin.options().stream()
            .filter(option -> option.key().equals(plugin.keyPrefix() + key))
            .findFirst()
            .orElseThrow();
    return option((OptionSpec<T>) found, value);
  }

  public StoppedClock clock() {
    return clock;
  }

  public Path directory() {
    return directory;
  }

  /** Writes a file that only its owner can read. */
  public Path write(String name, String text) {
    try {
      Path file = directory.resolve(name);
      Files.writeString(file, text);
      return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The authenticator, with a credentials file of this text if the plugin takes one. */
  public Authenticator authenticator(DnsPlugin plugin, String credentials) {
    if (plugin.declaration().form().kind() != CredentialsForm.Kind.SURROUNDINGS) {
      option(plugin, "credentials", write("credentials.ini", credentials).toString());
    }
    return authenticator(plugin);
  }

  /** The authenticator with the options given so far. */
  public Authenticator authenticator(DnsPlugin plugin) {
    return plugin.authenticator().orElseThrow().create(context());
  }

  public PluginContext context() {
    return new PluginContext(
        options,
        new Directories(
            directory.resolve("etc"), directory.resolve("var"), directory.resolve("log")),
        display,
        command -> {
          throw new AssertionError("no program was expected to run: " + command.argv());
        },
        name -> Optional.ofNullable(environment.get(name)),
        waiter,
        new DirectoryLocks());
  }

  /** A challenge for a name; the value is like a real one, and differs with the seed. */
  public static Challenge challenge(String domain, String seed) {
    String value = ("Va_lue-" + seed + "-" + "x".repeat(43)).substring(0, 43);
    return new Challenge(
        DomainName.parse(domain), ChallengeType.DNS_01, "token-" + domain + seed, value);
  }
}
