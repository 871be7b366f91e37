package io.github.certbot4j.dns.google;

import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.spi.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the account where Google's own tools look for it: in the file that the user named, in that
 * of a variable, in what gcloud stored, else at the machine's metadata server.
 */
final class GoogleAccounts {

  private static final String FILE = "application_default_credentials.json";

  private final ServiceContext context;
  private final Environment environment;

  GoogleAccounts(ServiceContext context) {
    this.context = context;
    this.environment = context.plugin().environment();
  }

  /** Fails if the file that counts can't be used; a metadata server is not asked yet. */
  GoogleAccount choose() {
    Optional<Path> file =
        context
            .credentials()
            .file()
            .or(() -> variable("GOOGLE_APPLICATION_CREDENTIALS").map(Path::of))
            .or(this::storedByGcloud);
    return file.isPresent()
        ? KeyFile.read(file.get(), context)
        : new MetadataServer(context, variable("GCE_METADATA_HOST"));
  }

  private Optional<Path> storedByGcloud() {
    return variable("CLOUDSDK_CONFIG")
        .map(Path::of)
        .or(() -> variable("HOME").map(home -> Path.of(home, ".config", "gcloud")))
        .map(directory -> directory.resolve(FILE))
        .filter(Files::isRegularFile);
  }

  private Optional<String> variable(String name) {
    return environment.variable(name).filter(text -> !text.isBlank());
  }
}
