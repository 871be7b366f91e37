package io.github.certbot4j.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The header whose lifetime grows, from its first minute to its last year. */
final class AutoHstsTest {

  private static final List<DomainName> NAMES = List.of(ApacheSite.name("a.example.com"));
  private static final String FILE = "sites-available/a.conf";
  private static final String HOST =
      "<VirtualHost *:443>\n  ServerName a.example.com\n  ServerAlias www.a.example.com\n"
          + "</VirtualHost>\n";

  @TempDir private Path directory;
  private ApacheSite site;

  @BeforeEach
  void makeSite() {
    site = ApacheSite.debian(directory).site("a.conf", HOST);
  }

  @Test
  void it_begins_with_a_minute_and_a_mark() throws IOException {
    enable();
    assertThat(site.read(FILE))
        .matches(
            "(?s).*\\.com\\n# DO NOT REMOVE - Managed by Certbot, VirtualHost id: [0-9a-f]{32}\\n"
                + "Header always set Strict-Transport-Security \"max-age=60\"\\n</Virtual.*");
    assertThat(storage())
        .matches(
            "\\{\"apache\":\\{\"autohsts\":\\{\"[0-9a-f]{32}\":\\{\"laststep\":0,"
                + "\"timestamp\":1.7672256E9}}}}");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(storageFile())))
        .isEqualTo("rw-------");
    assertThat(site.apache.reloads()).isEqualTo(1);
  }

  @Test
  void there_is_regular_work_only_after_it_began() {
    assertThat(new ApachePlugin().hasUpdates(site.context())).isFalse();
    enable();
    assertThat(new ApachePlugin().hasUpdates(site.context())).isTrue();
  }

  @Test
  void it_grows_every_two_days_until_the_last_step() throws IOException {
    enable();
    for (int lifetime : new int[] {300, 900, 3600, 21_600, 43_200, 86_400}) {
      site.clock.sleep(Duration.ofHours(47));
      String before = site.read(FILE);
      update();
      assertThat(site.read(FILE)).isEqualTo(before);
      site.clock.sleep(Duration.ofHours(1));
      update();
      assertThat(site.read(FILE)).contains("\"max-age=" + lifetime + "\"");
    }
    assertThat(storage()).contains("\"laststep\":6");
    String last = site.read(FILE);
    site.clock.sleep(Duration.ofDays(30));
    update();
    assertThat(site.read(FILE)).isEqualTo(last);
  }

  @Test
  void a_renewal_after_the_last_step_makes_it_a_year_and_ends_it() throws IOException {
    use("c2");
    enable();
    store("6");
    ApacheServer server = site.server();
    server.renewed(NAMES, site.lineage("other"));
    assertThat(site.read(FILE)).contains("max-age=60");
    server.renewed(NAMES, site.lineage("c2"));
    assertThat(site.read(FILE)).contains("\"max-age=31536000\"");
    assertThat(storage()).isEqualTo("{\"apache\":{\"autohsts\":{}}}");
  }

  @Test
  void nothing_is_prepared_when_there_is_nothing_to_do() {
    site.server().update(NAMES, site.lineage("c2"));
    site.server().renewed(NAMES, site.lineage("c2"));
    assertThat(site.apache.calls()).isEmpty();
  }

  @Test
  void a_header_that_is_there_is_an_error_and_nothing_is_changed() {
    site.write(
        FILE, HOST.replace("</Virt", "  Header set Strict-Transport-Security max-age=5\n</Virt"));
    String before = site.snapshot();
    assertThatThrownBy(this::enable)
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("a.conf:1 has a Strict-Transport-Security header");
    assertThat(site.snapshot()).isEqualTo(before);
    assertThat(storageFile()).doesNotExist();
  }

  @Test
  void a_reload_that_fails_takes_everything_back() {
    String before = site.snapshot();
    ApacheServer server = site.prepared();
    site.apache.refuseReload("no");
    assertThatThrownBy(() -> server.enableAutoHsts(NAMES, site.lineage("c2")))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("no");
    assertThat(site.snapshot()).isEqualTo(before);
    assertThat(storageFile()).doesNotExist();
  }

  @Test
  void a_virtual_host_that_is_gone_is_forgotten() throws IOException {
    enable();
    site.write(FILE, HOST);
    site.clock.sleep(Duration.ofDays(3));
    update();
    assertThat(storage()).isEqualTo("{\"apache\":{\"autohsts\":{}}}");
    assertThat(site.apache.reloads()).isEqualTo(1);
  }

  @Test
  void a_header_that_is_gone_is_an_error() {
    enable();
    site.write(FILE, site.readAsIs(FILE).replaceAll("Header.*\n", ""));
    site.clock.sleep(Duration.ofDays(3));
    assertThatThrownBy(this::update)
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("has no Strict-Transport-Security header any more");
  }

  @Test
  void what_others_store_stays() throws IOException {
    Files.createDirectories(storageFile().getParent());
    Files.writeString(
        storageFile(), "{\"nginx\": {\"k\": 1795308734.92}, \"apache\": {\"x\": [1]}}");
    enable();
    assertThat(storage())
        .startsWith("{\"nginx\":{\"k\":1795308734.92},\"apache\":{\"x\":[1],\"autohsts\":{\"");
  }

  @Test
  void a_store_that_is_damaged_is_named() throws IOException {
    Files.createDirectories(storageFile().getParent());
    Files.writeString(storageFile(), "{\"apache\": {\"autohsts\": {\"1\": 2}}}");
    assertThatThrownBy(this::update)
        .isInstanceOf(FailureException.class)
        .hasMessageContaining(".pluginstorage.json can't be read");
  }

  private void use(String lineage) {
    ApacheServer server = site.prepared();
    server.deploy(NAMES.get(0), site.paths(lineage));
    server.save("Deployed ACME Certificate", false);
  }

  private void enable() {
    site.prepared()
        .enableAutoHsts(
            List.of(NAMES.get(0), ApacheSite.name("www.a.example.com")), site.lineage("c2"));
  }

  /** As a renewal does it. */
  private void update() {
    if (new ApachePlugin().hasUpdates(site.context())) {
      site.server().update(NAMES, site.lineage("c2"));
    }
  }

  private void store(String step) throws IOException {
    Files.writeString(storageFile(), storage().replace("\"laststep\":0", "\"laststep\":" + step));
  }

  private String storage() throws IOException {
    return Files.readString(storageFile());
  }

  private Path storageFile() {
    return site.directories().config().resolve(".pluginstorage.json");
  }
}
