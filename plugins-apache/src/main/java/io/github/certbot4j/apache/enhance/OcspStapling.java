package io.github.certbot4j.apache.enhance;

import io.github.certbot4j.apache.config.Statement;
import io.github.certbot4j.apache.edit.ModuleSwitch;
import io.github.certbot4j.apache.edit.SslSection;
import io.github.certbot4j.apache.edit.Workspace;
import io.github.certbot4j.apache.parse.ConfigDocument;
import io.github.certbot4j.apache.parse.Section;
import io.github.certbot4j.checkpoint.ChangeKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Has virtual hosts send OCSP responses along with their certificate. */
final class OcspStapling {

  private static final String USUAL_DIRECTORY = "/var/run/apache2";
  private static final String RED_HATS_DIRECTORY = "/run/httpd";

  private OcspStapling() {}

  /** Adds it to a virtual host; false if that has it. */
  static boolean add(Workspace workspace, ModuleSwitch modules, Section section) {
    modules.enable(ChangeKind.PERMANENT, "socache_shmcb");
    boolean cached = hasCache(workspace);
    boolean on = workspace.host(section).isOn("SSLUseStapling");
    if (!cached) {
      ConfigDocument document = section.siblings().document();
      SslSection.in(document)
          .body()
          .prepend("SSLStaplingCache shmcb:" + directory() + "/stapling_cache(128000)");
      workspace.edited();
    }
    if (!on) {
      workspace.append(section.body(), "SSLUseStapling on");
    }
    if (!cached || !on) {
      workspace.note("Enabled OCSP stapling in " + workspace.host(section).place());
    }
    return !cached || !on;
  }

  /** The cache is the server's, not a virtual host's. */
  private static boolean hasCache(Workspace workspace) {
    List<Statement> statements = workspace.configuration().statements();
    return statements.stream().anyMatch(statement -> statement.is("SSLStaplingCache"));
  }

  private static String directory() {
    boolean redHat =
        !Files.isDirectory(Path.of(USUAL_DIRECTORY))
            && Files.isDirectory(Path.of(RED_HATS_DIRECTORY));
    return redHat ? RED_HATS_DIRECTORY : USUAL_DIRECTORY;
  }
}
