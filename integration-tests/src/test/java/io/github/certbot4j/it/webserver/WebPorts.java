package io.github.certbot4j.it.webserver;

import io.github.certbot4j.it.Requirement;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives the ports 80 and 443 to one test class. With a loopback device of its own, a JVM has them
 * anyway; else the JVMs of this machine wait for each other.
 */
public final class WebPorts implements BeforeAllCallback, AfterAllCallback {
  public static final int HTTP = 80;
  public static final int HTTPS = 443;

  private static final boolean OWN_NETWORK =
      "own".equals(System.getProperty("certbot4j.it.network", ""));

  private FileChannel lock;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    if (!OWN_NETWORK) {
      Path file = Path.of(System.getProperty("java.io.tmpdir"), "certbot4j-it-web-ports.lock");
      lock = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lock.lock();
    }
    Requirement.port(HTTP);
    Requirement.port(HTTPS);
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (lock != null) {
      lock.close();
    }
  }
}
