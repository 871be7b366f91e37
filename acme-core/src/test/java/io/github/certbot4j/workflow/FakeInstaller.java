package io.github.certbot4j.workflow;

import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.spi.CertificatePaths;
import io.github.certbot4j.spi.DeployPaths;
import io.github.certbot4j.spi.Enhancement;
import io.github.certbot4j.spi.Installer;
import java.util.List;
import java.util.Set;

/** A server's installer that only notes what is asked of it. */
final class FakeInstaller implements Installer {

  final List<String> events;
  Set<DomainName> served = Set.of();
  boolean updateFails;

  FakeInstaller(List<String> events) {
    this.events = events;
  }

  @Override
  public void prepare() {}

  @Override
  public Set<DomainName> allNames() {
    return served;
  }

  @Override
  public void deploy(DomainName domain, DeployPaths paths) {
    events.add("install " + domain);
  }

  @Override
  public Set<Enhancement> supportedEnhancements() {
    return Set.of();
  }

  @Override
  public boolean enhance(DomainName domain, Enhancement enhancement, DeployPaths paths) {
    return false;
  }

  @Override
  public boolean save(String title, boolean temporary) {
    return false;
  }

  @Override
  public void rollback(int checkpoints) {}

  @Override
  public void recover() {}

  @Override
  public void checkConfiguration() {}

  @Override
  public void restart() {
    events.add("restart");
  }

  @Override
  public void update(List<DomainName> domains, CertificatePaths paths) {
    events.add("update " + domains.get(0));
    if (updateFails) {
      throw new IllegalStateException("no more disk");
    }
  }

  @Override
  public void renewed(List<DomainName> domains, CertificatePaths paths) {
    events.add("renewed " + domains.get(0));
  }
}
