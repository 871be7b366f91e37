package io.github.certbot4j.cli.command;

import io.github.certbot4j.account.AccountStore;
import io.github.certbot4j.acme.AcmeGateway;
import io.github.certbot4j.acme.EffMailingList;
import io.github.certbot4j.acme.GatewayConfig;
import io.github.certbot4j.acme.OcspClient;
import io.github.certbot4j.acme.acme4j.Acme4jGatewayFactory;
import io.github.certbot4j.cli.console.WaitingLine;
import io.github.certbot4j.cli.host.Host;
import io.github.certbot4j.cli.host.Version;
import io.github.certbot4j.config.ChallengeOptions;
import io.github.certbot4j.config.DecisionOptions;
import io.github.certbot4j.config.GeneralOptions;
import io.github.certbot4j.config.RenewalParams;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.exec.ProcessCommandRunner;
import io.github.certbot4j.exec.SearchPath;
import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.hook.HookRunner;
import io.github.certbot4j.lineage.LineageStore;
import io.github.certbot4j.model.AcmeServer;
import io.github.certbot4j.model.Directories;
import io.github.certbot4j.net.ProxySettings;
import io.github.certbot4j.net.TlsTrust;
import io.github.certbot4j.order.KeyStock;
import io.github.certbot4j.order.OrderService;
import io.github.certbot4j.spi.PluginContext;
import io.github.certbot4j.spi.Question;
import io.github.certbot4j.spi.Waiter;
import io.github.certbot4j.workflow.AccountChooser;
import io.github.certbot4j.workflow.AccountFlows;
import io.github.certbot4j.workflow.AcmeRenewalAdvice;
import io.github.certbot4j.workflow.AttemptStarter;
import io.github.certbot4j.workflow.CertificateObtainer;
import io.github.certbot4j.workflow.CertificatesFlow;
import io.github.certbot4j.workflow.CsrFlow;
import io.github.certbot4j.workflow.DecisionQuestions;
import io.github.certbot4j.workflow.DeleteFlow;
import io.github.certbot4j.workflow.DirectoryOptions;
import io.github.certbot4j.workflow.EffSubscription;
import io.github.certbot4j.workflow.EnhanceFlow;
import io.github.certbot4j.workflow.FileRecoveries;
import io.github.certbot4j.workflow.Gateways;
import io.github.certbot4j.workflow.InstallFlow;
import io.github.certbot4j.workflow.Installation;
import io.github.certbot4j.workflow.Issuer;
import io.github.certbot4j.workflow.LineageChooser;
import io.github.certbot4j.workflow.LineageRenewer;
import io.github.certbot4j.workflow.NamesChooser;
import io.github.certbot4j.workflow.ObtainEnding;
import io.github.certbot4j.workflow.ObtainFlow;
import io.github.certbot4j.workflow.ObtainReporter;
import io.github.certbot4j.workflow.OcspRevocationCheck;
import io.github.certbot4j.workflow.PrePostHooks;
import io.github.certbot4j.workflow.RandomDelay;
import io.github.certbot4j.workflow.ReconfigureFlow;
import io.github.certbot4j.workflow.Registrar;
import io.github.certbot4j.workflow.RenewFlow;
import io.github.certbot4j.workflow.RenewalAdvice;
import io.github.certbot4j.workflow.RenewalSteps;
import io.github.certbot4j.workflow.RequestDecider;
import io.github.certbot4j.workflow.RevocationCheck;
import io.github.certbot4j.workflow.RevokeFlow;
import io.github.certbot4j.workflow.RevokedFiles;
import io.github.certbot4j.workflow.RollbackFlow;
import io.github.certbot4j.workflow.RunFlow;
import io.github.certbot4j.workflow.SilentServers;
import io.github.certbot4j.workflow.UserAgent;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** Puts the flows of one run together; each part is made when a flow needs it. */
final class FlowFactory implements AutoCloseable {

  private final RunContext context;
  private final Waiter waiter;
  private final Instant now;
  private final Gateways gateways;
  private final HookRunner hooks;
  private final KeyStock keys = new KeyStock();

  FlowFactory(RunContext context) {
    this.context = context;
    this.waiter = waiter(context);
    this.now = waiter.now();
    this.gateways = new Gateways(this::open);
    SearchPath path = new SearchPath(context.host().environment().variable("PATH").orElse(""));
    this.hooks = new HookRunner(new ProcessCommandRunner(), context.directories(), path);
  }

  private static Waiter waiter(RunContext context) {
    Host.Streams streams = context.host().streams();
    // Several that wait at once would write over each other.
    boolean watched =
        streams.outIsTerminal()
            && !context.settings().get(GeneralOptions.QUIET)
            && context.settings().get(DecisionOptions.PARALLEL) == 1;
    return new SystemWaiter(context.host().clock(), WaitingLine.on(streams.out(), watched));
  }

  ObtainFlow obtain() {
    RequestDecider decider =
        new RequestDecider(
            new NamesChooser(context.display()),
            new DecisionQuestions(context.display()),
            revocations(),
            now);
    return new ObtainFlow(
        starter(), decider, issuer(), hooks, new ObtainEnding(reporter(), effSubscription()));
  }

