package io.github.certbot4j.it;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one Pebble differs from its defaults.
 *
 * @param validitySeconds how long certificates are valid
 * @param bindingRequired whether new accounts need an external one
 * @param challengePort where http-01 challenges are looked for; 0 for a port that is free
 * @param environment variables of its process
 */
public record PebbleSettings(
    long validitySeconds,
    boolean bindingRequired,
    int challengePort,
    Map<String, String> environment) {
  public static final String BINDING_KID = "kid-1";
  public static final String BINDING_KEY =
      "zWNDZM6eQGHWpSRTPal5eIUYFTu7EajVIoguysqZ9wG44nMEtx3MUAsUDkMTQ12W";

  /** 90 days, one alternate chain, and one nonce out of twenty refused. */
  public static PebbleSettings usual() {
    return new PebbleSettings(
        90L * 86_400, false, 0, Map.of("PEBBLE_VA_NOSLEEP", "1", "PEBBLE_ALTERNATE_ROOTS", "1"));
  }

  public PebbleSettings valid(Duration time) {
    return new PebbleSettings(time.toSeconds(), bindingRequired, challengePort, environment);
  }

  public PebbleSettings requiringBinding() {
    return new PebbleSettings(validitySeconds, true, challengePort, environment);
  }

  /** Looks for http-01 challenges at this port, as a CA on the internet does at 80. */
  public PebbleSettings challengesAt(int port) {
    return new PebbleSettings(validitySeconds, bindingRequired, port, environment);
  }

  /** Takes every good nonce: the original gives up when two in a row are refused. */
  public PebbleSettings takingEveryNonce() {
    return changed("PEBBLE_WFE_NONCEREJECT", "0");
  }

  /**
   * How often, in percent, a valid authorization serves a new order. With 0 one in a hundred still
   * does; {@link PebbleServer#forgetProvedNames} is for tests that need none.
   */
  public PebbleSettings authorizationReuse(int percent) {
    return changed("PEBBLE_AUTHZREUSE", Integer.toString(percent));
  }

  private PebbleSettings changed(String variable, String value) {
    Map<String, String> changed = new TreeMap<>(environment);
    changed.put(variable, value);
    return new PebbleSettings(validitySeconds, bindingRequired, challengePort, changed);
  }
}
