package io.github.certbot4j.config;

import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionSpec.Stored;
import io.github.certbot4j.spi.OptionTypes;

/** How the CA's server is talked to. */
public final class NetworkOptions {

  public static final OptionSpec<Boolean> NO_VERIFY_SSL =
      OptionSpec.of("no_verify_ssl", OptionTypes.FLAG)
          .names("--no-verify-ssl")
          .topics("testing")
          .defaultValue(false)
          .description("Do not check the TLS certificate of the ACME server.")
          .build();

  public static final OptionSpec<String> USER_AGENT =
      OptionSpec.of("user_agent", OptionTypes.TEXT)
          .names("--user-agent")
          .topics(HelpTopics.GENERAL)
          .stored(Stored.WHEN_RELEVANT)
          .description(
              "What the program calls itself to the CA. The default tells the CA the program's"
                  + " version, the operating system, the plugins and some options in use.")
          .build();

  public static final OptionSpec<String> USER_AGENT_COMMENT =
      OptionSpec.of("user_agent_comment", CoreTypes.COMMENT)
          .names("--user-agent-comment")
          .topics(HelpTopics.GENERAL)
          .description(
              "A note to add to what the program calls itself to the CA, for example the name of"
                  + " the tool that runs it. Without parentheses.")
          .build();

  private NetworkOptions() {}
}
