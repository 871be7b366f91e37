package io.github.certbot4j.it;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** How one Pebble differs from its defaults. */
record PebbleSettings(
    long validitySeconds, boolean bindingRequired, Map<String, String> environment) {
  static final String BINDING_KID = "kid-1";
  static final String BINDING_KEY =
      "zWNDZM6eQGHWpSRTPal5eIUYFTu7EajVIoguysqZ9wG44nMEtx3MUAsUDkMTQ12W";

  /** 90 days, one alternate chain, and one nonce out of twenty refused. */
  static PebbleSettings usual() {
    return new PebbleSettings(
        90L * 86_400, false, Map.of("PEBBLE_VA_NOSLEEP", "1", "PEBBLE_ALTERNATE_ROOTS", "1"));
  }

  PebbleSettings valid(Duration time) {
    return new PebbleSettings(time.toSeconds(), bindingRequired, environment);
  }

  PebbleSettings requiringBinding() {
    return new PebbleSettings(validitySeconds, true, environment);
  }

  /** Takes every good nonce: the original gives up when two in a row are refused. */
  PebbleSettings takingEveryNonce() {
    return changed("PEBBLE_WFE_NONCEREJECT", "0");
  }

  /** How often, in percent, a valid authorization serves a new order. */
  PebbleSettings authorizationReuse(int percent) {
    return changed("PEBBLE_AUTHZREUSE", Integer.toString(percent));
  }

  private PebbleSettings changed(String variable, String value) {
    Map<String, String> changed = new TreeMap<>(environment);
    changed.put(variable, value);
    return new PebbleSettings(validitySeconds, bindingRequired, changed);
  }
}
