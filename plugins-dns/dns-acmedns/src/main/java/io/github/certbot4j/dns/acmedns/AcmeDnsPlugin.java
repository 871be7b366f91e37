package io.github.certbot4j.dns.acmedns;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.DnsService;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.ServiceDeclaration;
import io.github.certbot4j.dns.credentials.CredentialKey;
import io.github.certbot4j.dns.credentials.CredentialKey.Use;
import io.github.certbot4j.dns.credentials.Credentials;
import io.github.certbot4j.dns.credentials.CredentialsForm;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionSpec.Stored;
import io.github.certbot4j.spi.OptionTypes;
import java.nio.file.Path;
import java.util.Optional;

/** The plugin for acme-dns, a name server for nothing but challenges. */
public final class AcmeDnsPlugin extends DnsPlugin {

  static final String URL = "url";

  static final OptionSpec<String> REGISTRATIONS =
      OptionSpec.of("dns_acmedns_registrations", OptionTypes.PATH)
          .names("--dns-acmedns-registrations")
          .topics("dns-acmedns")
          .metavar("PATH")
          .stored(Stored.WHEN_RELEVANT)
          .description(
              "The file that the registrations at the acme-dns server are kept in, as an absolute"
                  + " path; acme-dns.json in the configuration directory unless it is given.")
          .build();

  private static final String DEFAULT_FILE = "acme-dns.json";

  private static final ServiceDeclaration DECLARATION =
      ServiceDeclaration.of(
              "acmedns",
              "acme-dns",
              CredentialsForm.ini(
                      "acme-dns credentials INI file",
                      new CredentialKey(
                          URL,
                          Use.REQUIRED,
                          "where the server's API is, an https URL",
                          "https://auth.acme-dns.io"))
                  .checkedBy(AcmeDnsPlugin::problem))
          .waitSeconds(10)
          .ttl(1)
          .guide(
              "None are needed beforehand. The plugin registers each name once at the server and"
                  + " keeps what it gets in the file of `--dns-acmedns-registrations`, by default"
                  + " `acme-dns.json` in the configuration directory. The file is in the form that"
                  + " other clients of acme-dns use, and can be taken over from them.",
              "A registration allows one thing: to set the challenge of its name.",
              "The first run for a name ends with the CNAME record to create, once, at the name's"
                  + " own DNS service: from `_acme-challenge.NAME` to the name that the server gave."
                  + " The next run gets the certificate, and renewals need nobody.",
              "The server keeps the two latest values of a registration and has no way to remove"
                  + " them, so nothing is cleaned up. Certificates that are obtained with it never"
                  + " overlap with others (`renew --parallel`).",
              "The API is spoken to by https only, since it is told keys.")
          .oneOrderAtATime()
          .furtherOptions(REGISTRATIONS)
          .build();

  public AcmeDnsPlugin() {
    super(DECLARATION);
  }

  @Override
  protected DnsService open(ServiceContext context) {
    Path file =
        context
            .plugin()
            .options()
            .find(REGISTRATIONS)
            .map(AcmeDnsPlugin::absolute)
            .orElseGet(() -> context.plugin().directories().config().resolve(DEFAULT_FILE));
    return new AcmeDnsService(context, new Registrations(file));
  }

  /** It is stored for renewals, which are started from anywhere. */
  private static Path absolute(String path) {
    if (!path.startsWith("/")) {
      throw FailureException.rejected(
          REGISTRATIONS.names().get(0) + " is not an absolute path: " + path,
          "Give it with a slash in front.");
    }
    return Path.of(path);
  }

  private static Optional<String> problem(Credentials set) {
    return set.get(URL).startsWith("https://")
        ? Optional.empty()
        : Optional.of("dns_acmedns_url does not start with https://.");
  }
}
