package io.github.certbot4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Plugins that were made elsewhere, dropped beside the program as a user would do it. */
class ThirdPartyPluginIT {
  @RegisterExtension
  static final TestCa CA = new TestCa(PebbleSettings.usual().authorizationReuse(0));

  @RegisterExtension final Sandbox sandbox = new Sandbox();
  private Certbot certbot;
  private Path plugins;

  @BeforeEach
  void dropJar() throws IOException {
    certbot = Certbot.ours(sandbox, CA);
    plugins = FileTree.directory(sandbox.path("plugins"));
    Files.copy(exampleJar(), plugins.resolve("example.jar"));
  }

  static Path exampleJar() {
    String given =
        System.getProperty(
            "certbot4j.example.plugin",
            "../examples/plugin-example/target/certbot-plugin-example-1.0.jar");
    Path jar = Path.of(given).toAbsolutePath().normalize();
    if (!Files.isRegularFile(jar)) {
      throw new AssertionError("no example plugin " + jar + ": run mvn package first");
    }
    return jar;
  }

  private ProgramRun seeingPlugins(ProgramRun run) {
    return run.env("CERTBOT_PLUGIN_PATH", plugins.toString());
  }

  /** A web server that shows the directory which the authenticator writes to. */
  private WebRootServer webServer(String... names) throws IOException {
    WebRootServer web = new WebRootServer(CA.pebble().challengePort());
    for (String name : names) {
      web.host(name, sandbox.path("www"));
    }
    return web;
  }

  private Path challenges() {
    return FileTree.directory(sandbox.path("www/.well-known/acme-challenge"));
  }

  private ProgramRun runVerb(Path list, String... names) {
    ProgramRun run =
        seeingPlugins(certbot.withCa("run"))
            .with("-a", "example-files", "--example-files-directory", challenges().toString())
            .with("-i", "example-list", "--example-list-file", list.toString())
            .with("--agree-tos", "-m", "admin@example.test");
    for (String name : names) {
      run.with("-d", name);
    }
    return run;
  }

  @Test
  void a_jar_in_the_directory_of_the_distribution_is_found() throws IOException {
    Certbot copy = Certbot.ofCopy(sandbox, CA);
    Files.copy(exampleJar(), sandbox.path("copied/plugins/example.jar"));

    copy.run("plugins")
        .run()
        .succeeded()
        .says("* example-files", "* example-list", "* standalone", "an example");
  }

  @Test
  void the_help_shows_the_options_of_a_plugin() {
    Outcome files = seeingPlugins(certbot.run("--help", "example-files")).run().succeeded();
    assertThat(files.out()).contains("--example-files-directory DIRECTORY");
    Outcome list = seeingPlugins(certbot.run("--help", "example-list")).run().succeeded();
    assertThat(list.out())
        .contains("--example-list-file FILE", "--example-list-reload COMMAND")
        .contains("/etc/example-list.conf")
        .doesNotContain("--example-files-directory");
  }

  @Test
  void without_the_jar_its_options_and_names_are_unknown() {
    certbot
        .certonly("-a", "standalone", "--example-files-directory", "/x", "-d", "x.example.test")
        .run()
        .failed(2)
        .says("--example-files-directory");
    certbot.certonly("-a", "example-files", "-d", "x.example.test").run().failed(1).says("example");
  }

  @Test
  void its_authenticator_obtains_and_renews_with_what_was_stored() throws Exception {
    try (WebRootServer web = webServer("ext.example.test")) {
      seeingPlugins(certbot.certonly("-a", "example-files", "-d", "ext.example.test"))
          .with("--example-files-directory", challenges().toString())
          .run()
          .succeeded();

      assertThat(FileTree.read(sandbox.renewalConf("ext.example.test")).lines())
          .contains("authenticator = example-files", "example_files_directory = " + challenges());
      seeingPlugins(certbot.renew("--force-renewal")).run().succeeded();
    }
    assertThat(sandbox.lineage("ext.example.test").isWhole().version()).isEqualTo(2);
    assertThat(FileTree.names(challenges())).as("what the challenges left behind").isEmpty();
    assertThat(FileTree.read(sandbox.renewalConf("ext.example.test")))
        .contains("example_files_directory = " + challenges());
  }

  @Test
  void a_question_of_a_plugin_that_nobody_answers_names_its_option() {
    seeingPlugins(certbot.certonly("-a", "example-files", "-d", "ask.example.test"))
        .run()
        .failed(1)
        .says("--example-files-directory");
  }

  @Test
  void run_obtains_installs_and_enhances_and_rollback_undoes_it() throws Exception {
    String before = "a.example.test\nother.example.test cert=/other.pem\n";
    Path list = FileTree.write(sandbox.path("list.conf"), before);
    Path reloads = sandbox.path("reloads");
    String[] names = {"a.example.test", "b.example.test"};
    try (WebRootServer web = webServer(names)) {
      Outcome outcome =
          runVerb(list, names)
              .with("--example-list-reload", "echo x >> " + reloads)
              .run()
              .succeeded();
      outcome.says("https://a.example.test and https://b.example.test");
    }
    Lineage lineage = sandbox.lineage("a.example.test").isWhole();
    String files = " cert=" + lineage.live("fullchain") + " key=" + lineage.live("privkey");
    String installed = "a.example.test%s%sother.example.test cert=/other.pem\nb.example.test%s%s";
    assertThat(FileTree.read(list))
        .isEqualTo(installed.formatted(files, " redirect=on\n", files, " redirect=on\n"));
    assertThat(FileTree.read(reloads)).isEqualTo("x\nx\n");
    assertThat(FileTree.read(sandbox.renewalConf("a.example.test")))
        .contains("installer = example-list", "example_list_file = " + list);

    seeingPlugins(certbot.run("rollback", "-i", "example-list"))
        .with("--example-list-file", list.toString())
        .run()
        .succeeded();
    assertThat(FileTree.read(list)).isEqualTo(installed.formatted(files, "\n", files, "\n"));
    seeingPlugins(certbot.run("rollback", "-i", "example-list", "--checkpoints", "5"))
        .with("--example-list-file", list.toString())
        .run()
        .succeeded();
    assertThat(FileTree.read(list)).isEqualTo(before);
  }

