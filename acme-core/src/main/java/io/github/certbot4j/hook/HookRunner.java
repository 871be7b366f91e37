package io.github.certbot4j.hook;

import io.github.certbot4j.exec.CommandRunner;
import io.github.certbot4j.exec.Hook;
import io.github.certbot4j.exec.HookShell;
import io.github.certbot4j.exec.SearchPath;
import io.github.certbot4j.model.Directories;
import io.github.certbot4j.model.DomainName;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the hooks of one process. A hook that fails is reported and changes nothing else.
 *
 * <p>Names and paths reach a hook in its environment only. The variables of the lineage renewed
 * last stay set for the hooks that follow, as scripts have come to expect.
 */
public final class HookRunner {

  private static final Logger LOG = LoggerFactory.getLogger(HookRunner.class);
  private static final String LINEAGE = "RENEWED_LINEAGE";
  private static final String RENEWED = "RENEWED_DOMAINS";
  private static final String FAILED = "FAILED_DOMAINS";

  private final HookShell shell;
  private final Directories directories;
  private final Set<String> preHooksRun = new HashSet<>();
  private final Map<String, Hook> postHooksDue = new LinkedHashMap<>();
  private final Map<String, String> environment = new LinkedHashMap<>();

  /**
   * Makes a runner.
   *
   * @param searchPath the value of PATH for the hooks
   */
  public HookRunner(CommandRunner commands, Directories directories, SearchPath searchPath) {
    this.shell = new HookShell(commands);
    this.directories = directories;
    environment.put("PATH", searchPath.extended());
  }

  /**
   * Runs the pre-hooks of an attempt; each distinct command once per process.
   *
   * @param renewing whether the {@code renew} verb runs, for which the directory counts
   */
  public void pre(HookSettings hooks, boolean renewing) {
    boolean directory = renewing && hooks.directories();
    for (Hook hook : hooksFor("pre", hooks.pre().orElse(""), directory)) {
      if (preHooksRun.add(hook.text())) {
        run("pre-hook", hook);
      }
    }
  }

  /** Whether {@link #pre} would run anything for an attempt of {@code renew}. */
  public boolean hasPre(HookSettings hooks) {
    return hooksFor("pre", hooks.pre().orElse(""), hooks.directories()).stream()
        .anyMatch(hook -> !preHooksRun.contains(hook.text()));
  }

  /** Whether {@link #deployRenewed} would run anything. */
  public boolean hasDeploy(HookSettings hooks) {
    return !deployHooks(hooks).isEmpty();
  }

  /** Runs the post-hook of an attempt at once, as all verbs but {@code renew} do. */
  public void postNow(HookSettings hooks) {
    hooks.post().ifPresent(command -> run("post-hook", Hook.ofLine(command)));
  }

  /** Notes the post-hooks of an attempt of {@code renew}, to run once at the end. */
  public void postAtEnd(HookSettings hooks) {
    for (Hook hook : hooksFor("post", hooks.post().orElse(""), hooks.directories())) {
      postHooksDue.putIfAbsent(hook.text(), hook);
    }
  }

  /**
   * Runs the post-hooks noted so far and forgets them.
   *
   * @param renewed all names renewed in this run
   * @param failed all names whose renewal failed
   */
  public void runPostHooks(List<DomainName> renewed, List<DomainName> failed) {
    if (postHooksDue.isEmpty()) {
      return;
    }
    environment.put(RENEWED, joined(renewed));
    environment.put(FAILED, joined(failed));
    List<Hook> due = List.copyOf(postHooksDue.values());
    postHooksDue.clear();
    due.forEach(hook -> run("post-hook", hook));
  }

  /**
   * Runs the deploy hook of a lineage that is new.
   *
   * @param live the directory of its links
   */
  public void deployNew(HookSettings hooks, List<DomainName> names, Path live) {
    setLineage(names, live);
    hooks.deploy().ifPresent(command -> run("deploy-hook", Hook.ofLine(command)));
  }

  /** Runs the deploy hooks of a lineage that got a new version. */
  public void deployRenewed(HookSettings hooks, List<DomainName> names, Path live) {
    setLineage(names, live);
    deployHooks(hooks).forEach(hook -> run("deploy-hook", hook));
  }

  /** Says which deploy hooks a rehearsal leaves out. */
  public void skipDeploy(HookSettings hooks) {
    for (Hook hook : deployHooks(hooks)) {
      LOG.warn("Dry run: skipping deploy hook command: {}", hook.text());
    }
  }

  private List<Hook> deployHooks(HookSettings hooks) {
    return hooksFor("deploy", hooks.renew().orElse(""), hooks.directories());
  }

  private List<Hook> hooksFor(String kind, String line, boolean withDirectory) {
    Map<String, Hook> all = new LinkedHashMap<>();
    if (withDirectory) {
      for (String file : HookDirectory.executables(directories.hooks(kind))) {
        all.put(file, new Hook(file, true));
      }
    }
    if (!line.isEmpty()) {
      all.putIfAbsent(line, Hook.ofLine(line));
    }
    return List.copyOf(all.values());
  }

  private void setLineage(List<DomainName> names, Path live) {
    environment.put(RENEWED, joined(names));
    environment.put(LINEAGE, live.toString());
  }

  private void run(String kind, Hook hook) {
    shell.run(kind, hook, environment);
  }

  private static String joined(List<DomainName> names) {
    return String.join(" ", names.stream().map(DomainName::ascii).toList());
  }
}
