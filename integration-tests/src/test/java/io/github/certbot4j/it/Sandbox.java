package io.github.certbot4j.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The directories of one test, gone when it ends. */
public final class Sandbox implements BeforeEachCallback, AfterEachCallback, AutoCloseable {
  private final LastResort lastResort = new LastResort("remove a sandbox", this::remove);
  private Path root;

  /** A sandbox outside JUnit's life cycle; the caller closes it. */
  public static Sandbox open() throws IOException {
    Sandbox sandbox = new Sandbox();
    sandbox.create();
    return sandbox;
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    create();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    close();
  }

  @Override
  public void close() {
    remove();
    lastResort.disarm();
  }

  private void remove() {
    FileTree.delete(root);
  }

  private void create() throws IOException {
    root = Files.createTempDirectory("certbot4j-it-").toRealPath();
    lastResort.arm();
    // Programs that a test runs as another user must be able to reach their directories.
    FileTree.mode(root, "rwxr-xr-x");
    FileTree.mode(FileTree.directory(root.resolve("tmp")), "rwxrwxrwx");
  }

  public Path root() {
    return root;
  }

  public Path path(String relative) {
    return root.resolve(relative);
  }

  public Path config() {
    return path("config");
  }

  public Path work() {
    return path("work");
  }

  public Path logs() {
    return path("logs");
  }

  /** The log of the last run. */
  public Path log() {
    return logs().resolve("letsencrypt.log");
  }

  public Lineage lineage(String name) {
    return new Lineage(config(), name);
  }

  public Path renewalConf(String name) {
    return config().resolve("renewal").resolve(name + ".conf");
  }

  /** An executable shell script. */
  public Path script(String relative, String body) {
    Path file = FileTree.write(path(relative), "#!/bin/sh\n" + body + "\n");
    FileTree.mode(file, "rwxr-xr-x");
    return file;
  }
}
