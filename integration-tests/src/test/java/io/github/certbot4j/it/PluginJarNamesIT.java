package io.github.certbot4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which jars are looked at for a plugin; a damaged one tells by a warning that it was. */
class PluginJarNamesIT {
  @RegisterExtension
  static final TestCa CA = new TestCa(PebbleSettings.usual().authorizationReuse(0));

  @RegisterExtension final Sandbox sandbox = new Sandbox();
  private Certbot certbot;
  private Path plugins;

  @BeforeEach
  void makeDirectory() throws IOException {
    certbot = Certbot.ours(sandbox, CA);
    plugins = FileTree.directory(sandbox.path("plugins"));
    Files.writeString(plugins.resolve("a-damaged.jar"), "this is no archive");
  }

  private Outcome run(ProgramRun run) {
    return run.env("CERTBOT_PLUGIN_PATH", plugins.toString()).run();
  }

  @Test
  void no_other_jar_is_looked_at_for_a_plugin_in_a_jar_of_its_name() throws Exception {
    Path challenges = FileTree.directory(sandbox.path("www/.well-known/acme-challenge"));
    Files.copy(ThirdPartyPluginIT.exampleJar(), plugins.resolve("example-files.jar"));
    try (WebRootServer web = new WebRootServer(CA.pebble().challengePort())) {
      web.host("named.example.test", sandbox.path("www"));
      run(certbot
              .certonly("-a", "example-files", "-d", "named.example.test")
              .with("--example-files-directory", challenges.toString()))
          .succeeded();
      run(certbot.renew("--force-renewal")).succeeded();
    }
    assertThat(run(certbot.renew()).succeeded().text()).doesNotContain("damaged");
    assertThat(sandbox.lineage("named.example.test").isWhole().version()).isEqualTo(2);
    assertThat(FileTree.read(sandbox.renewalConf("named.example.test")))
        .contains("example_files_directory = " + challenges);
    assertThat(run(certbot.run("plugins")).succeeded().err()).contains("a-damaged.jar");
  }

  @Test
  void a_plugin_in_two_jars_of_its_name_is_refused_naming_both() throws IOException {
    Path own = Distribution.directory().resolve("plugins/nginx.jar");
    assertThat(own).exists();
    Path other = OtherPlugin.jar(plugins.resolve("nginx.jar"), "nginx");

    Outcome outcome = run(certbot.certonly("--nginx", "-d", "two.example.test"));

    assertThat(outcome.failed(1).says("'nginx'", own.toString(), other.toString()).text())
        .doesNotContain("damaged");
  }

  @Test
  void lineages_of_other_plugins_are_renewed_all_the_same() throws Exception {
    certbot.issue("a.example.test");
    certbot.issue("z.example.test");
    Path conf = sandbox.renewalConf("a.example.test");
    FileTree.write(
        conf, FileTree.read(conf).replaceFirst("authenticator = .*", "authenticator = nginx"));
    OtherPlugin.jar(plugins.resolve("nginx.jar"), "nginx");

    run(certbot.renew("--force-renewal")).failed(1).says("Two plugins are called 'nginx'");

    assertThat(sandbox.lineage("a.example.test").isWhole().version()).isEqualTo(1);
    assertThat(sandbox.lineage("z.example.test").isWhole().version()).isEqualTo(2);
  }

  @Test
  void two_plugins_of_one_name_do_not_hinder_storing_what_another_obtained() throws Exception {
    OtherPlugin.jar(plugins.resolve("one.jar"), "same");
    OtherPlugin.jar(plugins.resolve("two.jar"), "same");

    run(certbot.certonly("-a", "standalone", "-d", "kept.example.test")).succeeded();

    sandbox.lineage("kept.example.test").isWhole();
    run(certbot.run("plugins")).failed(1).says("'same'", "one.jar", "two.jar");
  }
}
