package io.github.certbot4j.it.apache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.it.Certbot;
import io.github.certbot4j.it.FileTree;
import io.github.certbot4j.it.Outcome;
import io.github.certbot4j.it.ProgramRun;
import io.github.certbot4j.it.Requirement;
import io.github.certbot4j.it.Sandbox;
import io.github.certbot4j.it.TreeSnapshot;
import io.github.certbot4j.it.webserver.DaemonByPidFile;
import io.github.certbot4j.it.webserver.SiteCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Debian's Apache at the ports of the web, with all its files in a sandbox. It is steered by the
 * scripts that Debian ships, told of the other server root.
 */
final class ApacheServer implements AutoCloseable {
  /** What apachectl does of a httpd that was built without Debian's changes. */
  private static final String PLAIN_CTL =
      """
      httpd="%s -d %s -f conf/httpd.conf"
      case "$1" in
        configtest) exec $httpd -t ;;
        start|stop|restart|graceful) exec $httpd -k "$1" ;;
        *) exec $httpd "$@" ;;
      esac
      """;

  private final Sandbox sandbox;
  private final Layout layout;
  private final Path root;
  private final DaemonByPidFile daemon;

  /** Puts up the files; {@link #start} starts it. */
  ApacheServer(Sandbox sandbox, Layout layout) {
    this.sandbox = sandbox;
    this.layout = layout;
    Path program = Requirement.program("apache2", "apache2");
    Requirement.root();
    root = ServerRoot.create(sandbox, layout);
    if (layout.isDebian()) {
      List.of("apache2ctl", "a2enmod", "a2dismod").forEach(this::wrap);
    } else {
      sandbox.script("bin/apachectl", PLAIN_CTL.formatted(program, root));
    }
    daemon = new DaemonByPidFile(sandbox.path("run/apache2.pid"));
  }

  private void wrap(String script) {
    // With systemd, apache2ctl would ask that to start a service of the machine.
    sandbox.script(
        "bin/" + script,
        "export APACHE_CONFDIR='%s' APACHE_STATE_DIRECTORY='%s' APACHE_STARTED_BY_SYSTEMD=yes\n"
                .formatted(root, sandbox.path("state"))
            + "echo \"%s $*\" >>'%s'\n".formatted(script, sandbox.path("calls"))
            + "exec '"
            + Requirement.program(script, "apache2")
            + "' \"$@\"");
  }

  /** For a server that runs where Debian puts it. */
  void withDebiansEnvironment() throws IOException {
    Files.copy(
        Path.of("/etc/apache2/envvars"), file("envvars"), StandardCopyOption.REPLACE_EXISTING);
  }

  Path root() {
    return root;
  }

  Path file(String relative) {
    return root.resolve(relative);
  }

  Path ctl() {
    return toolPath(layout.isDebian() ? "apache2ctl" : "apachectl");
  }

  Outcome ctl(String... arguments) {
    return tool(ctl().getFileName().toString(), arguments);
  }

  /** One of the scripts that steer the server. */
  Outcome tool(String name, String... arguments) {
    return new ProgramRun(sandbox, List.of(toolPath(name).toString())).with(arguments).run();
  }

  Path toolPath(String name) {
    return sandbox.path("bin").resolve(name);
  }

  void start() {
    ctl("start").succeeded();
    daemon.awaitStart();
  }

  void stop() {
    daemon.stop();
  }

  DaemonByPidFile daemon() {
    return daemon;
  }

  /** How often the server was told to read its configuration anew. */
  long reloads() {
    return FileTree.read(sandbox.path("calls"))
        .lines()
        .filter(line -> line.equals("apache2ctl graceful"))
        .count();
  }

  void acceptsItsConfiguration() {
    assertThat(ctl("configtest").succeeded().text()).contains("Syntax OK");
  }

  /** All of the configuration. */
  TreeSnapshot tree() {
    return TreeSnapshot.of(root);
  }

  SiteCommands commands(Certbot certbot) {
    return new SiteCommands(certbot, "apache", options());
  }

  /** Lets a program see the distribution whose layout this is. */
  ProgramRun at(ProgramRun run) {
    if (layout.isDebian()) {
      return run;
    }
    String text = "NAME=%1$s\nID=%1$s\nVERSION_ID=\"8\"\n".formatted(layout.family());
    Path release = FileTree.write(sandbox.path("os-release"), text);
    String mount = "mount --bind '" + release + "' /etc/os-release && exec \"$@\"";
    return run.under("unshare", "--mount", "sh", "-c", mount, "sh");
  }

  /** Where certbot finds this server. */
  List<String> options() {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--apache-server-root", root.toString(),
                "--apache-logs-root", sandbox.path("log").toString(),
                "--apache-ctl", ctl().toString()));
    if (layout.isDebian()) {
      options.addAll(
          List.of(
              "--apache-challenge-location", root.toString(),
              "--apache-enmod", toolPath("a2enmod").toString(),
              "--apache-dismod", toolPath("a2dismod").toString()));
      if (layout.vhostRoot()) {
        options.addAll(List.of("--apache-vhost-root", file("sites-available").toString()));
      }
    } else {
      options.addAll(
          List.of(
              "--apache-vhost-root", file("conf.d").toString(),
              "--apache-challenge-location", file("conf.d").toString()));
    }
    return options;
  }

  @Override
  public void close() {
    daemon.close();
  }
}
