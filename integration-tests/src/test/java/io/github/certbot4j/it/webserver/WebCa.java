package io.github.certbot4j.it.webserver;

import io.github.certbot4j.it.PebbleSettings;
import io.github.certbot4j.it.TestCa;

/** Makes CAs that look for challenges at port 80, as those on the internet do. */
public final class WebCa {
  private WebCa() {}

  /** One that wants each name proved each time. */
  public static TestCa careful() {
    return new TestCa(settings().authorizationReuse(0));
  }

  /** One that takes a name as proved once it was. */
  public static TestCa trusting() {
    return new TestCa(settings().authorizationReuse(100));
  }

  private static PebbleSettings settings() {
    return PebbleSettings.usual().challengesAt(WebPorts.HTTP).takingEveryNonce();
  }
}
