package io.github.certbot4j.config;

import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionSpec.Stored;
import io.github.certbot4j.spi.OptionTypes;
import java.util.List;

/** What a certificate and its key are to be like. */
public final class CertificateOptions {

  public static final OptionSpec<List<DomainName>> DOMAINS =
      OptionSpec.of("domains", CoreTypes.DOMAINS)
          .names("-d", "--domains", "--domain")
          .metavar("DOMAIN")
          .topics(HelpTopics.GENERAL, "run", "certonly", "certificates", "enhance")
          .defaultValue(List.of())
          .description(
              "A name for the certificate, or several separated by commas. Can be repeated. Unless"
                  + " --cert-name says otherwise the first one names the certificate on disk.")
          .build();

  public static final OptionSpec<CertName> CERTNAME =
      OptionSpec.of("certname", CoreTypes.CERT_NAME)
          .names("--cert-name")
          .topics(
              HelpTopics.GENERAL,
              "run",
              "certonly",
              "manage",
              "delete",
              "certificates",
              "renew",
              "enhance")
          .description(
              "What the certificate is called on disk; it does not show in the certificate. The"
                  + " certificates command lists these names.")
          .build();

  public static final OptionSpec<Boolean> REUSE_KEY =
      OptionSpec.of("reuse_key", OptionTypes.FLAG)
          .names("--reuse-key")
          .negativeNames("--no-reuse-key")
          .topics("automation")
          .defaultValue(false)
          .stored(Stored.WHEN_RELEVANT)
          .description("Keep the private key when the certificate is renewed.")
          .negativeDescription("Make a new private key at every renewal again.")
          .build();

  public static final OptionSpec<Boolean> NEW_KEY =
      OptionSpec.of("new_key", OptionTypes.FLAG)
          .names("--new-key")
          .topics("automation")
          .defaultValue(false)
          .description(
              "Make a new private key this time although the certificate keeps its key otherwise."
                  + " Together with --reuse-key the new one is kept from then on.")
          .build();

  public static final OptionSpec<Boolean> ALLOW_SUBSET_OF_NAMES =
      OptionSpec.of("allow_subset_of_names", OptionTypes.FLAG)
          .names("--allow-subset-of-names")
          .topics("automation", "renew", "certonly")
          .defaultValue(false)
          .stored(Stored.WHEN_RELEVANT)
          .description(
              "If some names cannot be validated, get a certificate for the others. Cannot be"
                  + " combined with --csr or wildcard names.")
          .build();

  public static final OptionSpec<Integer> RSA_KEY_SIZE =
      OptionSpec.of("rsa_key_size", OptionTypes.INT)
          .names("--rsa-key-size")
          .metavar("N")
          .topics("security")
          .defaultValue(2048)
          .stored(Stored.WHEN_RELEVANT)
          .description("The size of new RSA keys in bits.")
          .build();

  public static final OptionSpec<String> KEY_TYPE =
      OptionSpec.of("key_type", OptionTypes.choice("rsa", "ecdsa"))
          .names("--key-type")
          .topics("security")
          .defaultValue("rsa")
          .stored(Stored.WHEN_RELEVANT)
          .description("The algorithm of new certificate keys.")
          .build();

  public static final OptionSpec<String> ELLIPTIC_CURVE =
      OptionSpec.of("elliptic_curve", OptionTypes.choice("secp256r1", "secp384r1", "secp521r1"))
          .names("--elliptic-curve")
          .metavar("N")
          .topics("security")
          .defaultValue("secp256r1")
          .stored(Stored.WHEN_RELEVANT)
          .description("The curve of new ECDSA keys: secp256r1, secp384r1 or secp521r1.")
          .build();

  public static final OptionSpec<Boolean> MUST_STAPLE =
      OptionSpec.of("must_staple", OptionTypes.FLAG)
          .names("--must-staple")
          .topics("security")
          .defaultValue(false)
          .stored(Stored.WHEN_RELEVANT)
          .description(
              "Ask for a certificate that browsers accept only together with a stapled OCSP"
                  + " response, and turn on stapling in the web server.")
          .build();

  public static final OptionSpec<String> PREFERRED_CHAIN =
      OptionSpec.of("preferred_chain", OptionTypes.TEXT)
          .names("--preferred-chain")
          .topics(HelpTopics.GENERAL, "certonly", "renew", "run")
          .stored(Stored.WHEN_RELEVANT)
          .description(
              "If the CA offers several chains, take the one whose topmost issuer has this common"
                  + " name. Without a match the CA's first chain is taken.")
          .build();

  public static final OptionSpec<String> REQUIRED_PROFILE =
      OptionSpec.of("required_profile", OptionTypes.TEXT)
          .names("--required-profile")
          .topics(HelpTopics.GENERAL, "certonly", "renew", "run")
          .stored(Stored.WHEN_RELEVANT)
          .description(
              "The certificate profile to ask the CA for. If the CA does not know it there is no"
                  + " certificate.")
          .build();

  public static final OptionSpec<String> PREFERRED_PROFILE =
      OptionSpec.of("preferred_profile", OptionTypes.TEXT)
          .names("--preferred-profile")
          .topics(HelpTopics.GENERAL, "certonly", "renew", "run")
          .stored(Stored.WHEN_RELEVANT)
          .description(
              "The certificate profile to ask for if the CA offers it; otherwise the CA's default"
                  + " is taken.")
          .build();

  public static final OptionSpec<Integer> ISSUANCE_TIMEOUT =
      OptionSpec.of("issuance_timeout", OptionTypes.NON_NEGATIVE_INT)
          .names("--issuance-timeout")
          .topics(HelpTopics.GENERAL, "certonly", "run")
          .defaultValue(90)
          .description(
              "How many seconds the CA may take to issue the certificate once all names are"
                  + " validated.")
          .build();

  public static final OptionSpec<String> CSR =
      OptionSpec.of("csr", OptionTypes.PATH)
          .names("--csr")
          .topics("certonly")
          .description(
              "A certificate signing request, in PEM or DER, to get a certificate for. Works with"
                  + " certonly only; such a certificate is not renewed automatically.")
          .build();

  private CertificateOptions() {}
}
