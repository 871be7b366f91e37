package io.github.certbot4j.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.exec.ProcessCommandRunner;
import io.github.certbot4j.exec.SearchPath;
import io.github.certbot4j.model.Directories;
import io.github.certbot4j.model.DomainName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HookRunnerTest {

  private static final List<DomainName> NAMES =
      List.of(DomainName.parse("a.test"), DomainName.parse("*.a.test"));

  @TempDir Path temp;
  private Path log;
  private HookRunner runner;

  @BeforeEach
  void makeRunner() throws IOException {
    log = temp.resolve("hooks log");
    Files.createFile(log);
    runner =
        new HookRunner(
            new ProcessCommandRunner(),
            new Directories(temp.resolve("etc"), temp.resolve("var"), temp.resolve("log")),
            new SearchPath("/usr/bin:/bin"));
  }

  @Test
  void a_pre_hook_runs_once_per_process_and_directories_only_count_for_renew() throws IOException {
    script("pre", "10 with blank", "echo dir >> '" + log + "'");
    HookSettings hooks = hooks("echo pre >> '" + log + "'", "");
    runner.pre(hooks, false);
    assertThat(log).content().isEqualTo("pre\n");
    runner.pre(hooks, true);
    runner.pre(hooks, true);
    assertThat(log).content().isEqualTo("pre\ndir\n");
  }

  @Test
  void whether_anything_would_run_is_known_beforehand() throws IOException {
    HookSettings none = hooks("", "");
    HookSettings both = hooks("echo pre >> '" + log + "'", "echo deploy >> '" + log + "'");
    assertThat(runner.hasPre(none)).isFalse();
    assertThat(runner.hasDeploy(none)).isFalse();
    assertThat(runner.hasPre(both)).isTrue();
    assertThat(runner.hasDeploy(both)).isTrue();
    runner.pre(both, true);
    assertThat(runner.hasPre(both)).as("it has run").isFalse();
    script("pre", "x", "true");
    script("deploy", "x", "true");
    assertThat(runner.hasPre(none)).isTrue();
    assertThat(runner.hasDeploy(none)).isTrue();
  }

  @Test
  void directory_hooks_run_in_byte_order_and_skip_backups_directories_and_data()
      throws IOException {
    script("deploy", "b", "echo b >> '" + log + "'");
    script("deploy", "B", "echo B >> '" + log + "'");
    script("deploy", ".hidden", "echo hidden >> '" + log + "'");
    script("deploy", "c~", "echo backup >> '" + log + "'");
    Files.writeString(temp.resolve("etc/renewal-hooks/deploy/data"), "echo data");
    Files.createDirectory(temp.resolve("etc/renewal-hooks/deploy/a-directory"));
    runner.deployRenewed(hooks("", "echo line >> '" + log + "'"), NAMES, temp.resolve("live/a"));
    assertThat(log).content().isEqualTo("hidden\nB\nb\nline\n");
  }

  @Test
  void a_deploy_hook_learns_names_and_lineage_from_its_environment() {
    HookSettings hooks =
        new HookSettings(
            Optional.empty(),
            Optional.empty(),
            Optional.of("echo \"$RENEWED_DOMAINS|$RENEWED_LINEAGE\" >> '" + log + "'"),
            Optional.empty(),
            true);
    runner.deployNew(hooks, NAMES, Path.of("/live/a $(touch x)"));
    assertThat(log).content().isEqualTo("a.test *.a.test|/live/a $(touch x)\n");
  }

  @Test
  void the_last_renewed_lineage_stays_visible_to_later_hooks() {
    runner.deployNew(hooks("", ""), NAMES, Path.of("/live/a"));
    runner.pre(hooks("echo \"$RENEWED_LINEAGE\" >> '" + log + "'", ""), false);
    assertThat(log).content().isEqualTo("/live/a\n");
  }

  @Test
  void post_hooks_of_renew_run_once_in_the_end_with_all_names() throws IOException {
    script("post", "10", "echo dir >> '" + log + "'");
    HookSettings hooks =
        new HookSettings(
            Optional.empty(),
            Optional.of("echo \"$RENEWED_DOMAINS|$FAILED_DOMAINS\" >> '" + log + "'"),
            Optional.empty(),
            Optional.empty(),
            true);
    runner.postAtEnd(hooks);
    runner.postAtEnd(hooks);
    assertThat(log).isEmptyFile();
    runner.runPostHooks(NAMES, List.of(DomainName.parse("b.test")));
    runner.runPostHooks(NAMES, List.of());
    assertThat(log).content().isEqualTo("dir\na.test *.a.test|b.test\n");
  }

  @Test
  void a_failing_hook_does_not_keep_the_next_from_running() throws IOException {
    script("deploy", "1", "exit 3");
    runner.deployRenewed(hooks("", "echo next >> '" + log + "'"), NAMES, Path.of("/live/a"));
    assertThat(log).content().isEqualTo("next\n");
  }

  @Test
  void hooks_find_administrators_programs_that_cron_does_not() {
    runner.postNow(
        new HookSettings(
            Optional.empty(),
            Optional.of("echo \"$PATH\" >> '" + log + "'"),
            Optional.empty(),
            Optional.empty(),
            true));
    assertThat(log).content().isEqualTo("/usr/bin:/bin:/usr/sbin:/usr/local/bin:/usr/local/sbin\n");
  }

  private static HookSettings hooks(String pre, String renew) {
    return new HookSettings(
        Optional.of(pre).filter(text -> !text.isEmpty()),
        Optional.empty(),
        Optional.empty(),
        Optional.of(renew).filter(text -> !text.isEmpty()),
        true);
  }

  private void script(String kind, String name, String line) throws IOException {
    Path directory = temp.resolve("etc/renewal-hooks").resolve(kind);
    Files.createDirectories(directory);
    Path file = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + line + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
