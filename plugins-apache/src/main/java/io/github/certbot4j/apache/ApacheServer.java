package io.github.certbot4j.apache;

import io.github.certbot4j.apache.autohsts.GrowingHsts;
import io.github.certbot4j.apache.challenge.HttpChallenges;
import io.github.certbot4j.apache.config.ApacheTrouble;
import io.github.certbot4j.apache.control.PortProbe;
import io.github.certbot4j.apache.control.ServerProcess;
import io.github.certbot4j.apache.control.ServerReload;
import io.github.certbot4j.apache.distro.ServerSetup;
import io.github.certbot4j.apache.edit.CertificateSettings;
import io.github.certbot4j.apache.edit.Deployment;
import io.github.certbot4j.apache.edit.ModuleSwitch;
import io.github.certbot4j.apache.edit.SslCopies;
import io.github.certbot4j.apache.edit.TlsOptions;
import io.github.certbot4j.apache.edit.Workspace;
import io.github.certbot4j.apache.enhance.Enhancements;
import io.github.certbot4j.apache.parse.Section;
import io.github.certbot4j.apache.vhost.VirtualHost;
import io.github.certbot4j.apache.vhost.VirtualHostChooser;
import io.github.certbot4j.checkpoint.ChangeKind;
import io.github.certbot4j.checkpoint.FileCheckpoints;
import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.AutoHsts;
import io.github.certbot4j.spi.CertificatePaths;
import io.github.certbot4j.spi.Challenge;
import io.github.certbot4j.spi.DeployPaths;
import io.github.certbot4j.spi.Enhancement;
import io.github.certbot4j.spi.Installer;
import io.github.certbot4j.spi.PluginContext;
import io.github.certbot4j.spi.PluginUnusableException;
import io.github.certbot4j.spi.PluginUnusableException.Reason;
import io.github.certbot4j.spi.SharedOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers challenges with Apache, and has it use certificates. */
final class ApacheServer implements Authenticator, Installer, AutoHsts {

  private static final Logger LOG = LoggerFactory.getLogger(ApacheServer.class);

  private static final String OLDEST_VERSION = "2.4";

  private final PluginContext context;
  private final ServerSetup setup;
  private final PortProbe ports;
  private final FileCheckpoints checkpoints;
  private final Workspace workspace;
  private final ModuleSwitch modules;
  private final TlsOptions tlsOptions;
  private final CertificateSettings certificates;
  private final SslCopies copies = new SslCopies();
  private final Enhancements enhancements;
  private final GrowingHsts growingHsts;
  private final Map<DomainName, List<Section>> chosen = new HashMap<>();
  private List<String> listening = List.of();
  private Thread worker = Thread.currentThread();
  private boolean prepared;
  private boolean ending;

  ApacheServer(PluginContext context, ServerSetup setup, PortProbe ports) {
    this.context = context;
    this.setup = setup;
    this.ports = ports;
    this.checkpoints = new FileCheckpoints(context);
    this.workspace = new Workspace(setup, context, checkpoints);
    this.modules = new ModuleSwitch(workspace, context.environment());
    Path config = context.directories().config();
    this.tlsOptions = new TlsOptions(workspace, config);
    this.certificates = new CertificateSettings(workspace, tlsOptions.file());
    this.enhancements = new Enhancements(workspace, modules, copies);
    this.growingHsts = new GrowingHsts(workspace, modules, config, context.waiter());
  }

  /** Undoes first what an interrupted run left, which may be why the server can't be tested. */
  @Override
  public synchronized void prepare() {
    worker = Thread.currentThread();
    requireAbsolutePaths();
    workspace.control().require();
    if (workspace.rootFile().isEmpty()) {
      throw new PluginUnusableException(
          Reason.NOT_INSTALLED,
          "There is no configuration of Apache in "
              + setup.layout().serverRoot()
              + "; see --apache-server-root.");
    }
    context.locks().hold(setup.layout().serverRoot());
    if (checkpoints.recover()) {
      LOG.warn("An interrupted run had left changes in Apache's configuration; they are undone.");
    }
    forget();
    try {
      checkConfiguration();
      requireVersion();
      workspace.configuration();
      listening = workspace.listens();
    } catch (FailureException e) {
      throw new PluginUnusableException(Reason.MISCONFIGURED, e.getMessage());
    }
    tlsOptions.install();
    prepared = true;
  }

  private void requireAbsolutePaths() {
    for (Path path :
        List.of(
            setup.layout().serverRoot(),
            setup.layout().vhostRoot(),
            setup.layout().logsRoot(),
            setup.layout().challengeLocation())) {
      if (!path.isAbsolute()) {
        throw new PluginUnusableException(
            Reason.MISCONFIGURED,
            "The path "
                + path
                + " given for Apache must be absolute, since renewals are started from anywhere.");
      }
    }
  }

  private void requireVersion() {
    if (!workspace.facts().version().isAtLeast(OLDEST_VERSION)) {
      throw ApacheTrouble.of(
          "Apache "
              + workspace.facts().version()
              + " is too old; "
              + OLDEST_VERSION
              + " or later is needed.",
          "");
    }
  }

  // Authenticator

  @Override
  public List<ChallengeType> supportedTypes(DomainName domain) {
    return List.of(ChallengeType.HTTP_01);
  }

  @Override
  public synchronized void perform(List<Challenge> challenges) {
    requireGoingOn();
    new HttpChallenges(workspace, modules, context.directories().work())
        .publish(challenges, httpPort());
    restart();
  }

