package io.github.certbot4j.apache.control;

import io.github.certbot4j.exec.Command;
import io.github.certbot4j.exec.CommandResult;
import io.github.certbot4j.exec.CommandRunner;
import io.github.certbot4j.spi.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The environment variables that the server's control program starts it with: those of Debian's
 * file {@code envvars}, which that program runs too, before those of this process.
 */
public final class ServerEnvironment implements Environment {

  private final Environment own;
  private final CommandRunner commands;
  private final Path file;
  private final Map<String, String> fromFile = new HashMap<>();
  private boolean read;

  /** The environment of a server with this root. */
  public ServerEnvironment(Environment own, CommandRunner commands, Path serverRoot) {
    this.own = own;
    this.commands = commands;
    this.file = own.variable("APACHE_ENVVARS").map(Path::of).orElse(serverRoot.resolve("envvars"));
  }

  /** The file is run when the first variable is asked for. */
  @Override
  public synchronized Optional<String> variable(String name) {
    if (!read) {
      read = true;
      readFile();
    }
    return fromFile.containsKey(name)
        ? Optional.of(fromFile.get(name))
        : own.variable(name).filter(value -> !value.isEmpty());
  }

  private void readFile() {
    if (!Files.isReadable(file)) {
      return;
    }
    Map<String, String> environment =
        Map.of("CERTBOT_ENVVARS", file.toString(), "APACHE_CONFDIR", file.getParent().toString());
    CommandResult result =
        commands.run(Command.shell(". \"$CERTBOT_ENVVARS\" >/dev/null 2>&1; env", environment));
    for (String line : result.stdout().split("\n")) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        fromFile.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
  }
}
