package io.github.certbot4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each built-in way of proving control over a name, against a CA that really looks. */
class AuthenticatorsIT {
  @RegisterExtension
  static final TestCa CA = new TestCa(PebbleSettings.usual().authorizationReuse(0));

  @RegisterExtension final Sandbox sandbox = new Sandbox();
  private Certbot certbot;

  @BeforeEach
  void chooseProgram() {
    certbot = Certbot.ours(sandbox, CA);
  }

  @Test
  void standalone_obtains_one_name_and_frees_its_port() throws Exception {
    certbot.issue("one.example.test").says("fullchain.pem");

    sandbox.lineage("one.example.test").isWhole();
    assertThat(sandbox.lineage("one.example.test").names()).containsExactly("one.example.test");
    assertThat(FreePorts.isFree(CA.pebble().challengePort())).isTrue();
  }

  @Test
  void standalone_listens_on_the_address_it_is_given() throws Exception {
    certbot.issue(List.of("--http-01-address", "127.0.0.1"), "address.example.test");

    sandbox.lineage("address.example.test").isWhole();
    assertThat(FileTree.read(sandbox.renewalConf("address.example.test")))
        .contains("http01_address = 127.0.0.1");
  }

  @Test
  void standalone_says_which_port_is_busy() throws Exception {
    int port = CA.pebble().challengePort();
    try (WebRootServer busy = new WebRootServer(port)) {
      Outcome outcome = certbot.certonly("--standalone", "-d", "busy.example.test").run();

      outcome.failed(1).says(Integer.toString(port));
    }
    assertThat(sandbox.lineage("busy.example.test").exists()).isFalse();
  }

  @Test
  void twenty_five_names_come_in_one_certificate_in_their_order() throws Exception {
    String[] names = new String[25];
    for (int i = 0; i < names.length; i++) {
      names[i] = "n" + (names.length - i) + ".example.test";
    }

    certbot.issue(names);

    Lineage lineage = sandbox.lineage("n25.example.test").isWhole();
    assertThat(lineage.names()).containsExactlyInAnyOrder(names);
  }

  @Test
  void each_webroot_holds_for_the_names_behind_it() throws Exception {
    Path a = FileTree.directory(sandbox.path("www/a"));
    Path b = FileTree.directory(sandbox.path("www/b"));
    try (WebRootServer web = new WebRootServer(CA.pebble().challengePort())) {
      web.host("w.example.test", a).host("www.w.example.test", a).host("img.w.example.test", b);

      certbot
          .certonly("--webroot", "-w", a.toString(), "-d", "w.example.test")
          .with("-d", "www.w.example.test", "-w", b.toString(), "-d", "img.w.example.test")
          .run()
          .succeeded();

      sandbox.lineage("w.example.test").isWhole();
      String conf = FileTree.read(sandbox.renewalConf("w.example.test"));
      assertThat(conf).contains("webroot_path = " + a + ", " + b);
      assertThat(conf.lines())
          .contains(
              "[[webroot_map]]",
              "w.example.test = " + a,
              "www.w.example.test = " + a,
              "img.w.example.test = " + b);
      certbot.renew("--force-renewal").run().succeeded();
    }
    assertThat(sandbox.lineage("w.example.test").isWhole().version()).isEqualTo(2);
    assertThat(FileTree.names(a)).as("what the challenge left behind").isEmpty();
    assertThat(FileTree.names(b)).isEmpty();
  }

  @Test
  void one_webroot_behind_the_names_holds_for_all() throws Exception {
    Path root = FileTree.directory(sandbox.path("www"));
    FileTree.write(root.resolve(".well-known/keep.txt"), "mine");
    try (WebRootServer web = new WebRootServer(CA.pebble().challengePort())) {
      web.host("x.example.test", root).host("y.example.test", root);

      certbot
          .certonly("--webroot", "-d", "x.example.test,y.example.test", "-w", root.toString())
          .run()
          .succeeded();
    }
    sandbox.lineage("x.example.test").isWhole();
    assertThat(FileTree.names(root.resolve(".well-known"))).containsExactly("keep.txt");
  }

  @Test
  void a_webroot_map_brings_names_and_roots() throws Exception {
    Path a = FileTree.directory(sandbox.path("www/a"));
    Path b = FileTree.directory(sandbox.path("www/b"));
    String map =
        "{\"m1.example.test,m2.example.test\":\"%s\",\"m3.example.test\":\"%s\"}".formatted(a, b);
    try (WebRootServer web = new WebRootServer(CA.pebble().challengePort())) {
      web.host("m1.example.test", a).host("m2.example.test", a).host("m3.example.test", b);

      certbot.certonly("--webroot", "--webroot-map", map).run().succeeded();
    }
    assertThat(sandbox.lineage("m1.example.test").isWhole().names())
        .containsExactlyInAnyOrder("m1.example.test", "m2.example.test", "m3.example.test");
  }

  @Test
  void challenge_files_can_be_read_by_the_web_server_whatever_the_umask() throws Exception {
    Path root = FileTree.directory(sandbox.path("www"));
    Path seen = sandbox.path("modes.txt");
    String look = "ls -ld www/.well-known www/.well-known/acme-challenge > " + seen;
    Path hook = sandbox.script("look", look);
    try (WebRootServer web = new WebRootServer(CA.pebble().challengePort())) {
      web.host("mask.example.test", root);
      Path watched = root.resolve(".well-known/acme-challenge");
      var running =
          certbot
              .certonly("--webroot", "-w", root.toString(), "-d", "mask.example.test")
              .umask("077")
              .start();
      Patience.until("a challenge file is there", () -> !FileTree.names(watched).isEmpty());
      new ProgramRun(sandbox, List.of(hook.toString())).run().succeeded();
      running.finish(java.time.Duration.ofSeconds(60)).succeeded();
    }
    assertThat(FileTree.read(seen).lines()).allMatch(line -> line.startsWith("drwxr-xr-x"));
  }

