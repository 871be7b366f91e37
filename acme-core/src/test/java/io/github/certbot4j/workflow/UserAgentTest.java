package io.github.certbot4j.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.DecisionOptions;
import io.github.certbot4j.config.GeneralOptions;
import io.github.certbot4j.config.HookOptions;
import io.github.certbot4j.config.NetworkOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.PluginOptions;
import io.github.certbot4j.config.Settings;
import org.junit.jupiter.api.Test;

class UserAgentTest {

  private final UserAgent agent = new UserAgent("1.15.0", "Linux 6.1", "17.0.1", "renew");

  @Test
  void it_names_program_system_plugins_and_verb_in_the_shape_that_cas_know() {
    Settings settings =
        Settings.empty().with(PluginOptions.AUTHENTICATOR, "webroot", Origin.RENEWAL_CONF);
    assertThat(agent.header(settings))
        .isEqualTo(
            "CertbotACMEClient/1.15.0 (certbot4j; Linux 6.1) Authenticator/webroot Installer/None"
                + " (renew; flags: ) Java/17.0.1");
  }

  @Test
  void flags_come_in_their_fixed_order() {
    Settings settings =
        Settings.empty()
            .with(HookOptions.POST_HOOK, "true", Origin.COMMAND_LINE)
            .with(GeneralOptions.NONINTERACTIVE_MODE, true, Origin.COMMAND_LINE)
            .with(CertificateOptions.ALLOW_SUBSET_OF_NAMES, true, Origin.COMMAND_LINE)
            .with(DecisionOptions.RENEW_BY_DEFAULT, true, Origin.COMMAND_LINE)
            .with(DecisionOptions.DUPLICATE, true, Origin.COMMAND_LINE);
    assertThat(agent.header(settings)).contains("(renew; flags: dup frn asn n hook)");
  }

  @Test
  void a_comment_goes_behind_the_system() {
    Settings settings =
        Settings.empty().with(NetworkOptions.USER_AGENT_COMMENT, "house 3", Origin.COMMAND_LINE);
    assertThat(agent.header(settings)).contains("(certbot4j; Linux 6.1; house 3)");
  }

  @Test
  void a_text_of_the_users_own_replaces_it_all_and_the_comment_too() {
    Settings settings =
        Settings.empty()
            .with(NetworkOptions.USER_AGENT, "mine/1", Origin.COMMAND_LINE)
            .with(NetworkOptions.USER_AGENT_COMMENT, "house 3", Origin.COMMAND_LINE);
    assertThat(agent.header(settings)).isEqualTo("mine/1");
  }
}
