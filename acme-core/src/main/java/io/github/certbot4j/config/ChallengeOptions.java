package io.github.certbot4j.config;

import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionSpec.Stored;
import io.github.certbot4j.spi.OptionTypes;
import java.util.List;

/** How control over names is proved. */
public final class ChallengeOptions {

  public static final OptionSpec<Boolean> DEBUG_CHALLENGES =
      OptionSpec.of("debug_challenges", OptionTypes.FLAG)
          .names("--debug-challenges")
          .topics(HelpTopics.GENERAL, "certonly", "run")
          .defaultValue(false)
          .description(
              "When the challenges are in place, wait for the Enter key before the CA is told.")
          .build();

  public static final OptionSpec<List<ChallengeType>> PREF_CHALLS =
      OptionSpec.of("pref_challs", CoreTypes.CHALLENGES)
          .names("--preferred-challenges")
          .topics("manual", "standalone", "certonly", "renew")
          .defaultValue(List.of())
          .stored(Stored.WHEN_RELEVANT)
          .description(
              "The challenge types to use, best first, separated by commas: http-01 (or http),"
                  + " dns-01 (or dns). Not every plugin supports every type.")
          .build();

  private ChallengeOptions() {}
}
