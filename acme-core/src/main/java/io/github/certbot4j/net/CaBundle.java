package io.github.certbot4j.net;

import io.github.certbot4j.crypto.CryptoException;
import io.github.certbot4j.crypto.Pem;
import io.github.certbot4j.crypto.PemBlock;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.stream.Stream;

/** Reads root certificates that the user wants to trust. */
final class CaBundle {

  private CaBundle() {}

  /**
   * Reads a PEM file with any number of certificates, or each such file of a directory.
   *
   * @throws FailureException naming the path and why it can't be used
   */
  static KeyStore read(Path path) {
    try {
      KeyStore roots = KeyStore.getInstance(KeyStore.getDefaultType());
      roots.load(null, null);
      for (Path file : files(path)) {
        add(file, roots, Files.isDirectory(path));
      }
      if (roots.size() == 0) {
        throw unusable(path, "it has no certificates in PEM");
      }
      return roots;
    } catch (NoSuchFileException e) {
      throw unusable(path, "it does not exist");
    } catch (IOException e) {
      throw unusable(path, "it cannot be read (" + NetworkWords.of(e) + ")");
    } catch (CryptoException | GeneralSecurityException e) {
      throw unusable(path, "it holds a malformed certificate (" + e.getMessage() + ")");
    }
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void add(Path file, KeyStore roots, boolean amongOthers)
      throws IOException, GeneralSecurityException {
    // PEM is ASCII, but comments between the blocks may be in any encoding.
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    if (amongOthers && !text.contains("-----BEGIN")) {
      return;
    }
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    for (PemBlock block : Pem.decode(text)) {
      if (block.label().equals(Pem.CERTIFICATE)) {
        roots.setCertificateEntry(
            Integer.toString(roots.size()),
            factory.generateCertificate(new ByteArrayInputStream(block.der())));
      }
    }
  }

  private static FailureException unusable(Path path, String why) {
    return new FailureException(
        new Failure.Environment(
            "The bundle of CA certificates " + path + " cannot be used: " + why + ".",
            "It was named by REQUESTS_CA_BUNDLE, CURL_CA_BUNDLE or SSL_CERT_FILE.",
            false));
  }
}
