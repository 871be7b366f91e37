package io.github.certbot4j.deploy;

import io.github.certbot4j.config.EnhancementOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.AutoHsts;
import io.github.certbot4j.spi.Enhancement;
import io.github.certbot4j.spi.Installer;
import io.github.certbot4j.spi.OptionSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The enhancements that the options ask for.
 *
 * @param wishes in the order in which they are made
 * @param autoHsts whether a header with a growing lifetime is wanted, after all others
 */
public record WantedEnhancements(List<Wish> wishes, boolean autoHsts) {

  /**
   * One enhancement.
   *
   * @param asked whether the user asked for it; nobody misses a default that isn't supported
   */
  public record Wish(Enhancement enhancement, boolean asked) {}

  /** Those that go with an installation: there plain HTTP is redirected if nobody forbids it. */
  public static WantedEnhancements withInstallation(Settings settings) {
    return read(settings, true);
  }

  /** Those that are asked for. */
  public static WantedEnhancements alone(Settings settings) {
    return read(settings, false);
  }

  /** Whether nothing is wanted. */
  public boolean isEmpty() {
    return wishes.isEmpty() && !autoHsts;
  }

  /**
   * Called before anything is changed.
   *
   * @throws FailureException when the header with a growing lifetime is wanted and the installer
   *     can't add it
   */
  public void requireSupport(Installer installer) {
    if (autoHsts && !(installer instanceof AutoHsts)) {
      throw FailureException.rejected(
          "The installer does not support --auto-hsts.",
          "Leave the option out, or use --hsts, which adds the header with its full lifetime.");
    }
  }

  private static WantedEnhancements read(Settings settings, boolean redirectByDefault) {
    List<Wish> wishes = new ArrayList<>();
    add(wishes, settings, EnhancementOptions.HSTS, Enhancement.HSTS);
    add(wishes, settings, EnhancementOptions.REDIRECT, Enhancement.REDIRECT);
    if (redirectByDefault && settings.find(EnhancementOptions.REDIRECT).isEmpty()) {
      wishes.add(new Wish(Enhancement.REDIRECT, false));
    }
    add(wishes, settings, EnhancementOptions.STAPLE, Enhancement.OCSP_STAPLING);
    add(wishes, settings, EnhancementOptions.UIR, Enhancement.UPGRADE_INSECURE_REQUESTS);
    return new WantedEnhancements(List.copyOf(wishes), settings.get(EnhancementOptions.AUTO_HSTS));
  }

  private static void add(
      List<Wish> wishes, Settings settings, OptionSpec<Boolean> option, Enhancement enhancement) {
    if (settings.find(option).orElse(false)) {
      wishes.add(new Wish(enhancement, true));
    }
  }
}
