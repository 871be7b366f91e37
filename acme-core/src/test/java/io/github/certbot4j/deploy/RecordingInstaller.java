package io.github.certbot4j.deploy;

import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.AutoHsts;
import io.github.certbot4j.spi.CertificatePaths;
import io.github.certbot4j.spi.DeployPaths;
import io.github.certbot4j.spi.Enhancement;
import io.github.certbot4j.spi.Installer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An installer that notes what is asked of it, and fails where a test wants it to. */
public final class RecordingInstaller implements Installer, AutoHsts {

  private final List<String> calls = new ArrayList<>();
  private final Map<String, Integer> failures = new HashMap<>();
  private final Set<String> present = new HashSet<>();
  private final Set<DomainName> names = new HashSet<>();
  private Set<Enhancement> supported = EnumSet.allOf(Enhancement.class);
  private boolean pending;

  /** Makes a call fail, as it is written in {@link #calls}, the next few times. */
  public RecordingInstaller failingAt(String call, int times) {
    failures.put(call, times);
    return this;
  }

  /** Has an enhancement for a name already. */
  public RecordingInstaller having(Enhancement enhancement, String domain) {
    present.add(enhancement + " " + domain);
    return this;
  }

  /** Supports only these. */
  public RecordingInstaller supporting(Set<Enhancement> only) {
    supported = only;
    return this;
  }

  /** Serves these names. */
  public RecordingInstaller serving(String... domains) {
    for (String domain : domains) {
      names.add(DomainName.parse(domain));
    }
    return this;
  }

  /** All calls so far, in order, but for those that only ask. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public void prepare() {}

  @Override
  public Set<DomainName> allNames() {
    return Set.copyOf(names);
  }

  @Override
  public void deploy(DomainName domain, DeployPaths paths) {
    call("deploy " + domain + " " + paths.cert().getFileName());
    pending = true;
  }

  @Override
  public Set<Enhancement> supportedEnhancements() {
    return supported;
  }

  @Override
  public boolean enhance(DomainName domain, Enhancement enhancement, DeployPaths paths) {
    call("enhance " + domain + " " + enhancement);
    boolean isNew = present.add(enhancement + " " + domain);
    pending |= isNew;
    return isNew;
  }

  @Override
  public boolean save(String title, boolean temporary) {
    call("save " + title);
    boolean checkpoint = pending && !title.isEmpty();
    pending &= !checkpoint;
    return checkpoint;
  }

  @Override
  public void rollback(int checkpoints) {
    call("rollback " + checkpoints);
  }

  @Override
  public void recover() {
    call("recover");
  }

  @Override
  public void checkConfiguration() {
    call("check");
  }

  @Override
  public void restart() {
    call("restart");
  }

  @Override
  public void enableAutoHsts(List<DomainName> domains, CertificatePaths paths) {
    call("autohsts " + domains);
  }

  private void call(String call) {
    calls.add(call);
    int left = failures.getOrDefault(call, 0);
    if (left > 0) {
      failures.put(call, left - 1);
      throw FailureException.rejected("No luck with: " + call + ".", "");
    }
  }
}
