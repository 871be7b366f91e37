package io.github.certbot4j.builtin.webroot;

import java.io.IOException;
import java.nio.file.Path;

/** Publishes one file, in a process whose umask a test chose. */
final class PublishingProcess {

  private PublishingProcess() {}

  public static void main(String[] arguments) throws IOException {
    Publication publication = new Publication("/.well-known/acme-challenge/");
    publication.publish(Path.of(arguments[0]), "token", "content");
  }
}
