package io.github.certbot4j.apache.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.FailureException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DumpReaderTest {

  private static final String DUMP =
      """
      Included configuration files:
        (*) /etc/apache2/apache2.conf
          (146) /etc/apache2/mods-enabled/my mod.load
      ServerRoot: "/etc/apache2"
      Main DocumentRoot: "/var/www/html"
      Main ErrorLog: "/var/log/apache2/error.log"
      PidFile: "/run/apache2.pid"
      Define: DUMP_RUN_CFG
      Define: FLAG
      Define: KEY=a=b
      User: name="www-data" id=33
      Loaded Modules:
       core_module (static)
       ssl_module (shared)
      """;

  @Test
  void what_the_server_prints_about_itself_is_understood() {
    assertThat(DumpReader.modules(DUMP)).containsExactly("core_module", "ssl_module");
    assertThat(DumpReader.includes(DUMP))
        .containsExactly(
            Path.of("/etc/apache2/apache2.conf"), Path.of("/etc/apache2/mods-enabled/my mod.load"));
    assertThat(DumpReader.defines(DUMP))
        .containsOnlyKeys("FLAG", "KEY")
        .containsEntry("KEY", "a=b");
    assertThat(DumpReader.serverRoot(DUMP)).contains(Path.of("/etc/apache2"));
    assertThat(DumpReader.pidFile(DUMP)).contains(Path.of("/run/apache2.pid"));
    assertThat(DumpReader.errorLog(DUMP)).contains(Path.of("/var/log/apache2/error.log"));
  }

  @Test
  void a_log_that_is_no_file_is_none() {
    assertThat(DumpReader.errorLog("Main ErrorLog: \"|/bin/logger\"\n")).isEmpty();
    assertThat(DumpReader.serverRoot("")).isEmpty();
  }

  @Test
  void the_version_is_found() {
    assertThat(DumpReader.version("Server version: Apache/2.4.57 (Debian)\nServer built: x\n"))
        .hasToString("2.4.57");
    assertThat(DumpReader.version("Server version: APACHE/2.4 (Unix)")).hasToString("2.4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nginx/1.0", "Apache/x", "Apache/2.4 Apache/2.2"})
  void a_version_that_cannot_be_told_is_an_error(String output) {
    assertThatThrownBy(() -> DumpReader.version(output)).isInstanceOf(FailureException.class);
  }
}
