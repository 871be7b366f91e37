package io.github.certbot4j.apache.autohsts;

import io.github.certbot4j.apache.config.ApacheTrouble;
import io.github.certbot4j.apache.config.Statement;
import io.github.certbot4j.apache.edit.CertificateSettings;
import io.github.certbot4j.apache.edit.ModuleSwitch;
import io.github.certbot4j.apache.edit.Workspace;
import io.github.certbot4j.apache.enhance.SecurityHeader;
import io.github.certbot4j.apache.parse.Directive;
import io.github.certbot4j.apache.parse.Section;
import io.github.certbot4j.apache.vhost.VirtualHost;
import io.github.certbot4j.checkpoint.ChangeKind;
import io.github.certbot4j.spi.Waiter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the lifetime of the Strict-Transport-Security header of virtual hosts grow. */
public final class GrowingHsts {

  private static final Logger LOG = LoggerFactory.getLogger(GrowingHsts.class);

  private final Workspace workspace;
  private final ModuleSwitch modules;
  private final HstsStore store;
  private final Waiter clock;

  public GrowingHsts(
      Workspace workspace, ModuleSwitch modules, Path configDirectory, Waiter clock) {
    this.workspace = workspace;
    this.modules = modules;
    this.store = new HstsStore(configDirectory);
    this.clock = clock;
  }

  /** A change of headers that is written, but not yet in use. */
  public final class Change {

    private final Map<String, HstsProgress> progress;
    private boolean changed;

    private Change(Map<String, HstsProgress> progress) {
      this.progress = progress;
    }

    /** Whether any file was changed, so that the server has to be reloaded. */
    public boolean isChanged() {
      return changed;
    }

    /** Notes the progress, once the headers are in use. */
    public void store() {
      store.write(progress);
    }
  }

  /**
   * Adds the header to virtual hosts, with its first lifetime.
   *
   * @throws io.github.certbot4j.model.FailureException when one of them has such a header; then
   *     edits may be pending
   */
  public Change enable(Set<Section> sections) {
    Map<String, HstsProgress> progress = new LinkedHashMap<>(store.read());
    modules.enable(ChangeKind.PERMANENT, "headers");
    Change change = new Change(progress);
    for (Section section : sections) {
      VirtualHost host = workspace.host(section);
      if (!headers(host).isEmpty()) {
        throw ApacheTrouble.of(
            "The virtual host at " + host.place() + " has a Strict-Transport-Security header.",
            "Remove it first, so that its lifetime can grow.");
      }
      String id = HostMark.of(workspace, section);
      HstsProgress first = HstsProgress.first(clock.now());
      workspace.append(
          section.body(),
          "Header always set Strict-Transport-Security \"max-age=" + first.lifetime() + "\"");
      workspace.note("Adding unique ID " + id + " to VirtualHost in " + host.file());
      workspace.note(
          "Adding gradually increasing HSTS header with initial value "
              + first.lifetime()
              + " to VirtualHost in "
              + host.file());
      progress.put(id, first);
      change.changed = true;
    }
    return change;
  }

  /** Whether there is anything that {@link #grow} would do. */
  public boolean isDue() {
    return store.read().values().stream().anyMatch(progress -> progress.isDue(clock.now()));
  }

  /** Makes the next step for each virtual host for which it is time. */
  public Change grow() {
    Change change = new Change(new LinkedHashMap<>(store.read()));
    for (Map.Entry<String, HstsProgress> entry : List.copyOf(change.progress.entrySet())) {
      if (!entry.getValue().isDue(clock.now())) {
        continue;
      }
      Optional<VirtualHost> host = hostOf(entry.getKey(), change);
      if (host.isPresent()) {
        HstsProgress next = entry.getValue().next(clock.now());
        setLifetime(host.get(), next.lifetime());
        change.progress.put(entry.getKey(), next);
        change.changed = true;
      }
    }
    return change;
  }

  /** Whether any virtual host has made its last step, so that {@link #finish} may do something. */
  public boolean mayFinish() {
    return store.read().values().stream().anyMatch(HstsProgress::isLastStep);
  }

  /** Makes the header final where it made its last step and a key is in use. */
  public Change finish(Path key) {
    Change change = new Change(new LinkedHashMap<>(store.read()));
    for (Map.Entry<String, HstsProgress> entry : List.copyOf(change.progress.entrySet())) {
      if (!entry.getValue().isLastStep()) {
        continue;
      }
      Optional<VirtualHost> host = hostOf(entry.getKey(), change);
      if (host.isPresent() && CertificateSettings.keysOf(host.get()).contains(key.toString())) {
        setLifetime(host.get(), HstsProgress.FINAL_LIFETIME);
        change.progress.remove(entry.getKey());
        change.changed = true;
      }
    }
    return change;
  }

  private Optional<VirtualHost> hostOf(String id, Change change) {
    Optional<VirtualHost> host = HostMark.find(workspace, id);
    if (host.isEmpty()) {
      LOG.warn(
          "The virtual host {} with a growing Strict-Transport-Security header is gone; it is"
              + " forgotten.",
          id);
      change.progress.remove(id);
    }
    return host;
  }

  private void setLifetime(VirtualHost host, int seconds) {
    List<Statement> headers = headers(host);
    if (headers.isEmpty()) {
      throw ApacheTrouble.of(
          "The virtual host at "
              + host.place()
              + " has no Strict-Transport-Security header any more, though its lifetime is to"
              + " grow.",
          "Add the header again, or remove the comment with the virtual host's id.");
    }
    Directive header = headers.get(headers.size() - 1).directive();
    header.setArgumentText(
        header.argumentText().replaceFirst("max-age=\\d+", "max-age=" + seconds));
    workspace.edited();
    workspace.note(
        "Increasing HSTS max-age value to " + seconds + " for VirtualHost in " + host.file());
  }

  private static List<Statement> headers(VirtualHost host) {
    return SecurityHeader.STRICT_TRANSPORT_SECURITY.in(host.statements()).stream()
        .filter(statement -> !statement.fromMacro())
        .toList();
  }
}
