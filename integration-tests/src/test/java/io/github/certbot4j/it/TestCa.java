package io.github.certbot4j.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Pebble and its name server, shared by the tests of one class. */
public final class TestCa implements BeforeAllCallback, AfterAllCallback, AutoCloseable {
  private final PebbleSettings settings;
  private final LastResort lastResort = new LastResort("remove a CA", this::remove);
  private Path directory;
  private ChallTestSrv names;
  private PebbleServer pebble;

  public TestCa(PebbleSettings settings) {
    this.settings = settings;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException, GeneralSecurityException {
    start();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close();
  }

  /** Starts outside JUnit's life cycle; the caller closes. */
  public TestCa start() throws IOException, GeneralSecurityException {
    makeDirectory();
    names = new ChallTestSrv(directory);
    pebble = new PebbleServer(directory, settings, names.dnsPort());
    return this;
  }

  /** As {@link #start()}, but without {@link #names}: the CA asks another name server. */
  public TestCa startAsking(int dnsPort) throws IOException, GeneralSecurityException {
    makeDirectory();
    pebble = new PebbleServer(directory, settings, dnsPort);
    return this;
  }

  private void makeDirectory() throws IOException {
    directory = Files.createTempDirectory("certbot4j-ca-");
    lastResort.arm();
    FileTree.mode(directory, "rwxr-xr-x");
  }

  @Override
  public void close() {
    if (pebble != null) {
      pebble.close();
    }
    if (names != null) {
      names.close();
    }
    if (directory != null) {
      remove();
      lastResort.disarm();
    }
  }

  private void remove() {
    FileTree.delete(directory);
  }

  public PebbleServer pebble() {
    return pebble;
  }

  public ChallTestSrv names() {
    return names;
  }
}
