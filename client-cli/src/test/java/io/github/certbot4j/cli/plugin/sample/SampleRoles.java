package io.github.certbot4j.cli.plugin.sample;

import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import io.github.certbot4j.spi.DeployPaths;
import io.github.certbot4j.spi.Enhancement;
import io.github.certbot4j.spi.Installer;
import java.util.List;
import java.util.Set;

/** An authenticator and installer that does nothing but run an action when prepared. */
public final class SampleRoles implements Authenticator, Installer {

  private final Runnable preparation;

  public SampleRoles(Runnable preparation) {
    this.preparation = preparation;
  }

  @Override
  public void prepare() {
    preparation.run();
  }

  @Override
  public List<ChallengeType> supportedTypes(DomainName domain) {
    return List.of(ChallengeType.HTTP_01);
  }

  @Override
  public void perform(List<Challenge> challenges) {}

  @Override
  public void cleanUp(List<Challenge> challenges) {}

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