  @Test
  void a_renewal_has_the_server_read_the_new_certificate() throws Exception {
    Path list = FileTree.write(sandbox.path("list.conf"), "");
    Path reloads = sandbox.path("reloads");
    try (WebRootServer web = webServer("renew.example.test")) {
      runVerb(list, "renew.example.test")
          .with("--no-redirect", "--example-list-reload", "echo x >> " + reloads)
          .run()
          .succeeded();
      String installed = FileTree.read(list);
      assertThat(FileTree.read(reloads)).isEqualTo("x\n");

      seeingPlugins(certbot.renew("--force-renewal"))
          .run()
          .succeeded()
          .says("with reload of example-list server");

      assertThat(FileTree.read(list)).isEqualTo(installed);
    }
    assertThat(FileTree.read(reloads)).isEqualTo("x\nx\n");
    assertThat(sandbox.lineage("renew.example.test").isWhole().version()).isEqualTo(2);
  }

  @Test
  void a_certificate_that_is_kept_is_installed_again() throws Exception {
    Path list = FileTree.write(sandbox.path("list.conf"), "");
    try (WebRootServer web = webServer("keep.example.test")) {
      runVerb(list, "keep.example.test").run().succeeded();
      FileTree.write(list, "");

      Outcome again = runVerb(list, "keep.example.test").with("--no-redirect").run().succeeded();

      again.says("https://keep.example.test");
      assertThat(again.text()).doesNotContain("no action taken");
    }
    assertThat(sandbox.lineage("keep.example.test").version()).isEqualTo(1);
    assertThat(FileTree.read(list)).contains("keep.example.test cert=").doesNotContain("redirect");
  }

  @Test
  void a_server_that_does_not_take_the_certificate_gets_its_configuration_back() throws Exception {
    Path list = FileTree.write(sandbox.path("list.conf"), "c.example.test\n");
    try (WebRootServer web = webServer("c.example.test")) {
      String onlyWithoutCertificate = "! grep cert= " + list;
      runVerb(list, "c.example.test")
          .with("--example-list-reload", onlyWithoutCertificate)
          .run()
          .failed(1)
          .says("IMPORTANT NOTES", "restored", "--example-list-reload");
    }
    sandbox.lineage("c.example.test").isWhole();
    assertThat(FileTree.read(list)).isEqualTo("c.example.test\n");
  }

  @Test
  void install_and_enhance_work_on_what_is_there() throws Exception {
    Path list = FileTree.write(sandbox.path("list.conf"), "");
    certbot.issue("d.example.test");
    seeingPlugins(certbot.run("install", "-i", "example-list", "--cert-name", "d.example.test"))
        .with("--example-list-file", list.toString(), "--no-redirect")
        .run()
        .succeeded();
    assertThat(FileTree.read(list)).contains("d.example.test cert=").doesNotContain("redirect");

    Outcome enhanced =
        seeingPlugins(certbot.run("enhance", "-i", "example-list", "--redirect", "--hsts"))
            .with("--example-list-file", list.toString(), "--cert-name", "d.example.test")
            .run()
            .succeeded();

    enhanced.says("does not support the Strict-Transport-Security header");
    assertThat(FileTree.read(list)).contains(" redirect=on");
    seeingPlugins(certbot.run("enhance", "-i", "example-list", "--auto-hsts"))
        .with("--example-list-file", list.toString(), "--cert-name", "d.example.test")
        .run()
        .failed(1)
        .says("--auto-hsts");
  }

  @Test
  void the_null_installer_makes_run_possible_without_a_server() throws Exception {
    Outcome outcome =
        certbot
            .withCa("run", "-a", "standalone", "-i", "null", "-d", "null.example.test")
            .with("--agree-tos", "-m", "admin@example.test", "--http-01-port")
            .with(Integer.toString(CA.pebble().challengePort()))
            .run()
            .succeeded();

    outcome.says("https://null.example.test");
    sandbox.lineage("null.example.test").isWhole();
    assertThat(outcome.err()).doesNotContain("support");
  }

  @Test
  void a_broken_jar_costs_one_warning() throws IOException {
    Files.writeString(plugins.resolve("broken.jar"), "this is no archive");

    Outcome outcome = seeingPlugins(certbot.run("plugins")).run().succeeded();

    assertThat(outcome.out()).contains("* example-files", "* standalone");
    assertThat(outcome.err().lines().filter(line -> line.contains("broken.jar"))).hasSize(1);
    assertThat(outcome.err()).doesNotContain("Exception:", "\tat ");
  }

  @Test
  void two_plugins_of_one_name_are_refused_naming_both_jars() throws IOException {
    OtherPlugin.jar(plugins.resolve("other.jar"), "example-files");

    seeingPlugins(certbot.run("plugins"))
        .run()
        .failed(1)
        .says("example-files", plugins + "/example.jar", plugins + "/other.jar");
  }

  @Test
  void two_versions_of_one_plugin_are_refused_naming_both_jars() throws IOException {
    Files.copy(exampleJar(), plugins.resolve("example-2.jar"));

    seeingPlugins(certbot.run("plugins"))
        .run()
        .failed(1)
        .says(plugins + "/example.jar", plugins + "/example-2.jar");
  }
}
