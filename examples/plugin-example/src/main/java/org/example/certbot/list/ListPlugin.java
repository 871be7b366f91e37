package org.example.certbot.list;

import io.github.certbot4j.spi.Installer;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionSpec.Stored;
import io.github.certbot4j.spi.OptionTypes;
import io.github.certbot4j.spi.Plugin;
import io.github.certbot4j.spi.PluginContext;
import java.util.List;
import java.util.Optional;

/** What the program knows of the installer before it is used. */
public final class ListPlugin implements Plugin {

  static final OptionSpec<String> FILE =
      OptionSpec.of("example_list_file", OptionTypes.PATH)
          .names("--example-list-file")
          .topics("example-list")
          .metavar("FILE")
          .defaultValue("/etc/example-list.conf")
          .stored(Stored.WHEN_RELEVANT)
          .description("The list of names; it must exist.")
          .build();

  static final OptionSpec<String> RELOAD =
      OptionSpec.of("example_list_reload", OptionTypes.TEXT)
          .names("--example-list-reload")
          .topics("example-list")
          .metavar("COMMAND")
          .stored(Stored.WHEN_RELEVANT)
          .description("A shell command that makes the server read the list again.")
          .build();

  @Override
  public String name() {
    return "example-list";
  }

  @Override
  public String description() {
    return "Keeps a list of names and their certificates (an example)";
  }

  @Override
  public List<OptionSpec<?>> options() {
    return List.of(FILE, RELOAD);
  }

  @Override
  public Optional<Factory<Installer>> installer() {
    return Optional.of(ListInstaller::new);
  }

  @Override
  public boolean hasUpdates(PluginContext context) {
    return false;
  }
}
