package io.github.certbot4j.workflow;

import io.github.certbot4j.account.AccountStore;
import io.github.certbot4j.acme.AcmeGateway;
import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.PathOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.config.VerbOptions;
import io.github.certbot4j.crypto.CertificateView;
import io.github.certbot4j.crypto.CryptoException;
import io.github.certbot4j.crypto.KeyPairs;
import io.github.certbot4j.ini.IniValue;
import io.github.certbot4j.lineage.BrokenLineage;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.lineage.LineageStore;
import io.github.certbot4j.lineage.LoadedLineage;
import io.github.certbot4j.model.AcmeServer;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Display;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Optional;

/** {@code revoke}: has the CA revoke a certificate, and then maybe deletes it here. */
public final class RevokeFlow {

  private final AccountChooser accounts;
  private final Gateways gateways;
  private final Display display;
  private final RevokedFiles revokedFiles;

  public RevokeFlow(
      AccountChooser accounts, Gateways gateways, Display display, RevokedFiles revokedFiles) {
    this.accounts = accounts;
    this.gateways = gateways;
    this.display = display;
    this.revokedFiles = revokedFiles;
  }

  /** Runs the flow for the certificate that is named by lineage or by file. */
  public void run(Settings settings, LineageStore lineages, AccountStore accountStore) {
    Optional<CertName> name = settings.find(CertificateOptions.CERTNAME);
    Optional<String> file = settings.find(PathOptions.CERT_PATH);
    if (name.isPresent() == file.isPresent()) {
      throw FailureException.rejected(
          "The certificate to revoke must be named in exactly one way.",
          "Give either --cert-name or --cert-path.");
    }
    Target target =
        name.isPresent()
            ? managed(settings, lineages, name.get())
            : new Target(settings, Path.of(file.get()), Optional.empty());
    CertificateView certificate = read(target.path());
    int reason = settings.get(VerbOptions.REASON).code();
    Optional<String> keyPath = settings.find(PathOptions.KEY_PATH);
    if (keyPath.isPresent()) {
      revokeByKey(target.settings(), certificate, reason, Path.of(keyPath.get()));
    } else {
      accounts.choose(accountStore, target.settings()).remote().revoke(certificate.der(), reason);
    }
    revokedFiles.afterRevocation(settings, lineages, target.path(), target.lineage());
    display.line(
        "Congratulations! You have successfully revoked the certificate that was located at "
            + target.path()
            + ".");
  }

  private Target managed(Settings settings, LineageStore lineages, CertName name) {
    LoadedLineage loaded = LineageLookup.require(lineages, name);
    if (loaded instanceof BrokenLineage broken) {
      throw new FailureException(broken.failure());
    }
    Lineage lineage = (Lineage) loaded;
    Settings atItsServer = settings;
    IniValue server = lineage.params().values().get(PathOptions.SERVER.key());
    if (!settings.isSetByUser(PathOptions.SERVER) && server instanceof IniValue.Text text) {
      atItsServer =
          settings.with(PathOptions.SERVER, AcmeServer.stored(text.value()), Origin.RENEWAL_CONF);
    }
    return new Target(atItsServer, lineage.livePaths().cert(), Optional.of(name));
  }

  private void revokeByKey(
      Settings settings, CertificateView certificate, int reason, Path keyPath) {
    KeyPair keys;
    try {
      keys = KeyPairs.fromPem(TextFile.read(keyPath, "the private key"));
    } catch (CryptoException e) {
      throw new FailureException(
          FailureException.rejected(keyPath + ": " + e.getMessage(), "").failure(), e);
    }
    if (!KeyPairs.matches(keys, certificate)) {
      throw FailureException.rejected(
          "The private key in " + keyPath + " does not belong to the certificate.",
          "Give --key-path the key of this very certificate.");
    }
    AcmeGateway gateway = gateways.to(settings);
    gateway.revoke(keys, certificate.der(), reason);
  }

  private static CertificateView read(Path path) {
    try {
      return CertificateView.parse(TextFile.bytes(path, "the certificate"));
    } catch (CryptoException e) {
      throw new FailureException(
          FailureException.rejected(
                  path + " is not a certificate: " + e.getMessage(),
                  "Give --cert-path a file in PEM or DER format.")
              .failure(),
          e);
    }
  }

  /** What is to be revoked, with the options that lead to its CA. */
  private record Target(Settings settings, Path path, Optional<CertName> lineage) {}
}
