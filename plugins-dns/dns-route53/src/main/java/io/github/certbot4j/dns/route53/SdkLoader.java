package io.github.certbot4j.dns.route53;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * What the SDK finds parts of itself with. Profiles that assume a role or log in make clients of
 * their own, for which the SDK looks up an HTTP implementation as a service: it finds the one of
 * this session, and so its proxies and root certificates.
 */
final class SdkLoader extends ClassLoader {

  private static final String SERVICE =
      "META-INF/services/software.amazon.awssdk.http.SdkHttpService";

  private final SdkHttpClient http;

  /** A loader for the classes that a plugin's loader has. */
  SdkLoader(ClassLoader plugin, SdkHttpClient http) {
    super(plugin);
    this.http = http;
  }

  /** The client of the session that the current thread works for. */
  static SdkHttpClient currentClient() {
    return ((SdkLoader) Thread.currentThread().getContextClassLoader()).http;
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return name.equals(SERVICE)
        ? Collections.enumeration(
            Collections.singleton(SdkLoader.class.getResource("http-service")))
        : super.getResources(name);
  }
}
