package io.github.certbot4j.config;

import io.github.certbot4j.model.AcmeServer;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionSpec.Stored;
import io.github.certbot4j.spi.OptionTypes;

/** Where files lie and where the CA is. Settings hold these paths absolute. */
public final class PathOptions {

  public static final OptionSpec<String> CERT_PATH =
      OptionSpec.of("cert_path", OptionTypes.PATH)
          .names("--cert-path")
          .topics("paths", "install", "revoke", "certonly", "manage")
          .description(
              "The certificate to install or revoke; with certonly --csr the file to write the"
                  + " certificate to.")
          .build();

  // The page "paths" shows it, unless the page of one of these verbs is asked for.
  public static final OptionSpec<String> KEY_PATH =
      OptionSpec.of("key_path", OptionTypes.PATH)
          .names("--key-path")
          .topics("paths", "install", "revoke")
          .description(
              "The private key of the certificate: to be installed with it, or to sign its"
                  + " revocation when no account is at hand.")
          .build();

  public static final OptionSpec<String> FULLCHAIN_PATH =
      OptionSpec.of("fullchain_path", OptionTypes.PATH)
          .names("--fullchain-path")
          .topics("paths", "install")
          .description(
              "The file that holds the certificate followed by its chain: to be installed, or"
                  + " written by certonly --csr.")
          .build();

  public static final OptionSpec<String> CHAIN_PATH =
      OptionSpec.of("chain_path", OptionTypes.PATH)
          .names("--chain-path")
          .topics("paths", "install")
          .description(
              "The file that holds the CA's certificates: to be installed, or written by certonly"
                  + " --csr.")
          .build();

  public static final OptionSpec<String> CONFIG_DIR =
      directory("config_dir", "/etc/letsencrypt")
          .names("--config-dir")
          .description("Where accounts, certificates, keys and renewal configurations are kept.")
          .build();

  public static final OptionSpec<String> WORK_DIR =
      directory("work_dir", "/var/lib/letsencrypt")
          .names("--work-dir")
          .description("Where working files and copies of changed server configurations are kept.")
          .build();

  public static final OptionSpec<String> LOGS_DIR =
      directory("logs_dir", "/var/log/letsencrypt")
          .names("--logs-dir")
          .description("Where log files are written.")
          .build();

  public static final OptionSpec<AcmeServer> SERVER =
      OptionSpec.of("server", CoreTypes.SERVER)
          .names("--server")
          .topics("paths")
          .defaultValue(AcmeServer.PRODUCTION)
          .stored(Stored.ALWAYS)
          .description("The URL of the ACME server's directory.")
          .build();

  private PathOptions() {}

  private static OptionSpec.Builder<String> directory(String key, String defaultValue) {
    return OptionSpec.of(key, OptionTypes.PATH)
        .topics("paths")
        .defaultValue(defaultValue)
        .stored(Stored.WHEN_RELEVANT);
  }
}
