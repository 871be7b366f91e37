package io.github.certbot4j.dns.linode;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.DnsService;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.ServiceDeclaration;
import io.github.certbot4j.dns.credentials.CredentialKey;
import io.github.certbot4j.dns.credentials.CredentialKey.Use;
import io.github.certbot4j.dns.credentials.Credentials;
import io.github.certbot4j.dns.credentials.CredentialsForm;
import java.util.Optional;

/** The plugin for Linode. */
public final class LinodePlugin extends DnsPlugin {

  static final String KEY = "key";
  static final String VERSION = "version";

  /** The shortest that the service keeps; it no longer takes 0 for the zone's default. */
  private static final int TTL = 300;

  private static final ServiceDeclaration DECLARATION =
      ServiceDeclaration.of(
              "linode",
              "Linode",
              CredentialsForm.ini(
                      "Linode credentials INI file",
                      new CredentialKey(
                          KEY,
                          Use.SECRET,
                          "a personal access token",
                          "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"),
                      new CredentialKey(
                          VERSION, Use.OPTIONAL, "the version of the API, which is 4", "4"))
                  .checkedBy(LinodePlugin::problem))
          .waitSeconds(120)
          .ttl(TTL)
          .guide(
              "Create a personal access token at <https://cloud.linode.com/profile/tokens>.",
              "Access to Domains, Read/Write.",
              "Version 3 of the API was shut down in 2023; keys for it have to be replaced.",
              "Linode writes its zones out at intervals, hence the long wait.")
          .build();

  public LinodePlugin() {
    super(DECLARATION);
  }

  @Override
  protected DnsService open(ServiceContext context) {
    return new LinodeService(context);
  }

  private static Optional<String> problem(Credentials set) {
    return switch (set.find(VERSION).orElse("4")) {
      case "4" -> Optional.empty();
      case "3" ->
          Optional.of(
              "dns_linode_version is 3, but version 3 of Linode's API was shut down. Create a"
                  + " personal access token for version 4 and remove that line.");
      default -> Optional.of("dns_linode_version is not a version of Linode's API. Remove it.");
    };
  }
}
