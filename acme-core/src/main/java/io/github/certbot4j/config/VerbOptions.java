package io.github.certbot4j.config;

import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionTypes;

/** Options of one verb each. */
public final class VerbOptions {

  public static final OptionSpec<RevocationReason> REASON =
      OptionSpec.of("reason", CoreTypes.REASON)
          .names("--reason")
          .topics("revoke")
          .defaultValue(RevocationReason.UNSPECIFIED)
          .description("Why the certificate is revoked.")
          .build();

  /** Unset: the user is asked, or without a dialogue the files are deleted. */
  public static final OptionSpec<Boolean> DELETE_AFTER_REVOKE =
      OptionSpec.of("delete_after_revoke", OptionTypes.FLAG)
          .names("--delete-after-revoke")
          .negativeNames("--no-delete-after-revoke")
          .topics("revoke")
          .description("Delete the certificate's files once it is revoked.")
          .negativeDescription(
              "Keep the files of the revoked certificate. It would be renewed by the next renew.")
          .build();

  public static final OptionSpec<Integer> CHECKPOINTS =
      OptionSpec.of("checkpoints", OptionTypes.INT)
          .names("--checkpoints")
          .metavar("N")
          .topics("rollback")
          .defaultValue(1)
          .description("How many saved changes of the server's configuration to undo.")
          .build();

  public static final OptionSpec<Boolean> INIT =
      OptionSpec.of("init", OptionTypes.FLAG)
          .names("--init")
          .topics("plugins")
          .defaultValue(false)
          .description("Load the plugins that are listed.")
          .build();

  public static final OptionSpec<Boolean> PREPARE =
      OptionSpec.of("prepare", OptionTypes.FLAG)
          .names("--prepare")
          .topics("plugins")
          .defaultValue(false)
          .description("Load the plugins and check whether they can work on this machine.")
          .build();

  public static final OptionSpec<Boolean> AUTHENTICATORS =
      OptionSpec.of("authenticators", OptionTypes.FLAG)
          .names("--authenticators")
          .topics("plugins")
          .defaultValue(false)
          .description("List only plugins that can prove control over names.")
          .build();

  public static final OptionSpec<Boolean> INSTALLERS =
      OptionSpec.of("installers", OptionTypes.FLAG)
          .names("--installers")
          .topics("plugins")
          .defaultValue(false)
          .description("List only plugins that can configure servers.")
          .build();

  private VerbOptions() {}
}
