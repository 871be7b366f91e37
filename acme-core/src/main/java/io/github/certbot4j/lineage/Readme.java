package io.github.certbot4j.lineage;

/** What is said to whoever looks into {@code live/}. Nothing reads it back. */
final class Readme {

  static final String NAME = "README";

  /** For the directory above all lineages. */
  static final String OF_ALL =
      """
      Each directory here belongs to one certificate and has its name.

      Configure your servers with the paths of the files in them. Please don't move, rename or
      delete anything here: renewals rely on it. "certbot delete" removes a certificate with all
      that belongs to it, and "certbot certificates" lists what there is.
      """;

  /** For the directory of one lineage. */
  static final String OF_ONE =
      """
      The files here are links to the newest version of a certificate, and follow it when it is
      renewed:

      privkey.pem    the private key; keep it secret
      fullchain.pem  the certificate followed by its issuers; what most servers want
      cert.pem       the certificate alone
      chain.pem      the issuers alone

      Please don't move, rename or replace them: renewals rely on them. To use copies elsewhere,
      make them in a deploy hook.
      """;

  private Readme() {}
}
