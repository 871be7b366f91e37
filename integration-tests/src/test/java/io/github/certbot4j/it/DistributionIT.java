package io.github.certbot4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive that users unpack, as they may place and start it. */
class DistributionIT {
  private static final List<String> SHELL_TOOLS =
      List.of(
          "sh",
          "dash",
          "bash",
          "env",
          "dirname",
          "basename",
          "readlink",
          "realpath",
          "sed",
          "grep",
          "awk",
          "expr",
          "ls",
          "uname",
          "cat",
          "id",
          "tr",
          "cut",
          "test",
          "printf");

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  private ProgramRun run(Path launcher, String... arguments) {
    return new ProgramRun(sandbox, List.of(launcher.toString())).with(arguments);
  }

  private String[] directories(String verb) {
    return new String[] {
      verb,
      "--config-dir",
      sandbox.config().toString(),
      "--work-dir",
      sandbox.work().toString(),
      "--logs-dir",
      sandbox.logs().toString()
    };
  }

  private static void assertVersion(Outcome outcome) {
    assertThat(outcome.succeeded().out()).isEqualTo("certbot 1.15.0\n");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void it_tells_its_version_and_nothing_else() {
    assertVersion(run(Distribution.launcher(), "--version").run());
  }

  @Test
  void it_starts_through_links_from_anywhere() throws Exception {
    Path bin = FileTree.directory(sandbox.path("usr/bin"));
    Path one = Files.createSymbolicLink(bin.resolve("certbot"), Distribution.launcher());
    Path two = Files.createSymbolicLink(bin.resolve("letsencrypt"), Path.of("certbot"));

    assertVersion(run(one, "--version").in(Path.of("/")).run());
    assertVersion(run(two, "--version").in(sandbox.work().getParent()).run());
    assertVersion(
        new ProgramRun(sandbox, List.of("sh", "-c", "certbot --version"))
            .env("PATH", bin + ":" + System.getenv("PATH"))
            .run());
  }

  @Test
  void it_starts_from_a_directory_with_blanks_and_odd_characters() {
    Path launcher = Distribution.copyTo(sandbox.path("my programs/it's $here & there"));

    assertVersion(run(launcher, "--version").run());
    run(launcher, directories("certificates")).run().succeeded().says("No certificates found.");
    run(launcher, directories("plugins")).run().succeeded().says("standalone", "webroot");
  }

  @Test
  void it_works_when_its_own_directory_cannot_be_written() {
    Path launcher = Distribution.copyTo(sandbox.path("readonly"));
    Requirement.root();

    assertVersion(run(launcher, "--version").asNobody().run());
  }

  @Test
  void without_java_it_says_so() throws Exception {
    Path tools = FileTree.directory(sandbox.path("tools"));
    for (String tool : SHELL_TOOLS) {
      Path real = Path.of("/usr/bin", tool);
      if (Files.exists(real)) {
        Files.createSymbolicLink(tools.resolve(tool), real);
      }
    }

    Outcome outcome =
        run(Distribution.launcher(), "--version")
            .env("PATH", tools.toString())
            .withoutEnv("JAVA_HOME")
            .under(hidingJava())
            .run();

    assertThat(outcome.exit()).isNotZero();
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("Java").contains("17");
    assertThat(outcome.err().lines()).hasSizeLessThanOrEqualTo(2);
  }

  /** Empty file systems over the usual places of Java, seen by the program only. */
  private static String[] hidingJava() {
    Requirement.root();
    String unshare = Requirement.program("unshare", "util-linux").toString();
    String mount = Requirement.program("mount", "mount").toString();
    String hide =
        "for d in /usr/lib/jvm /usr/java /opt/java; do [ ! -d $d ] || %s -t tmpfs none $d; done; "
            .formatted(mount);
    return new String[] {unshare, "-m", "/bin/sh", "-c", hide + "exec \"$@\"", "sh"};
  }

  @Test
  void a_java_that_was_named_and_is_none_is_an_error() {
    Outcome outcome =
        run(Distribution.launcher(), "--version").env("CERTBOT4J_JAVA", "/no/such/java").run();

    assertThat(outcome.exit()).isNotZero();
    assertThat(outcome.err()).contains("CERTBOT4J_JAVA", "/no/such/java").hasLineCount(1);
  }

  @Test
  void a_java_home_that_leads_nowhere_does_no_harm_or_is_named() {
    Outcome outcome =
        run(Distribution.launcher(), "--version").env("JAVA_HOME", "/no/such/java").run();

    if (outcome.exit() == 0) {
      assertThat(outcome.out()).isEqualTo("certbot 1.15.0\n");
    } else {
      assertThat(outcome.err()).contains("/no/such/java");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"})
  void options_for_other_java_programs_do_no_harm(String variable) {
    Outcome outcome =
        run(Distribution.launcher(), "--version").env(variable, "-Dsome.thing=1").run();

    assertThat(outcome.succeeded().out()).isEqualTo("certbot 1.15.0\n");
  }

  @Test
  void output_may_go_into_a_pipe_that_closes_early() {
    String line = "'" + Distribution.launcher() + "' --help all | head -n 1";

    Outcome outcome = new ProgramRun(sandbox, List.of("sh", "-c", line)).run().succeeded();

    assertThat(outcome.out()).isNotEmpty();
    assertThat(outcome.err()).doesNotContain("Exception");
  }

  @Test
  void quiet_runs_are_quiet() {
    Outcome outcome =
        run(Distribution.launcher(), directories("renew"))
            .with("-q", "--no-random-sleep-on-renew")
            .run()
            .succeeded();

    assertThat(outcome.text()).isEmpty();
  }

  @Test
  void a_closed_stdin_is_no_trouble() {
    String line = "'" + Distribution.launcher() + "' --version <&-";

    assertVersion(new ProgramRun(sandbox, List.of("sh", "-c", line)).run());
  }

  @Test
  void help_knows_every_verb() {
    Outcome outcome = run(Distribution.launcher(), "--help", "commands").run().succeeded();

    assertThat(outcome.out())
        .contains("certonly", "renew", "certificates", "revoke", "delete", "enhance", "rollback")
        .contains("register", "update_account", "unregister", "update_symlinks", "plugins");
  }

  @Test
  void a_locale_without_unicode_is_no_trouble() {
    assertVersion(run(Distribution.launcher(), "--version").env("LANG", "C").run());
    run(Distribution.launcher(), "certonly", "-d", "ex\u00e4mple.test", "-n", "--standalone")
        .env("LANG", "C")
        .run()
        .failed(1);
  }
}