  @Test
  void manual_hooks_publish_by_http_and_are_told_all_they_need() throws Exception {
    Path root = FileTree.directory(sandbox.path("www"));
    Path log = sandbox.path("hook.log");
    Path challenges = root.resolve(".well-known/acme-challenge");
    Path auth =
        sandbox.script(
            "auth",
            "mkdir -p "
                + challenges
                + "\necho \"auth $CERTBOT_DOMAIN $CERTBOT_REMAINING_CHALLENGES $CERTBOT_ALL_DOMAINS\" >> "
                + log
                + "\nprintf %s \"$CERTBOT_VALIDATION\" > "
                + challenges
                + "/$CERTBOT_TOKEN\necho made-$CERTBOT_TOKEN");
    Path cleanup =
        sandbox.script(
            "cleanup",
            "rm "
                + challenges
                + "/$CERTBOT_TOKEN\n[ \"$CERTBOT_AUTH_OUTPUT\" = \"made-$CERTBOT_TOKEN\" ] && echo \"cleanup $CERTBOT_DOMAIN\" >> "
                + log);
    try (WebRootServer web = new WebRootServer(CA.pebble().challengePort())) {
      web.host("h1.example.test", root).host("h2.example.test", root);
      certbot
          .certonly("--manual", "--preferred-challenges", "http", "-d", "h1.example.test")
          .with("-d", "h2.example.test", "--manual-auth-hook", auth.toString())
          .with("--manual-cleanup-hook", cleanup.toString())
          .run()
          .succeeded();
    }
    sandbox.lineage("h1.example.test").isWhole();
    assertThat(FileTree.read(log).lines())
        .hasSize(4)
        .contains("cleanup h1.example.test", "cleanup h2.example.test")
        .anyMatch(line -> line.matches("auth h\\d.example.test 1 h\\d.*,h\\d.*"))
        .anyMatch(line -> line.matches("auth h\\d.example.test 0 h\\d.*,h\\d.*"));
    assertThat(FileTree.names(challenges)).isEmpty();
  }

  @Test
  void manual_dns_obtains_a_wildcard_beside_its_base_name() throws Exception {
    manualDns("*.wild.example.test", "wild.example.test");

    Lineage lineage = sandbox.lineage("wild.example.test").isWhole();
    assertThat(lineage.names()).contains("*.wild.example.test", "wild.example.test");
    certbot.renew("--force-renewal").run().succeeded();
    assertThat(lineage.isWhole().version()).isEqualTo(2);
  }

  private void manualDns(String... names) {
    String api = CA.names().managementUrl();
    String host = "\\\"host\\\":\\\"_acme-challenge.$CERTBOT_DOMAIN.\\\"";
    Path auth =
        sandbox.script(
            "dns-auth",
            "curl -sSf -o /dev/null -d \"{"
                + host
                + ",\\\"value\\\":\\\"$CERTBOT_VALIDATION\\\"}\" "
                + api
                + "/set-txt");
    Path cleanup =
        sandbox.script(
            "dns-cleanup", "curl -sSf -o /dev/null -d \"{" + host + "}\" " + api + "/clear-txt");
    ProgramRun run = certbot.certonly("--manual", "--preferred-challenges", "dns");
    for (String name : names) {
      run.with("-d", name);
    }
    run.with("--manual-auth-hook", auth.toString())
        .with("--manual-cleanup-hook", cleanup.toString())
        .run()
        .succeeded();
  }

  @Test
  void a_person_at_a_terminal_can_do_the_manual_steps() throws Exception {
    Path root = FileTree.directory(sandbox.path("www"));
    try (WebRootServer web = new WebRootServer(CA.pebble().challengePort())) {
      web.host("p1.example.test", root).host("p2.example.test", root);
      ProgramRun run =
          certbot
              .plain("certonly", "--manual", "--server", CA.pebble().directoryUrl())
              .with("--agree-tos", "-m", "admin@example.test", "--no-eff-email")
              .with("-d", "p1.example.test", "-d", "p2.example.test");
      try (Terminal terminal = new Terminal(sandbox, run)) {
        for (int i = 1; i <= 2; i++) {
          publish(root, terminal.await("Press Enter", i));
          terminal.type("");
        }
        terminal.finish().succeeded();
      }
    }
    sandbox.lineage("p1.example.test").isWhole();
  }

  private static void publish(Path root, String screen) throws IOException {
    Matcher key = Pattern.compile("[\\w-]{20,}\\.[\\w-]{43}").matcher(screen);
    while (key.find()) {
      String token = key.group().substring(0, key.group().indexOf('.'));
      FileTree.write(root.resolve(".well-known/acme-challenge").resolve(token), key.group());
    }
    assertThat(Files.exists(root.resolve(".well-known"))).as(screen).isTrue();
  }

  @Test
  void a_wildcard_cannot_be_proved_by_http() throws GeneralSecurityException {
    Outcome outcome = certbot.certonly("--standalone", "-d", "*.no.example.test").run();

    outcome.failed(1);
    assertThat(outcome.text()).containsIgnoringCase("dns");
    assertThat(sandbox.lineage("no.example.test").exists()).isFalse();
  }
}
