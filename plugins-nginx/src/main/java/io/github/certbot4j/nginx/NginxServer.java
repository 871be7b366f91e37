package io.github.certbot4j.nginx;

import io.github.certbot4j.checkpoint.ChangeKind;
import io.github.certbot4j.checkpoint.ConfigurationWriter;
import io.github.certbot4j.checkpoint.FileCheckpoints;
import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.nginx.vhost.ChallengeEdits;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import io.github.certbot4j.spi.DeployPaths;
import io.github.certbot4j.spi.Enhancement;
import io.github.certbot4j.spi.Installer;
import io.github.certbot4j.spi.OptionChoice;
import io.github.certbot4j.spi.PluginContext;
import io.github.certbot4j.spi.PluginUnusableException;
import io.github.certbot4j.spi.PluginUnusableException.Reason;
import io.github.certbot4j.spi.SharedOptions;
import io.github.certbot4j.webserver.SystemReverseLookup;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers challenges with nginx, and has it use certificates. */
final class NginxServer implements Authenticator, Installer {

  private static final Logger LOG = LoggerFactory.getLogger(NginxServer.class);

  private static final String MAIN_FILE = "nginx.conf";
  private static final String CHALLENGE_FILE = "le_http_01_cert_challenge.conf";
  private static final String NOWHERE = "http_01_nonexistent";
  private static final Duration LOOKUP_PATIENCE = Duration.ofSeconds(3);

  private final PluginContext context;
  private final Path root;
  private final NginxProgram program;
  private final FileCheckpoints checkpoints;
  private final ConfigurationWriter writer;
  private final TlsOptionFiles tlsFiles;

  private NginxVersion version;
  private MasterProcess master;
  private Workspace workspace;

  NginxServer(PluginContext context) {
    this.context = context;
    String given = context.options().get(NginxOptions.NGINX_SERVER_ROOT);
    this.root = Path.of(given).toAbsolutePath().normalize();
    this.program = new NginxProgram(context, root.resolve(MAIN_FILE));
    this.checkpoints = new FileCheckpoints(context);
    this.writer = new ConfigurationWriter(checkpoints);
    this.tlsFiles = new TlsOptionFiles(context.directories().config());
  }

  /** Undoes first what an interrupted run left. */
  @Override
  public synchronized void prepare() {
    program.requireInstalled();
    if (!Files.isRegularFile(root.resolve(MAIN_FILE))) {
      throw new PluginUnusableException(
          Reason.NOT_INSTALLED,
          "There is no " + MAIN_FILE + " in " + root + "; see --nginx-server-root.");
    }
    context.locks().hold(root);
    if (checkpoints.recover()) {
      LOG.warn("An interrupted run had left changes in the server's configuration; undone.");
    }
    workspace = null;
    checkPrepared();
    workspace().servers();
    String description = program.describe();
    version = program.version(description);
    master = MasterProcess.of(workspace().tree(), description);
    tlsFiles.install(version);
  }

  private void checkPrepared() {
    try {
      checkConfiguration();
    } catch (FailureException e) {
      throw new PluginUnusableException(Reason.MISCONFIGURED, e.getMessage());
    }
  }

  private synchronized Workspace workspace() {
    if (workspace == null) {
      workspace = Workspace.read(root, context.display());
    }
    return workspace;
  }

  /** After a preparation that failed, changes can still be rolled back, if they are the cause. */
  private synchronized MasterProcess master() {
    if (master == null) {
      master = MasterProcess.of(workspace().tree(), program.describe());
    }
    return master;
  }

  // Authenticator

  @Override
  public List<ChallengeType> supportedTypes(DomainName domain) {
    return List.of(ChallengeType.HTTP_01);
  }

  @Override
  public synchronized void perform(List<Challenge> challenges) {
    Workspace edited = Workspace.read(root, context.display());
    ChallengeEdits.Ports ports =
        new ChallengeEdits.Ports(
            context.options().get(SharedOptions.HTTP01_PORT),
            context.options().get(SharedOptions.HTTPS_PORT));
    Path file = context.directories().config().resolve(CHALLENGE_FILE);
    String blocks =
        new ChallengeEdits(edited.servers(), edited.defaultCopy(), ports)
            .apply(challenges, file, context.directories().work().resolve(NOWHERE));
    edited.create(file, blocks.getBytes(StandardCharsets.ISO_8859_1));
    workspace = null;
    writer.write(ChangeKind.TEMPORARY, edited.unsaved(), "");
    program.reload(master());
  }

  @Override
  public synchronized void cleanUp(List<Challenge> challenges) {
    workspace = null;
    if (checkpoints.revertTemporary()) {
      try {
        program.reload(master());
      } catch (FailureException e) {
        LOG.error("{} Its configuration is as it was before the challenges.", e.getMessage());
      }
    }
  }

  /** A relative directory would be another one when a timer starts the renewal. */
  @Override
  public List<OptionChoice<?>> choices() {
    String given = context.options().get(NginxOptions.NGINX_SERVER_ROOT);
    return Path.of(given).isAbsolute()
        ? List.of()
        : List.of(new OptionChoice<>(NginxOptions.NGINX_SERVER_ROOT, root.toString()));
  }

  @Override
  public String hint(List<Challenge> failed) {
    return "nginx answered the challenges on port "
        + context.options().get(SharedOptions.HTTP01_PORT)
        + ". Check that the names lead to this machine, and that nothing in front of nginx answers"
        + " requests for "
        + Challenge.HTTP_PATH
        + ".";
  }

  // Installer

  @Override
  public Set<DomainName> allNames() {
    return new OfferedServerNames(new SystemReverseLookup(LOOKUP_PATIENCE))
        .of(workspace().servers());
  }

  @Override
  public Set<Enhancement> supportedEnhancements() {
    return Set.of(Enhancement.values());
  }

  @Override
  public void deploy(DomainName domain, DeployPaths paths) {
    installation().deploy(domain, paths);
  }

  @Override
  public boolean enhance(DomainName domain, Enhancement enhancement, DeployPaths paths) {
    return installation().enhance(domain, enhancement, paths);
  }

  private Installation installation() {
    return new Installation(
        workspace(), tlsFiles.files(), version, context.options().get(SharedOptions.HTTPS_PORT));
  }

  @Override
  public synchronized boolean save(String title, boolean temporary) {
    Map<Path, byte[]> edits = workspace().unsaved();
    if (!edits.isEmpty()) {
      ChangeKind kind = temporary ? ChangeKind.TEMPORARY : ChangeKind.PERMANENT;
      writer.write(kind, edits, workspace().notes());
    }
    workspace().markSaved();
    return !temporary && !title.isEmpty() && checkpoints.finish(title);
  }

  @Override
  public synchronized void rollback(int count) {
    workspace = null;
    checkpoints.rollback(count);
  }

  @Override
  public synchronized void recover() {
    workspace = null;
    checkpoints.recover();
  }

  @Override
  public void checkConfiguration() {
    program.check();
  }

  @Override
  public void restart() {
    program.reload(master());
  }
}
