package io.github.certbot4j.it.apache;

import io.github.certbot4j.it.FileTree;
import io.github.certbot4j.it.ProgramRun;
import io.github.certbot4j.it.Requirement;
import io.github.certbot4j.it.Sandbox;
import java.nio.file.Path;
import java.util.List;

/** What a server shows before certbot comes: a certificate that is signed by itself. */
final class OldCertificate {
  private OldCertificate() {}

  /** Makes {@code old/cert.pem} and {@code old/key.pem}. */
  static void create(Sandbox sandbox) {
    Path directory = FileTree.directory(sandbox.path("old"));
    Path openssl = Requirement.program("openssl", "openssl");
    new ProgramRun(sandbox, List.of(openssl.toString(), "req", "-x509", "-nodes", "-days", "30"))
        .with("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1")
        .with("-subj", "/CN=old.example.test")
        .with("-out", directory.resolve("cert.pem").toString())
        .with("-keyout", directory.resolve("key.pem").toString())
        .run()
        .succeeded();
  }
}
