package io.github.certbot4j.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.PluginUnusableException;
import io.github.certbot4j.spi.PluginUnusableException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PreparationTest {

  @TempDir private Path directory;
  private Site site;

  @BeforeEach
  void makeSite() {
    site = new Site(directory);
  }

  private PluginUnusableException refusal() {
    PluginUnusableException refusal =
        catchThrowableOfType(PluginUnusableException.class, () -> site.server().prepare());
    assertThat(refusal).isNotNull();
    assertThat(refusal.getMessage()).doesNotContain("\n");
    return refusal;
  }

  @Test
  void without_the_program_it_is_not_installed() {
    site.options.with(NginxOptions.NGINX_CTL, "/nonexistent/nginx");
    assertThat(refusal())
        .hasMessageContaining("/nonexistent/nginx")
        .hasMessageContaining("--nginx-ctl")
        .extracting(PluginUnusableException::reason)
        .isEqualTo(Reason.NOT_INSTALLED);
  }

  @Test
  void without_its_configuration_it_is_not_installed() throws IOException {
    Files.delete(site.root().resolve("nginx.conf"));
    assertThat(refusal())
        .hasMessageContaining(site.root().toString())
        .hasMessageContaining("--nginx-server-root")
        .extracting(PluginUnusableException::reason)
        .isEqualTo(Reason.NOT_INSTALLED);
  }

  @Test
  void a_configuration_that_nginx_refuses_is_told_in_its_words() {
    site.nginx.complaint =
        "nginx: [emerg] unknown directive \"lisen\" in /etc/x:3\nnginx: test failed\n";
    assertThat(refusal())
        .hasMessageContaining("unknown directive \"lisen\" in /etc/x:3; nginx: test failed")
        .extracting(PluginUnusableException::reason)
        .isEqualTo(Reason.MISCONFIGURED);
    assertThat(site.nginx.calls()).containsExactly("-t");
    assertThat(site.config().resolve("options-ssl-nginx.conf")).doesNotExist();
  }

  @Test
  void changes_that_nginx_refuses_can_be_rolled_back_all_the_same() {
    site.write("sites/x", "server {\n    listen 80;\n    server_name a.example.com;\n}\n");
    String before = site.read("sites/x");
    NginxServer first = site.prepared();
    first.deploy(Site.name("a.example.com"), site.lineage("c1"));
    first.save("title", false);
    site.nginx.complaint = "nginx: [emerg] refused";
    NginxServer second = site.server();
    assertThatThrownBy(second::prepare).isInstanceOf(PluginUnusableException.class);
    second.rollback(1);
    site.nginx.complaint = "";
    second.restart();
    assertThat(site.read("sites/x")).isEqualTo(before);
    assertThat(site.nginx.served()).contains("server_name a.example.com");
  }

  @Test
  void a_file_that_can_not_be_understood_is_named_with_line_and_column() {
    site.write("sites/x", "server {\n    listen 80;\n    server_name 'a'b;\n}\n");
    assertThatThrownBy(() -> site.server().prepare())
        .isInstanceOf(FailureException.class)
        .hasMessageContaining(
            site.root().resolve("sites/x") + " can't be understood in line 3, column 20");
  }

  @Test
  void an_old_version_is_refused() {
    site.nginx.description = FakeNginx.DESCRIPTION.replace("1.22.1", "0.8.47");
    assertThat(refusal()).hasMessageContaining("nginx/0.8.47 is too old");
  }

  @Test
  void a_version_without_tls_is_refused() {
    site.nginx.description = FakeNginx.DESCRIPTION.replace(" --with-http_ssl_module", "");
    assertThat(refusal()).hasMessageContaining("without its SSL module");
    site.nginx.description = FakeNginx.DESCRIPTION.replace("SNI support enabled", "");
    assertThat(refusal()).hasMessageContaining("without SNI");
  }

  @Test
  void an_unknown_version_is_refused() {
    site.nginx.description = "something else";
    assertThat(refusal()).hasMessageContaining("doesn't tell the version");
  }

  @Test
  void a_derivative_is_taken() {
    site.nginx.description = FakeNginx.DESCRIPTION.replace("nginx/1.22.1", "openresty/1.21.4.1");
    site.prepared();
    assertThat(site.config().resolve("options-ssl-nginx.conf")).exists();
  }

  @Test
  void a_missing_include_is_named() {
    site.write("sites/x", "include /nonexistent/file.conf;\n");
    assertThatThrownBy(() -> site.prepared().allNames())
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("/nonexistent/file.conf can't be read: no such file");
  }

  @Test
  void the_files_with_tls_settings_fit_the_version() throws IOException {
    site.prepared();
    assertThat(options()).contains("ssl_protocols TLSv1.2 TLSv1.3;", "ssl_session_tickets off;");
    site.nginx.description =
        FakeNginx.DESCRIPTION.replace("1.22.1", "1.12.2").replace("3.0.8", "1.0.1f");
    site.prepared();
    assertThat(options()).contains("ssl_protocols TLSv1.2;").doesNotContain("tickets");
  }

  @Test
  void a_file_with_tls_settings_that_was_changed_stays() throws IOException {
    site.prepared();
    Path file = site.config().resolve("options-ssl-nginx.conf");
    Files.writeString(file, "ssl_protocols TLSv1.3;\n");
    site.prepared();
    assertThat(options()).isEqualTo("ssl_protocols TLSv1.3;\n");
  }

  private String options() throws IOException {
    return Files.readString(
        site.config().resolve("options-ssl-nginx.conf"), StandardCharsets.US_ASCII);
  }

  @Test
  void names_that_certificates_can_be_had_for_are_offered() {
    site.write(
        "sites/x",
        "server { listen 127.0.0.1:80; listen host.example.com:80; server_name A.example.com *.x.com"
            + " .y.com ~^z 'q.example.com' _ 1.2.3.4; include inc/n; }\n");
    site.write("inc/n", "server_name inc.example.com;");
    assertThat(site.prepared().allNames())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            "a.example.com", "host.example.com", "inc.example.com", "q.example.com");
  }

  @Test
  void the_root_is_handed_back_as_an_absolute_path() {
    assertThat(site.server().choices()).isEmpty();
    site.options.with(NginxOptions.NGINX_SERVER_ROOT, "some/where/../etc");
    assertThat(site.server().choices())
        .singleElement()
        .satisfies(
            choice -> assertThat((String) choice.value()).startsWith("/").endsWith("some/etc"));
  }
}
