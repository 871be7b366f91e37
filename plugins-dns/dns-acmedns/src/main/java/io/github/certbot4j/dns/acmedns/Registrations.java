package io.github.certbot4j.dns.acmedns;

import io.github.certbot4j.dns.http.Json;
import io.github.certbot4j.dns.trouble.DnsTroubleException;
import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.file.FileMode;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file of registrations: a JSON object of names without {@code _acme-challenge}. It is read
 * each time, since another order of this run may have changed it; only its owner may read it.
 */
final class Registrations {

  private final Path file;
  private final AtomicFiles files = new AtomicFiles();

  Registrations(Path file) {
    this.file = file;
  }

  Path file() {
    return file;
  }

  /**
   * The registration of a name.
   *
   * @throws FailureException if the file is damaged
   */
  Optional<Registration> of(String name) {
    try {
      return read().find(name).map(Registration::of);
    } catch (DnsTroubleException e) {
      throw damaged(e);
    }
  }

  /** The registration whose own name is this one. */
  Optional<Registration> withDomain(String domain) {
    try {
      Json all = read();
      return all.keys().stream()
          .map(name -> Registration.of(all.at(name)))
          .filter(each -> each.domain().equals(domain))
          .findFirst();
    } catch (DnsTroubleException e) {
      throw damaged(e);
    }
  }

  /** Keeps a registration; when this returns, it is on disk. */
  void put(String name, Registration registration) {
    files.makeDirectories(file.toAbsolutePath().getParent(), FileMode.OPEN_DIRECTORY);
    String text = read().with(name, registration.all()) + "\n";
    files.replace(file, text.getBytes(StandardCharsets.UTF_8), FileMode.SECRET_FILE);
  }

  private Json read() {
    try {
      return Json.parse(Files.readString(file));
    } catch (NoSuchFileException e) {
      return Json.object();
    } catch (IOException e) {
      throw FailureException.storage("Cannot read " + file + ": " + e, "Make it readable.");
    } catch (DnsTroubleException e) {
      throw damaged(e);
    }
  }

  private FailureException damaged(DnsTroubleException cause) {
    FailureException failure =
        FailureException.storage(
            "The file of acme-dns registrations " + file + " is damaged.",
            "Restore it, or move it away and register the names anew.");
    failure.initCause(cause);
    return failure;
  }
}
