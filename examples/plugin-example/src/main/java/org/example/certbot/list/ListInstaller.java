package org.example.certbot.list;

import io.github.certbot4j.exec.Command;
import io.github.certbot4j.exec.CommandResult;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.DeployPaths;
import io.github.certbot4j.spi.Enhancement;
import io.github.certbot4j.spi.Installer;
import io.github.certbot4j.spi.PluginContext;
import io.github.certbot4j.spi.PluginUnusableException;
import io.github.certbot4j.spi.PluginUnusableException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes names and certificates into a list that some server reads. */
final class ListInstaller implements Installer {

  private static final Logger LOG = LoggerFactory.getLogger(ListInstaller.class);

  private final PluginContext context;
  private final Path file;
  private final Checkpoints checkpoints;
  private NameList edited;

  ListInstaller(PluginContext context) {
    this.context = context;
    this.file = Path.of(context.options().get(ListPlugin.FILE));
    this.checkpoints = new Checkpoints(file, context.directories().work().resolve("example-list"));
  }

  /** Undoes besides what a run that was killed may have left. */
  @Override
  public void prepare() {
    if (!file.isAbsolute()) {
      throw new PluginUnusableException(
          Reason.MISCONFIGURED,
          "--example-list-file must be an absolute path, since renewals are started from anywhere.");
    }
    if (!Files.isRegularFile(file)) {
      throw new PluginUnusableException(
          Reason.NOT_INSTALLED, "There is no list " + file + "; see --example-list-file.");
    }
    recover();
  }

  @Override
  public Set<DomainName> allNames() {
    return list().names();
  }

  @Override
  public synchronized void deploy(DomainName domain, DeployPaths paths) {
    NameList list = list();
    list.set(domain, "cert", paths.fullchain().orElse(paths.cert()).toString());
    list.set(domain, "key", paths.privkey().toString());
    edited = list;
  }

  @Override
  public Set<Enhancement> supportedEnhancements() {
    return Set.of(Enhancement.REDIRECT);
  }

  @Override
  public synchronized boolean enhance(
      DomainName domain, Enhancement enhancement, DeployPaths paths) {
    NameList list = list();
    edited = list;
    return list.set(domain, "redirect", "on");
  }

  @Override
  public synchronized boolean save(String title, boolean temporary) {
    try {
      if (edited != null && !edited.toString().equals(Files.readString(file))) {
        checkpoints.beforeChange();
        Path staged = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(staged, edited.toString());
        Files.move(staged, file, StandardCopyOption.ATOMIC_MOVE);
      }
      edited = null;
      return !title.isEmpty() && !temporary && checkpoints.finish();
    } catch (IOException e) {
      throw trouble("The list " + file + " could not be changed: " + e + ".", e);
    }
  }

  @Override
  public synchronized void rollback(int count) {
    recover();
    try {
      for (int i = 0; i < count; i++) {
        if (!checkpoints.rollback()) {
          LOG.warn("There were only {} changes of {} to undo.", i, file);
          return;
        }
      }
    } catch (IOException e) {
      throw trouble("The list " + file + " could not be restored: " + e + ".", e);
    }
  }

  @Override
  public synchronized void recover() {
    edited = null;
    try {
      checkpoints.recover();
    } catch (IOException e) {
      throw trouble("The list " + file + " could not be restored: " + e + ".", e);
    }
  }

  @Override
  public void checkConfiguration() {
    list();
  }

  @Override
  public void restart() {
    Optional<String> command = context.options().find(ListPlugin.RELOAD);
    if (command.isEmpty()) {
      return;
    }
    CommandResult result = context.commands().run(Command.shell(command.get(), Map.of()));
    if (!result.succeeded()) {
      throw new FailureException(
          new Failure.PluginTrouble(
              "example-list",
              "The server did not read the list: " + result.stderr().strip() + ".",
              "Check the command given with --example-list-reload."));
    }
  }

  private NameList list() {
    if (edited != null) {
      return edited;
    }
    try {
      return NameList.parse(Files.readAllLines(file));
    } catch (IOException e) {
      throw trouble("The list " + file + " could not be read: " + e + ".", e);
    }
  }

  private static FailureException trouble(String what, IOException cause) {
    return new FailureException(
        new Failure.PluginTrouble("example-list", what, "Check its permissions."), cause);
  }
}
