package io.github.certbot4j.apache.enhance;

import io.github.certbot4j.apache.edit.ModuleSwitch;
import io.github.certbot4j.apache.edit.SslCopies;
import io.github.certbot4j.apache.edit.Workspace;
import io.github.certbot4j.apache.parse.Section;
import io.github.certbot4j.spi.Enhancement;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Adds enhancements to virtual hosts. */
public final class Enhancements {

  private final Workspace workspace;
  private final ModuleSwitch modules;
  private final SslCopies copies;
  private final Map<Enhancement, Set<Section>> added = new EnumMap<>(Enhancement.class);

  public Enhancements(Workspace workspace, ModuleSwitch modules, SslCopies copies) {
    this.workspace = workspace;
    this.modules = modules;
    this.copies = copies;
  }

  /**
   * Adds one.
   *
   * @param section a virtual host for HTTPS
   * @return false if it was there before this run of changes
   */
  public boolean add(Enhancement enhancement, Section section) {
    Set<Section> done = added.computeIfAbsent(enhancement, any -> new HashSet<>());
    if (done.contains(section)) {
      return true;
    }
    boolean changed =
        switch (enhancement) {
          case REDIRECT -> new HttpsRedirect(workspace, modules, copies).add(section);
          case HSTS -> SecurityHeader.STRICT_TRANSPORT_SECURITY.add(workspace, modules, section);
          case UPGRADE_INSECURE_REQUESTS ->
              SecurityHeader.UPGRADE_INSECURE_REQUESTS.add(workspace, modules, section);
          case OCSP_STAPLING -> OcspStapling.add(workspace, modules, section);
        };
    if (changed) {
      done.add(section);
    }
    return changed;
  }

  /** Begins a new run of changes: the one before was saved or undone. */
  public void forget() {
    added.clear();
  }
}
