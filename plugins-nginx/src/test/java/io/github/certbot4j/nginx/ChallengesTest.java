package io.github.certbot4j.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Challenge;
import io.github.certbot4j.spi.SharedOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChallengesTest {

  private static final String REWRITE =
      "rewrite ^(/.well-known/acme-challenge/.*) $1 break; # managed by Certbot\n";
  private static final String LOCATION =
      "location = /.well-known/acme-challenge/TOKEN{default_type text/plain;return 200 TOKEN.THUMB;}";
  private static final String PLAIN =
      "server {\n    listen 80;\n    server_name a.example.com;\n}\n";

  @TempDir private Path directory;
  private Site site;

  @BeforeEach
  void makeSite() {
    site = new Site(directory);
  }

  private NginxServer performed(String... names) {
    NginxServer server = site.prepared();
    server.perform(challenges(names));
    return server;
  }

  private static List<Challenge> challenges(String... names) {
    return List.of(names).stream()
        .map(n -> new Challenge(Site.name(n), ChallengeType.HTTP_01, "TOKEN", "TOKEN.THUMB"))
        .toList();
  }

  private String ofChallenges() throws java.io.IOException {
    return Files.readString(site.config().resolve("le_http_01_cert_challenge.conf"))
        .replace(directory.toString(), "");
  }

  @Test
  void a_block_that_serves_the_name_answers() throws Exception {
    site.write("sites/x", PLAIN);
    performed("a.example.com");
    assertThat(site.read("sites/x"))
        .isEqualTo(
            "server {\n    "
                + REWRITE
                + "    listen 80;\n    server_name a.example.com;\n\n    "
                + LOCATION
                + " # managed by Certbot\n}\n");
    assertThat(site.read("nginx.conf"))
        .isEqualTo(
            """
            events {}
            http {
                include /le/le_http_01_cert_challenge.conf;
                server_names_hash_bucket_size 128;
                include sites/*;
            }
            """);
    assertThat(ofChallenges()).isEmpty();
    assertThat(site.nginx.served()).contains(LOCATION);
  }

  @Test
  void afterwards_every_file_is_as_before() {
    site.write("sites/x", PLAIN);
    String main = site.read("nginx.conf");
    NginxServer server = performed("a.example.com", "b.example.com");
    server.cleanUp(challenges("a.example.com", "b.example.com"));
    assertThat(site.read("sites/x")).isEqualTo(PLAIN);
    assertThat(site.read("nginx.conf")).isEqualTo(main);
    assertThat(site.config().resolve("le_http_01_cert_challenge.conf")).doesNotExist();
    assertThat(site.nginx.served()).doesNotContain("TOKEN");
    assertThat(site.nginx.calls()).containsExactly("-t", "-V", "-s reload", "-s reload");
  }

  @Test
  void all_blocks_that_may_get_the_request_answer() {
    site.write("sites/x", PLAIN);
    site.write("sites/y", PLAIN.replace("a.example.com", "*.example.com").replace("80", "443 ssl"));
    site.write("sites/z", PLAIN.replace("80", "8080"));
    performed("a.example.com");
    assertThat(site.read("sites/x")).contains(LOCATION);
    assertThat(site.read("sites/y")).contains(LOCATION, REWRITE);
    assertThat(site.read("sites/z")).doesNotContain(LOCATION);
  }

  @Test
  void a_name_that_no_block_serves_gets_one() throws Exception {
    site.write("sites/x", PLAIN.replace("80;", "80; listen [::]:80;"));
    performed("b.example.com");
    assertThat(ofChallenges())
        .isEqualTo(
            "server{listen 80;listen [::]:80;server_name b.example.com;"
                + "root /work/http_01_nonexistent;"
                + LOCATION
                + "}\n");
  }

  @Test
  void a_name_that_the_default_server_gets_is_answered_by_a_copy_of_it() throws Exception {
    String before = "server {\n    listen 192.0.2.1:80 default_server;\n    server_name _;\n}\n";
    site.write("sites/x", before);
    performed("b.example.com");
    assertThat(site.read("sites/x"))
        .isEqualTo(
            before
                + "server {\n    "
                + REWRITE
                + "    listen 192.0.2.1:80;\n"
                + "    server_name b.example.com; # managed by Certbot\n    "
                + LOCATION
                + " # managed by Certbot\n}\n");
    assertThat(ofChallenges()).isEmpty();
  }

  @Test
  void an_address_that_takes_ipv4_too_is_not_taken_twice() throws Exception {
    site.write("sites/x", PLAIN.replace("80", "[::]:80 ipv6only=off"));
    performed("b.example.com");
    assertThat(ofChallenges()).startsWith("server{listen [::]:80;server_name");
  }

  @Test
  void another_port_can_be_forwarded_to() throws Exception {
    site.options.with(SharedOptions.HTTP01_PORT, 8080);
    site.write("sites/x", PLAIN);
    performed("a.example.com");
    assertThat(ofChallenges()).startsWith("server{listen 8080;server_name a.example.com");
    assertThat(site.read("sites/x")).isEqualTo(PLAIN);
  }

  @Test
  void a_bucket_size_is_enlarged_where_it_is_set() {
    site.write("sites/size", "server_names_hash_bucket_size  64;\n").write("sites/x", PLAIN);
    performed("a.example.com");
    assertThat(site.read("sites/size")).isEqualTo("server_names_hash_bucket_size 128;\n");
    assertThat(site.read("nginx.conf")).doesNotContain("bucket_size");
  }

  @Test
  void a_bucket_size_that_is_large_enough_stays() {
    site.write("sites/size", "server_names_hash_bucket_size 256;\n").write("sites/x", PLAIN);
    performed("a.example.com");
    assertThat(site.read("sites/size")).isEqualTo("server_names_hash_bucket_size 256;\n");
  }

  @Test
  void a_very_long_name_gets_a_larger_bucket() {
    performed("a".repeat(60) + "." + "b".repeat(60) + ".example.com");
    assertThat(site.read("nginx.conf")).contains("server_names_hash_bucket_size 256;");
  }

  @Test
  void without_an_http_block_nothing_can_be_answered() {
    site.write("nginx.conf", "events {}\n");
    assertThatThrownBy(() -> performed("a.example.com"))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("no http block");
  }

  @Test
  void a_refused_reload_is_told_and_everything_is_put_back() {
    site.write("sites/x", PLAIN);
    NginxServer server = site.prepared();
    site.nginx.complaint = "nginx: [emerg] something is wrong\n";
    site.nginx.startable = false;
    assertThatThrownBy(() -> server.perform(challenges("a.example.com")))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("bind() to 0.0.0.0:443 failed");
    server.cleanUp(challenges("a.example.com"));
    assertThat(site.read("sites/x")).isEqualTo(PLAIN);
  }

  @Test
  void an_nginx_that_is_not_running_is_started() {
    site.write("sites/x", PLAIN);
    site.nginx.running = false;
    performed("a.example.com");
    assertThat(site.nginx.calls()).containsExactly("-t", "-V", "-s reload", "start");
    assertThat(site.nginx.served()).contains(LOCATION);
  }

  @Test
  void what_a_killed_run_left_is_put_back_before_anything_else() {
    site.write("sites/x", PLAIN);
    performed("a.example.com");
    assertThat(site.read("sites/x")).isNotEqualTo(PLAIN);
    site.prepared();
    assertThat(site.read("sites/x")).isEqualTo(PLAIN);
    assertThat(site.config().resolve("le_http_01_cert_challenge.conf")).doesNotExist();
  }

  @Test
  void a_file_that_somebody_changed_in_between_is_not_overwritten() {
    site.write("sites/x", PLAIN);
    NginxServer server = site.prepared();
    server.deploy(Site.name("a.example.com"), site.lineage("c1"));
    site.write("sites/x", PLAIN + "# mine\n");
    assertThatThrownBy(() -> server.save("", false))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("changed by somebody else");
    assertThat(site.read("sites/x")).isEqualTo(PLAIN + "# mine\n");
  }
}
