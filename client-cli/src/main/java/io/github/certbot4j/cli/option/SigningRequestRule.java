package io.github.certbot4j.cli.option;

import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.crypto.CryptoException;
import io.github.certbot4j.crypto.Csr;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The user's own signing request: it decides on the names. */
final class SigningRequestRule implements SettingsRule {

  @Override
  public Settings apply(Verb verb, Settings settings) {
    Optional<String> file = settings.find(CertificateOptions.CSR);
    if (file.isEmpty()) {
      return settings;
    }
    Path path = Path.of(file.get());
    byte[] request = read(path);
    if (verb != Verb.CERTONLY) {
      throw FailureException.rejected(
          "--csr works with certonly only, not with " + verb.word() + ".", "Use certonly.");
    }
    if (settings.get(CertificateOptions.ALLOW_SUBSET_OF_NAMES)) {
      throw FailureException.rejected(
          "--allow-subset-of-names cannot be used with --csr: the request says which names the"
              + " certificate has.",
          "Leave out one of them.");
    }
    Set<DomainName> names = namesIn(path, request);
    List<DomainName> asked = settings.get(CertificateOptions.DOMAINS);
    if (!names.containsAll(asked)) {
      throw FailureException.rejected(
          "The names given are not those of the signing request. Given: "
              + join(asked)
              + "; in the request: "
              + join(names)
              + ".",
          "Leave out --domains, or make another request.");
    }
    Set<DomainName> all = new LinkedHashSet<>(asked);
    all.addAll(names);
    return settings.with(CertificateOptions.DOMAINS, List.copyOf(all), Origin.DERIVED);
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new FailureException(
          new Failure.Usage(
              "The signing request " + file + " cannot be read.", "Check the path given by --csr."),
          e);
    }
  }

  private static Set<DomainName> namesIn(Path file, byte[] request) {
    Set<DomainName> names = new LinkedHashSet<>();
    try {
      for (String name : Csr.parse(request).names()) {
        names.add(DomainName.parse(name));
      }
    } catch (CryptoException e) {
      throw new FailureException(
          new Failure.Rejected(
              file + ": " + e.getMessage(), "Give --csr a PKCS #10 request in PEM or DER."),
          e);
    }
    if (names.isEmpty()) {
      throw FailureException.rejected(
          "The signing request " + file + " is for no name.",
          "Make one with the names as subject alternative names.");
    }
    return names;
  }

  private static String join(Iterable<DomainName> names) {
    List<String> texts = new ArrayList<>();
    for (DomainName name : names) {
      texts.add(name.ascii());
    }
    return String.join(", ", texts);
  }
}
