package io.github.certbot4j.it.nginx;

import io.github.certbot4j.it.FileTree;
import io.github.certbot4j.it.Outcome;
import io.github.certbot4j.it.ProgramRun;
import io.github.certbot4j.it.Requirement;
import io.github.certbot4j.it.Sandbox;
import io.github.certbot4j.it.TestCa;
import io.github.certbot4j.it.TreeSnapshot;
import io.github.certbot4j.it.webserver.DaemonByPidFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Debian's nginx with a server root inside a sandbox. It goes to the background as on a real host;
 * whoever starts it, a test or a plugin, it ends with this object.
 */
final class NginxServer implements AutoCloseable {
  private static final String MIME_TYPES =
      "types {\n    text/html                             html htm shtml;\n    text/plain  txt;\n}\n";

  /** What stands in for nginx in {@code --nginx-ctl}: it notes its arguments. */
  private static final String NOTING =
      """
      echo "$*" >> '%1$s/ctl.log'
      exec '%2$s' "$@\"""";

  /**
   * The same for a program that only sleeps after a reload: this ends when the old workers are
   * gone, so that no test depends on the length of a pause.
   */
  private static final String PATIENT =
      """
      old=$(pgrep -P "$(cat '%1$s/nginx.pid' 2>/dev/null)" 2>/dev/null)
      '%2$s' "$@" || exit
      case " $* " in *' reload '*) ;; *) exit 0 ;; esac
      for round in $(seq 100); do
        gone=yes
        for pid in $old; do [ -e "/proc/$pid" ] && gone=; done
        [ -n "$gone" ] && exit 0
        sleep 0.02
      done
      """;

  private final Sandbox sandbox;
  private final Path program = Requirement.program("nginx", "nginx");
  private final Path root;
  private final Path run;
  private final Path ctl;
  private final Path patientCtl;
  private final DaemonByPidFile daemon;

  /** A server root with Debian's usual files, a certificate of its own, and no site. */
  NginxServer(Sandbox sandbox, TestCa ca) throws IOException {
    this.sandbox = sandbox;
    root = FileTree.directory(sandbox.path("nginx"));
    run = FileTree.directory(sandbox.path("run"));
    ctl = sandbox.script("bin/nginx", NOTING.formatted(run, program));
    patientCtl = sandbox.script("bin/patient-nginx", PATIENT.formatted(run, ctl));
    daemon = new DaemonByPidFile(run.resolve("nginx.pid"));
    file("nginx.conf", resource("nginx.conf"));
    file("mime.types", MIME_TYPES);
    FileTree.directory(root.resolve("own"));
    Path identity = ca.pebble().tlsCertificate();
    Files.copy(identity, root.resolve("own/cert.pem"));
    Files.copy(identity.resolveSibling("tls-key.pem"), root.resolve("own/key.pem"));
    FileTree.directory(root.resolve("conf.d"));
    FileTree.directory(root.resolve("sites-available"));
    FileTree.directory(root.resolve("sites-enabled"));
  }

  Path root() {
    return root;
  }

  Path ctl() {
    return ctl;
  }

  DaemonByPidFile daemon() {
    return daemon;
  }

  Path path(String relative) {
    return root.resolve(relative);
  }

  /** Where the plugin finds this server. */
  List<String> options() {
    return List.of("--nginx-server-root", root.toString(), "--nginx-ctl", ctl.toString());
  }

  /** The same for a plugin that doesn't see when a reload is over. */
  List<String> optionsWithoutPause() {
    return List.of(
        "--nginx-server-root",
        root.toString(),
        "--nginx-ctl",
        patientCtl.toString(),
        "--nginx-sleep-seconds",
        "0");
  }

  /** Writes a file below the server root, after {@link #filled}. */
  Path file(String relative, String text) {
    return FileTree.write(root.resolve(relative), filled(text));
  }

  /**
   * Puts directories in their places: {@code {ROOT}} of the server, {@code {RUN}} for what it
   * writes, {@code {OWN}} of the certificate that it had from the beginning.
   */
  String filled(String text) {
    return text.replace("{ROOT}", root.toString())
        .replace("{RUN}", run.toString())
        .replace("{OWN}", root + "/own");
  }

  /** A site that is switched on by a link, as Debian does it. */
  Path site(String name, String text) {
    Path available = file("sites-available/" + name, text);
    link("sites-enabled/" + name, "../sites-available/" + name);
    return available;
  }

  void link(String relative, String target) {
    Path link = root.resolve(relative);
    FileTree.directory(link.getParent());
    try {
      Files.createSymbolicLink(link, Path.of(filled(target)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  NginxServer start() {
    call().succeeded();
    daemon.awaitStart();
    return this;
  }

  /** What {@code nginx -t} says about the files as they are. */
  Outcome test() {
    return call("-t");
  }

  void reload() {
    call("-s", "reload").succeeded();
  }

  private Outcome call(String... arguments) {
    return new ProgramRun(sandbox, List.of(patientCtl.toString(), "-c", root + "/nginx.conf"))
        .with(arguments)
        .run();
  }

  /** How often somebody asked for a reload. */
  long reloads() {
    return FileTree.read(run.resolve("ctl.log")).lines().filter(s -> s.endsWith("reload")).count();
  }

  String errorLog() {
    return FileTree.read(run.resolve("error.log"));
  }

  /** All files of the server, with their modes. */
  TreeSnapshot snapshot() {
    return TreeSnapshot.of(root);
  }

  static String resource(String name) {
    try (InputStream in = NginxServer.class.getResourceAsStream("/nginx/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    daemon.close();
  }
}