  RunFlow obtainAndInstall() {
    return new RunFlow(obtain(), installation(), reporter());
  }

  InstallFlow install() {
    return new InstallFlow(
        new CliPluginSource(context),
        installation(),
        new LineageChooser(context.display()),
        new NamesChooser(context.display()));
  }

  EnhanceFlow enhance() {
    return new EnhanceFlow(
        new CliPluginSource(context),
        installation(),
        new LineageChooser(context.display()),
        context.display());
  }

  RollbackFlow rollback() {
    return new RollbackFlow(new CliPluginSource(context), context.unwind());
  }

  CsrFlow signingRequest() {
    return new CsrFlow(starter(), obtainer(), context.notes(), context.unwind());
  }

  RenewFlow renew() {
    Host.Streams streams = context.host().streams();
    RandomDelay delay =
        new RandomDelay(
            waiter, streams.inIsTerminal(), () -> ThreadLocalRandom.current().nextDouble());
    RenewalSteps steps =
        new RenewalSteps(
            starter(),
            issuer(),
            hooks,
            new CliPluginSource(context),
            new RenewalSteps.Surroundings(
                this::accountStore, context.display(), reporter(), delay));
    return new RenewFlow(
        new LineageRenewer(params(), steps, revocations(), advice(), now),
        hooks,
        context.display(),
        context.unwind(),
        keys);
  }

  ReconfigureFlow reconfigure() {
    return new ReconfigureFlow(
        starter(),
        issuer(),
        params(),
        new PrePostHooks(hooks, context.unwind()),
        context.display());
  }

  CertificatesFlow certificates() {
    return new CertificatesFlow(context.display(), revocations(), now);
  }

  DeleteFlow delete() {
    return new DeleteFlow(context.display(), context.unwind());
  }

  RevokeFlow revoke() {
    RevokedFiles files = new RevokedFiles(context.display(), delete());
    return new RevokeFlow(accountChooser(), gateways, context.display(), files);
  }

  AccountFlows accounts() {
    return new AccountFlows(accountChooser(), registrar(), context.display());
  }

  /** The lineages, after what interrupted runs left behind is put in order. */
  LineageStore lineages() {
    LineageStore lineages =
        new LineageStore(context.directories(), Version.number(), new AtomicFiles());
    lineages.recover();
    return lineages;
  }

  AccountStore accountStore() {
    return accountStore(context.directories());
  }

  private AccountStore accountStore(Directories directories) {
    return new AccountStore(directories, context.host().clock(), new HostName());
  }

  /** What plugin instances get. */
  static PluginContext pluginContext(RunContext context, Settings settings) {
    return new PluginContext(
        settings,
        DirectoryOptions.of(settings),
        context.display(),
        new ProcessCommandRunner(),
        context.host().environment(),
        waiter(context),
        context.locks());
  }

  @Override
  public void close() {
    gateways.close();
  }

  private AcmeGateway open(AcmeServer server, Settings settings, boolean verifyTls) {
    String system = System.getProperty("os.name") + " " + System.getProperty("os.version");
    UserAgent agent =
        new UserAgent(
            Version.number(), system, System.getProperty("java.version"), context.verb().word());
    return new Acme4jGatewayFactory(context.host().clock())
        .open(
            new GatewayConfig(
                server,
                agent.header(settings),
                GatewayConfig.DEFAULT_TIMEOUT,
                TlsTrust.of(context.host().environment(), verifyTls),
                ProxySettings.of(context.host().environment())));
  }

  private AttemptStarter starter() {
    return new AttemptStarter(new CliPluginSource(context), accountChooser());
  }

  private AccountChooser accountChooser() {
    return new AccountChooser(gateways, context.display(), registrar());
  }

  private Registrar registrar() {
    return new Registrar(gateways, context.display());
  }

  private Issuer issuer() {
    return new Issuer(obtainer(), params(), hooks, context.unwind());
  }

  private CertificateObtainer obtainer() {
    OrderService orders = new OrderService(context.unwind(), waiter, keys, this::pauseForDebugging);
    return new CertificateObtainer(orders, new FileRecoveries(waiter), gateways);
  }

  private void pauseForDebugging() {
    if (context.settings().get(ChallengeOptions.DEBUG_CHALLENGES)) {
      context
          .display()
          .pause(
              Question.atTerminal(
                  "The challenges are in place and can be looked at. The CA is asked to look when"
                      + " you go on.",
                  ""));
    }
  }

  private RenewalParams params() {
    return new RenewalParams(context.plugins().options());
  }

  private Installation installation() {
    return new Installation(context.unwind(), context.notes());
  }

  private ObtainReporter reporter() {
    return new ObtainReporter(context.display(), context.notes());
  }

  private EffSubscription effSubscription() {
    ProxySettings proxies = ProxySettings.of(context.host().environment());
    return new EffSubscription(
        new EffMailingList(proxies, EffMailingList.ADDRESS), context.display());
  }

  private RenewalAdvice advice() {
    return new AcmeRenewalAdvice(
        gateways, this::accountStore, new SilentServers(context.directories().work(), now), now);
  }

  private RevocationCheck revocations() {
    return new OcspRevocationCheck(
        new OcspClient(ProxySettings.of(context.host().environment())), now);
  }
}
