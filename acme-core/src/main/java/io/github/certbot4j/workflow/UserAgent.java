package io.github.certbot4j.workflow;

import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.DecisionOptions;
import io.github.certbot4j.config.GeneralOptions;
import io.github.certbot4j.config.HookOptions;
import io.github.certbot4j.config.NetworkOptions;
import io.github.certbot4j.config.PluginOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.spi.OptionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the program tells CAs about itself. CAs read its shape to learn which clients and plugins
 * are in use.
 *
 * @param version the program's version
 * @param system name and version of the operating system
 * @param java the version of the Java runtime
 * @param verb the verb of this run
 */
public record UserAgent(String version, String system, String java, String verb) {

  /** The header's value for the options in force. */
  public String header(Settings settings) {
    Optional<String> own = settings.find(NetworkOptions.USER_AGENT);
    if (own.isPresent()) {
      return own.get();
    }
    String comment =
        settings.find(NetworkOptions.USER_AGENT_COMMENT).map(text -> "; " + text).orElse("");
    return "CertbotACMEClient/"
        + version
        + " (certbot4j; "
        + system
        + comment
        + ") Authenticator/"
        + settings.find(PluginOptions.AUTHENTICATOR).orElse("None")
        + " Installer/"
        + settings.find(PluginOptions.INSTALLER).orElse("None")
        + " ("
        + verb
        + "; flags: "
        + flags(settings)
        + ") Java/"
        + java;
  }

  private static String flags(Settings settings) {
    List<String> flags = new ArrayList<>();
    add(flags, "dup", settings.get(DecisionOptions.DUPLICATE));
    add(flags, "frn", settings.get(DecisionOptions.RENEW_BY_DEFAULT));
    add(flags, "asn", settings.get(CertificateOptions.ALLOW_SUBSET_OF_NAMES));
    add(flags, "n", settings.get(GeneralOptions.NONINTERACTIVE_MODE));
    add(flags, "hook", hasHook(settings));
    return String.join(" ", flags);
  }

  private static void add(List<String> flags, String flag, boolean given) {
    if (given) {
      flags.add(flag);
    }
  }

  private static boolean hasHook(Settings settings) {
    List<OptionSpec<String>> hooks =
        List.of(
            HookOptions.PRE_HOOK,
            HookOptions.POST_HOOK,
            HookOptions.RENEW_HOOK,
            HookOptions.DEPLOY_HOOK);
    return hooks.stream().anyMatch(hook -> settings.find(hook).isPresent());
  }
}
