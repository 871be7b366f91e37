package io.github.certbot4j.cli.option;

import io.github.certbot4j.builtin.manual.ManualOptions;
import io.github.certbot4j.builtin.webroot.WebrootArguments;
import io.github.certbot4j.builtin.webroot.WebrootOptions;
import io.github.certbot4j.config.OptionTable;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;

/** Reads command lines in a directory of their own, away from the machine's configuration. */
final class Lines {

  static final OptionTable TABLE =
      OptionTable.core().with(WebrootOptions.all()).with(ManualOptions.all());

  private final Path directory;
  private final Map<String, String> environment = new HashMap<>();

  Lines(Path directory) {
    this.directory = directory;
    environment.put("HOME", directory.resolve("home").toString());
    environment.put("PATH", directory.resolve("bin").toString());
  }

  Lines with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Writes a file below the directory; {@code etc/cli.ini} is the machine's configuration. */
  Lines file(String name, String text) {
    try {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  Invocation read(String... arguments) {
    ConfigFiles files = new ConfigFiles(directory.resolve("etc"), this::variable);
    return new CommandLineReader(
            TABLE,
            () -> List.of(new WebrootArguments()),
            new CommandLineReader.Surroundings(files, this::variable, directory))
        .read(List.of(arguments));
  }

  Invocation.Act act(String... arguments) {
    return (Invocation.Act) read(arguments);
  }

  Settings settings(String... arguments) {
    return act(arguments).settings();
  }

  /** The failure that a line ends with. */
  Failure failure(String... arguments) {
    return Assertions.catchThrowableOfType(FailureException.class, () -> read(arguments)).failure();
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name));
  }
}
