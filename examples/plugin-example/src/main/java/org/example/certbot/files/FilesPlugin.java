package org.example.certbot.files;

import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionSpec.Stored;
import io.github.certbot4j.spi.OptionTypes;
import io.github.certbot4j.spi.Plugin;
import java.util.List;
import java.util.Optional;

/** What the program knows of the authenticator before it is used. */
public final class FilesPlugin implements Plugin {

  static final OptionSpec<String> DIRECTORY =
      OptionSpec.of("example_files_directory", OptionTypes.PATH)
          .names("--example-files-directory")
          .topics("example-files")
          .metavar("DIRECTORY")
          .stored(Stored.WHEN_RELEVANT)
          .description(
              "The directory that a web server shows as /.well-known/acme-challenge/ of all names.")
          .build();

  @Override
  public String name() {
    return "example-files";
  }

  @Override
  public String description() {
    return "Puts challenge files into one directory (an example)";
  }

  @Override
  public List<OptionSpec<?>> options() {
    return List.of(DIRECTORY);
  }

  @Override
  public Optional<Factory<Authenticator>> authenticator() {
    return Optional.of(FilesAuthenticator::new);
  }
}
