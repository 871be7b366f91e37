package io.github.certbot4j.workflow;

import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.ChallengeOptions;
import io.github.certbot4j.config.DecisionOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.exec.UnwindStack;
import io.github.certbot4j.hook.HookRunner;
import io.github.certbot4j.lineage.LineageStore;
import io.github.certbot4j.lineage.LoadedLineage;
import io.github.certbot4j.lineage.ReadLineage;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.order.KeyStock;
import io.github.certbot4j.report.RenewalReport;
import io.github.certbot4j.spi.Display;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code renew}: looks at every lineage and renews those that are due; none stops the next. */
public final class RenewFlow {

  private static final Logger LOG = LoggerFactory.getLogger(RenewFlow.class);

  /** So many lineages are read sooner than a thread is started. */
  private static final int FEW = 16;

  private final LineageRenewer renewer;
  private final HookRunner hooks;
  private final Display display;
  private final UnwindStack unwind;
  private final KeyStock keys;

  /**
   * Makes the flow.
   *
   * @param keys where the renewals get their keys from; told whether further lineages follow
   */
  public RenewFlow(
      LineageRenewer renewer,
      HookRunner hooks,
      Display display,
      UnwindStack unwind,
      KeyStock keys) {
    this.keys = keys;
    this.renewer = renewer;
    this.hooks = hooks;
    this.display = display;
    this.unwind = unwind;
  }

  /**
   * Runs the flow.
   *
   * @throws FailureException in the end, when a lineage failed or could not be read
   */
  public void run(Settings settings, LineageStore lineages) {
    RenewalReport report =
        new RenewalReport(settings.get(DecisionOptions.DRY_RUN), display.isSilent());
    Names names = new Names(new ArrayList<>(), new ArrayList<>());
    try (UnwindStack.Entry post =
        unwind.push(() -> hooks.runPostHooks(names.renewed(), names.failed()))) {
      renewAll(settings, lineages, outcome -> note(outcome, report, names));
      display.line("");
      display.line(Display.RULE);
      report.tell(HookOptionsReader.anyGiven(settings), display::line, LOG::error);
      display.line(Display.RULE);
    }
    if (report.hasTrouble()) {
      throw new FailureException(new Failure.Storage(report.troubleCounts(), ""));
    }
  }

  private void renewAll(
      Settings settings, LineageStore lineages, Consumer<RenewalOutcome> outcomes) {
    try (WorkAhead<CertName, ReadLineage> toLookAt = toLookAt(settings, lineages);
        RenewalWindow window =
            new RenewalWindow(width(settings), settled -> settled.forEach(outcomes))) {
      while (toLookAt.hasNext()) {
        LoadedLineage loaded = toLookAt.next().told();
        keys.expectMore(toLookAt.hasNext());
        display.framed("Processing " + loaded.confPath());
        LineageRun run = renewer.look(loaded, settings, lineages);
        if (run.isDue()) {
          // Hooks may change lineages that come later.
          toLookAt.stop();
        }
        window.add(run);
      }
      window.finish();
    }
  }

  /** Who wants to look at challenges wants to look at those of one certificate. */
  private static int width(Settings settings) {
    return settings.get(ChallengeOptions.DEBUG_CHALLENGES)
        ? 1
        : settings.get(DecisionOptions.PARALLEL);
  }

  /** One more thread reads as much as this one can deal with. */
  private static WorkAhead<CertName, ReadLineage> toLookAt(
      Settings settings, LineageStore lineages) {
    Optional<CertName> only = settings.find(CertificateOptions.CERTNAME);
    int threads = Runtime.getRuntime().availableProcessors() > 1 ? 1 : 0;
    return only.isEmpty()
        ? new WorkAhead<>(lineages.names(), lineages::readToRenew, FEW, threads)
        : new WorkAhead<>(
            List.of(only.get()),
            name -> new ReadLineage(LineageLookup.require(lineages, name), List.of()),
            FEW,
            threads);
  }

  private static void note(RenewalOutcome outcome, RenewalReport report, Names names) {
    if (outcome instanceof RenewalOutcome.NotDue notDue) {
      report.skipped(notDue.fullchain(), notDue.notAfter());
    } else if (outcome instanceof RenewalOutcome.Renewed renewed) {
      report.renewed(renewed.fullchain());
      names.renewed().addAll(renewed.names());
    } else if (outcome instanceof RenewalOutcome.Failed failed) {
      report.failed(failed.fullchain());
      names.failed().addAll(failed.names());
    } else if (outcome instanceof RenewalOutcome.Unusable unusable) {
      report.unusable(unusable.conf());
    }
  }

  /** The names of all lineages renewed and failed so far. */
  private record Names(List<DomainName> renewed, List<DomainName> failed) {}
}