  @Override
  public synchronized void cleanUp(List<Challenge> challenges) {
    boolean changed = checkpoints.revertTemporary();
    forget();
    if (changed) {
      try {
        restart();
      } catch (FailureException e) {
        LOG.error("{} Its configuration is as it was before the challenges.", e.getMessage());
      }
    }
  }

  @Override
  public String hint(List<Challenge> failed) {
    return "Apache answered the challenges on port "
        + httpPort()
        + ". Check that the names lead to this machine, and that nothing in front of Apache answers"
        + " requests for "
        + Challenge.HTTP_PATH
        + ".";
  }

  private String httpPort() {
    return String.valueOf(context.options().get(SharedOptions.HTTP01_PORT));
  }

  // Installer

  @Override
  public Set<DomainName> allNames() {
    return new NamesOfHosts(workspace).offered();
  }

  @Override
  public void deploy(DomainName domain, DeployPaths paths) {
    List<VirtualHost> hosts = choose(domain);
    synchronized (this) {
      requireGoingOn();
      Deployment deployment = new Deployment(workspace, modules, tlsOptions, certificates, copies);
      List<Section> sections = new ArrayList<>();
      for (VirtualHost host : hosts) {
        Section section = deployment.deploy(host, domain, paths);
        sections.add(section);
        LOG.info("The certificate for {} goes into {}.", domain, workspace.host(section).file());
      }
      chosen.put(domain, List.copyOf(sections));
    }
  }

  private List<VirtualHost> choose(DomainName domain) {
    List<Section> known = chosen.getOrDefault(domain, List.of());
    if (!known.isEmpty()) {
      return known.stream().map(workspace::host).toList();
    }
    return new VirtualHostChooser(context.display()).choose(workspace.hosts(), domain);
  }

  /** The virtual hosts for a name that serve HTTPS. */
  private List<Section> chooseSecure(DomainName domain) {
    List<Section> secure =
        choose(domain).stream().filter(VirtualHost::isSsl).map(VirtualHost::section).toList();
    if (secure.isEmpty()) {
      throw ApacheTrouble.of(
          "No virtual host serves " + domain + " over HTTPS, so nothing can be added to it.",
          "Install the certificate for it first.");
    }
    chosen.put(domain, secure);
    return secure;
  }

  @Override
  public Set<Enhancement> supportedEnhancements() {
    return Set.of(Enhancement.values());
  }

  @Override
  public boolean enhance(DomainName domain, Enhancement enhancement, DeployPaths paths) {
    List<Section> sections = chooseSecure(domain);
    synchronized (this) {
      requireGoingOn();
      boolean added = false;
      for (Section section : sections) {
        added |= enhancements.add(enhancement, section);
      }
      return added;
    }
  }

  @Override
  public synchronized boolean save(String title, boolean temporary) {
    boolean checkpoint = !temporary && !title.isEmpty();
    if (checkpoint) {
      certificates.requireNoneRobbed();
    }
    workspace.write(temporary ? ChangeKind.TEMPORARY : ChangeKind.PERMANENT);
    if (!checkpoint) {
      return false;
    }
    enhancements.forget();
    return checkpoints.finish(title);
  }

  @Override
  public synchronized void rollback(int count) {
    checkpoints.rollback(count);
    forget();
  }

  @Override
  public synchronized void recover() {
    checkpoints.recover();
    forget();
  }

  /** Whoever restores files in another thread than the one that works ends the run. */
  private void forget() {
    ending |= !Thread.currentThread().equals(worker);
    workspace.forget();
    copies.forget();
    certificates.forget();
    enhancements.forget();
    chosen.clear();
  }

  private void requireGoingOn() {
    if (ending) {
      throw new IllegalStateException("the process is ending");
    }
  }

  @Override
  public void checkConfiguration() {
    workspace.control().test();
  }

  @Override
  public synchronized void restart() {
    checkConfiguration();
    List<String> listens = workspace.listens();
    if (prepared) {
      ports.requireFree(listening, listens, ServerProcess.in(workspace.report().pidFile()));
    }
    new ServerReload(workspace.control(), context).run(workspace.report());
    listening = listens;
  }

  // Growing lifetime of Strict-Transport-Security

  @Override
  public void enableAutoHsts(List<DomainName> domains, CertificatePaths paths) {
    Set<Section> sections = new LinkedHashSet<>();
    domains.forEach(domain -> sections.addAll(chooseSecure(domain)));
    synchronized (this) {
      requireGoingOn();
      bringIntoForce(() -> growingHsts.enable(sections), "Enabling AutoHSTS");
    }
  }

  @Override
  public synchronized void update(List<DomainName> domains, CertificatePaths paths) {
    if (growingHsts.isDue()) {
      prepareOnce();
      bringIntoForce(growingHsts::grow, "Increased HSTS max-age values");
    }
  }

  @Override
  public synchronized void renewed(List<DomainName> domains, CertificatePaths paths) {
    if (growingHsts.mayFinish()) {
      prepareOnce();
      bringIntoForce(() -> growingHsts.finish(paths.privkey()), "Made HSTS max-age permanent");
    }
  }

  private void prepareOnce() {
    if (!prepared) {
      prepare();
    }
  }

  /** Makes a change that is undone if the server doesn't take it. */
  private void bringIntoForce(Supplier<GrowingHsts.Change> work, String title) {
    boolean saved = false;
    try {
      GrowingHsts.Change change = work.get();
      if (change.isChanged()) {
        saved = save(title, false);
        restart();
      }
      change.store();
    } catch (RuntimeException e) {
      undo(saved, e);
      throw e;
    }
  }

  private void undo(boolean saved, RuntimeException cause) {
    try {
      recover();
      if (saved) {
        rollback(1);
        restart();
      }
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }
}
