package io.github.certbot4j.it.dns;

import io.github.certbot4j.it.ProgramRun;
import io.github.certbot4j.it.TestCa;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A DNS service and what the world sees of it; it has the zone {@code example.test}. */
interface DnsWorld extends AutoCloseable {

  /** The port of 127.0.0.1 at which a name server shows the service's records. */
  int dnsPort();

  /** The text of a credentials file. */
  String credentials();

  /** A credentials file that the service refuses, and part of what the user is told then. */
  Map.Entry<String, String> wrongCredentials();

  /** What the environment must say for the program to reach the service. */
  Map<String, String> environment(Path directory, String caOfTheAcmeServer);

  /** Has a run reach the service and the CA; files that this takes are put into the directory. */
  default ProgramRun reachedBy(ProgramRun run, Path directory, TestCa ca) throws IOException {
    String acmeCa = Files.readString(ca.pebble().tlsCertificate());
    environment(directory, acmeCa).forEach(run::env);
    return run;
  }

  /** The TXT values at a name. */
  List<String> txt(String name);

  /** What the program did that it must not do. */
  List<String> violations();

  /** Tolerates what the original's libraries send besides. */
  default void tolerateOtherClients() {}

  @Override
  void close();
}
