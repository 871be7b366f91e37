package io.github.certbot4j.config;

import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.SharedOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * The order of the core's options. It is the one in which the original declares them, and shows in
 * help pages and in fresh renewal configurations.
 */
final class CoreOptions {

  private CoreOptions() {}

  static List<OptionSpec<?>> inOrder() {
    List<OptionSpec<?>> options = new ArrayList<>();
    options.addAll(general());
    options.addAll(decisions());
    options.addAll(testing());
    options.addAll(security());
    options.addAll(renewal());
    options.addAll(deprecated());
    options.addAll(verbs());
    options.addAll(paths());
    options.addAll(plugins());
    options.addAll(PluginOptions.DNS);
    options.add(SharedOptions.DNS_PROPAGATION_CHECK);
    return options;
  }

  private static List<OptionSpec<?>> general() {
    return List.of(
        GeneralOptions.HELP,
        GeneralOptions.CONFIG_FILE,
        GeneralOptions.VERBOSE_COUNT,
        GeneralOptions.VERBOSE_LEVEL,
        GeneralOptions.TEXT_MODE,
        GeneralOptions.MAX_LOG_BACKUPS,
        GeneralOptions.PRECONFIGURED_RENEWAL,
        GeneralOptions.NONINTERACTIVE_MODE,
        GeneralOptions.FORCE_INTERACTIVE,
        CertificateOptions.DOMAINS,
        AccountOptions.EAB_KID,
        AccountOptions.EAB_HMAC_KEY,
        AccountOptions.EAB_HMAC_ALG,
        CertificateOptions.CERTNAME,
        DecisionOptions.DRY_RUN,
        AccountOptions.REGISTER_UNSAFELY_WITHOUT_EMAIL,
        AccountOptions.EMAIL,
        AccountOptions.EFF_EMAIL);
  }

  private static List<OptionSpec<?>> decisions() {
    return List.of(
        DecisionOptions.REINSTALL,
        DecisionOptions.EXPAND,
        GeneralOptions.VERSION,
        DecisionOptions.RENEW_BY_DEFAULT,
        DecisionOptions.RENEW_WITH_NEW_DOMAINS,
        CertificateOptions.REUSE_KEY,
        CertificateOptions.NEW_KEY,
        CertificateOptions.ALLOW_SUBSET_OF_NAMES,
        AccountOptions.TOS,
        AccountOptions.ACCOUNT,
        DecisionOptions.DUPLICATE,
        GeneralOptions.QUIET);
  }

  private static List<OptionSpec<?>> testing() {
    return List.of(
        DecisionOptions.STAGING,
        GeneralOptions.DEBUG,
        ChallengeOptions.DEBUG_CHALLENGES,
        NetworkOptions.NO_VERIFY_SSL,
        SharedOptions.HTTP01_PORT,
        SharedOptions.HTTP01_ADDRESS,
        SharedOptions.HTTPS_PORT,
        DecisionOptions.BREAK_MY_CERTS);
  }

  private static List<OptionSpec<?>> security() {
    return List.of(
        CertificateOptions.RSA_KEY_SIZE,
        CertificateOptions.KEY_TYPE,
        CertificateOptions.ELLIPTIC_CURVE,
        CertificateOptions.MUST_STAPLE,
        EnhancementOptions.REDIRECT,
        EnhancementOptions.HSTS,
        EnhancementOptions.UIR,
        EnhancementOptions.STAPLE,
        GeneralOptions.STRICT_PERMISSIONS,
        CertificateOptions.PREFERRED_CHAIN,
        CertificateOptions.REQUIRED_PROFILE,
        CertificateOptions.PREFERRED_PROFILE,
        CertificateOptions.ISSUANCE_TIMEOUT,
        ChallengeOptions.PREF_CHALLS);
  }

  private static List<OptionSpec<?>> renewal() {
    return List.of(
        HookOptions.PRE_HOOK,
        HookOptions.POST_HOOK,
        HookOptions.RENEW_HOOK,
        HookOptions.RANDOM_SLEEP_ON_RENEW,
        HookOptions.DEPLOY_HOOK,
        HookOptions.RUN_DEPLOY_HOOKS,
        SharedOptions.VALIDATE_HOOKS,
        HookOptions.DIRECTORY_HOOKS,
        HookOptions.DISABLE_RENEW_UPDATES,
        DecisionOptions.AUTORENEW,
        DecisionOptions.PARALLEL);
  }

  private static List<OptionSpec<?>> deprecated() {
    return List.of(
        GeneralOptions.OS_PACKAGES_ONLY,
        GeneralOptions.NO_SELF_UPGRADE,
        GeneralOptions.NO_BOOTSTRAP,
        GeneralOptions.NO_PERMISSIONS_CHECK);
  }

  private static List<OptionSpec<?>> verbs() {
    return List.of(
        EnhancementOptions.AUTO_HSTS,
        NetworkOptions.USER_AGENT,
        NetworkOptions.USER_AGENT_COMMENT,
        CertificateOptions.CSR,
        VerbOptions.REASON,
        VerbOptions.DELETE_AFTER_REVOKE,
        VerbOptions.CHECKPOINTS,
        VerbOptions.INIT,
        VerbOptions.PREPARE,
        VerbOptions.AUTHENTICATORS,
        VerbOptions.INSTALLERS);
  }

  private static List<OptionSpec<?>> paths() {
    return List.of(
        PathOptions.CERT_PATH,
        PathOptions.KEY_PATH,
        PathOptions.FULLCHAIN_PATH,
        PathOptions.CHAIN_PATH,
        PathOptions.CONFIG_DIR,
        PathOptions.WORK_DIR,
        PathOptions.LOGS_DIR,
        PathOptions.SERVER);
  }

  private static List<OptionSpec<?>> plugins() {
    return List.of(
        PluginOptions.CONFIGURATOR,
        PluginOptions.AUTHENTICATOR,
        PluginOptions.INSTALLER,
        PluginOptions.APACHE,
        PluginOptions.NGINX,
        PluginOptions.STANDALONE,
        PluginOptions.MANUAL,
        PluginOptions.WEBROOT);
  }
}
