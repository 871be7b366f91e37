package io.github.certbot4j.workflow;

import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.PluginOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import io.github.certbot4j.spi.Installer;
import io.github.certbot4j.spi.OptionChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One authenticator that notes what it does, and maybe an installer. */
final class FakePlugins implements PluginSource {

  final FakeInstaller installer;
  final List<OptionChoice<?>> choices = new ArrayList<>();
  boolean withInstaller;
  boolean noneFound;
  boolean sideBySide;
  boolean installerBroken;

  private final List<String> events;

  FakePlugins(List<String> events) {
    this.events = events;
    this.installer = new FakeInstaller(events);
  }

  @Override
  public Chosen forObtaining(Settings settings) {
    if (noneFound) {
      throw FailureException.rejected("No authenticator.", "Name one with -a.");
    }
    Settings complete =
        settings
            .with(PluginOptions.AUTHENTICATOR, "fake", Origin.DERIVED)
            .markedAsSet(PluginOptions.AUTHENTICATOR);
    return new Chosen(
        complete,
        new Publisher(),
        withInstaller ? Optional.of(new NamedInstaller("fake", installer)) : Optional.empty());
  }

  @Override
  public boolean worksSideBySide(Settings settings) {
    return sideBySide;
  }

  @Override
  public Optional<Installer> updater(Settings settings) {
    if (installerBroken) {
      throw FailureException.rejected("The installer is not there.", "");
    }
    return withInstaller ? Optional.of(installer) : Optional.empty();
  }

  /** Publishes nothing. */
  private final class Publisher implements Authenticator {

    @Override
    public void prepare() {}

    @Override
    public List<ChallengeType> supportedTypes(DomainName domain) {
      return List.of(ChallengeType.HTTP_01);
    }

    @Override
    public void perform(List<Challenge> challenges) {
      events.add("publish");
    }

    @Override
    public void cleanUp(List<Challenge> challenges) {
      events.add("clean up");
    }

    @Override
    public List<OptionChoice<?>> choices() {
      return List.copyOf(choices);
    }
  }
}
