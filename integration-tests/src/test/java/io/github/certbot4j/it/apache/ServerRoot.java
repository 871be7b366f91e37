package io.github.certbot4j.it.apache;

import io.github.certbot4j.it.FileTree;
import io.github.certbot4j.it.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Puts up the configuration of an Apache in a sandbox: what Debian ships of it without any site, or
 * the tree of another distribution, and on it what a layout adds.
 */
final class ServerRoot {
  private static final Path SHIPPED = Path.of("/etc/apache2");
  private static final List<String> USUAL_MODULES =
      List.of("alias", "authn_core", "authz_core", "dir", "env", "mime", "mpm_event", "setenvif");

  private final Sandbox sandbox;
  private final Layout layout;
  private final Path root;

  private ServerRoot(Sandbox sandbox, Layout layout) {
    this.sandbox = sandbox;
    this.layout = layout;
    root = sandbox.path("apache2");
  }

  /** Gives the directory of the configuration. */
  static Path create(Sandbox sandbox, Layout layout) {
    ServerRoot made = new ServerRoot(sandbox, layout);
    for (String directory : List.of("run", "lock", "log", "state", "www")) {
      FileTree.directory(sandbox.path(directory));
    }
    FileTree.write(sandbox.path("www/index.html"), "It works\n");
    if (layout.isDebian()) {
      made.debian();
    } else {
      FileTree.directory(made.root);
    }
    layout.files().forEach(made::add);
    if (layout.files().stream().anyMatch(item -> item.text().contains("@SANDBOX@/old/"))) {
      OldCertificate.create(sandbox);
    }
    return made.root;
  }

  private void debian() {
    for (String part :
        List.of("mods-enabled", "conf-enabled", "sites-available", "sites-enabled")) {
      FileTree.directory(root.resolve(part));
    }
    for (String part : List.of("apache2.conf", "ports.conf", "mods-available", "conf-available")) {
      FileTree.copy(SHIPPED.resolve(part), root.resolve(part));
    }
    FileTree.replace(root.resolve("apache2.conf"), "<Directory /var/www/>", directory("www"));
    FileTree.write(root.resolve("envvars"), environment());
    USUAL_MODULES.forEach(this::enable);
    layout.modules().forEach(this::enable);
  }

  private String directory(String name) {
    return "<Directory " + sandbox.path(name) + "/>";
  }

  private String environment() {
    return """
        export APACHE_RUN_USER=www-data
        export APACHE_RUN_GROUP=www-data
        export APACHE_PID_FILE=@SANDBOX@/run/apache2.pid
        export APACHE_RUN_DIR=@SANDBOX@/run
        export APACHE_LOCK_DIR=@SANDBOX@/lock
        export APACHE_LOG_DIR=@SANDBOX@/log
        export LANG=C
        """
        .replace("@SANDBOX@", sandbox.root().toString());
  }

  private void enable(String module) {
    for (String suffix : List.of(".load", ".conf")) {
      if (Files.exists(root.resolve("mods-available/" + module + suffix))) {
        link("mods-enabled/" + module + suffix, "../mods-available/" + module + suffix);
      }
    }
  }

  private void add(Layout.Item item) {
    String text =
        item.text()
            .replace("@ROOT@", root.toString())
            .replace("@SANDBOX@", sandbox.root().toString());
    Charset charset = item.is("latin1") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    String whole = item.is("crlf") ? text.replace("\n", "\r\n") : text;
    try {
      Path file = root.resolve(item.path());
      Files.createDirectories(file.getParent());
      Files.write(file, whole.getBytes(charset));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (item.path().startsWith("sites-available/") && !item.is("disabled")) {
      link(item.path().replace("available", "enabled"), "../" + item.path());
    }
  }

  private void link(String place, String target) {
    try {
      Files.createSymbolicLink(root.resolve(place), Path.of(target));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
