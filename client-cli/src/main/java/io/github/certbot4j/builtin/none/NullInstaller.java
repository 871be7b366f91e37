package io.github.certbot4j.builtin.none;

import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.spi.DeployPaths;
import io.github.certbot4j.spi.Enhancement;
import io.github.certbot4j.spi.Installer;
import java.util.Set;

/** Knows no names and changes nothing. */
final class NullInstaller implements Installer {

  @Override
  public void prepare() {}

  @Override
  public Set<DomainName> allNames() {
    return Set.of();
  }

  @Override
  public void deploy(DomainName domain, DeployPaths paths) {}

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
  public void restart() {}
}
