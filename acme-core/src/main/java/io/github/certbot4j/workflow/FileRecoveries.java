package io.github.certbot4j.workflow;

import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.DecisionOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.lineage.NumberedFiles;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.Directories;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.KeySpec;
import io.github.certbot4j.order.CertificateKey;
import io.github.certbot4j.order.FileOrderRecovery;
import io.github.certbot4j.order.OrderIdentity;
import io.github.certbot4j.order.OrderRecovery;
import io.github.certbot4j.spi.Waiter;
import java.nio.file.Path;
import java.util.List;

/** Remembers open orders below the work directory, except where nothing is to be kept. */
public final class FileRecoveries implements CertificateObtainer.Recoveries {

  private static final String DIRECTORY = "open-orders";

  private final Waiter clock;
  private final Object numbering = new Object();

  public FileRecoveries(Waiter clock) {
    this.clock = clock;
  }

  @Override
  public OrderRecovery forOrder(
      Attempt attempt, CertName lineage, List<DomainName> names, CertificateKey key) {
    boolean keepsNothing =
        attempt.settings().get(DecisionOptions.DRY_RUN)
            || key instanceof CertificateKey.UserRequest;
    if (keepsNothing) {
      return OrderRecovery.NONE;
    }
    Directories directories = DirectoryOptions.of(attempt.settings());
    Path file = directories.work().resolve(DIRECTORY).resolve(lineage + ".json");
    OrderIdentity identity =
        new OrderIdentity(
            attempt.account().stored().location(),
            names.stream().map(DomainName::ascii).toList(),
            describe(key) + describeProfile(attempt.settings()));
    return new FileOrderRecovery(file, identity, new KeptFiles(directories, numbering), clock);
  }

  private static String describeProfile(Settings settings) {
    return settings
        .find(CertificateOptions.REQUIRED_PROFILE)
        .or(() -> settings.find(CertificateOptions.PREFERRED_PROFILE))
        .map(profile -> " profile " + profile)
        .orElse("");
  }

  private static String describe(CertificateKey key) {
    if (key instanceof CertificateKey.Fresh fresh) {
      KeySpec spec = fresh.spec();
      String kind =
          spec instanceof KeySpec.Rsa rsa
              ? "rsa-" + rsa.bits()
              : ((KeySpec.Ecdsa) spec).curve().optionName();
      return withExtension(kind, fresh.mustStaple());
    }
    return withExtension("kept", ((CertificateKey.Existing) key).mustStaple());
  }

  private static String withExtension(String kind, boolean mustStaple) {
    return mustStaple ? kind + " must-staple" : kind;
  }

  /**
   * The numbered files below the configuration directory.
   *
   * @param numbering held while a number is taken, as several orders may be under way
   */
  private record KeptFiles(Directories directories, Object numbering)
      implements FileOrderRecovery.RequestFiles {
    @Override
    public Path keepKey(String pem) {
      synchronized (numbering) {
        return NumberedFiles.keys(directories, new AtomicFiles()).add(pem);
      }
    }

    @Override
    public void keepRequest(String pem) {
      synchronized (numbering) {
        // No run ever reads one back.
        NumberedFiles.signingRequests(directories, AtomicFiles.unforced()).add(pem);
      }
    }
  }
}
