package io.github.certbot4j.builtin.webroot;

import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import io.github.certbot4j.spi.OptionChoice;
import io.github.certbot4j.spi.PluginContext;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers http-01 challenges by files in the directories that a web server serves. */
final class WebrootAuthenticator implements Authenticator {

  private final RootChooser chooser;
  private final Publication publication;

  /**
   * One for one lineage.
   *
   * @param publication shared by all authenticators of the run
   */
  WebrootAuthenticator(PluginContext context, Publication publication) {
    this.publication = publication;
    this.chooser = new RootChooser(context.options(), context.display());
  }

  @Override
  public void prepare() {}

  @Override
  public List<ChallengeType> supportedTypes(DomainName domain) {
    return List.of(ChallengeType.HTTP_01);
  }

  /** All questions come before the first file. */
  @Override
  public void perform(List<Challenge> challenges) {
    Map<Challenge, Path> roots = new LinkedHashMap<>();
    for (Challenge challenge : challenges) {
      roots.put(challenge, chooser.rootOf(challenge.domain()));
    }
    publishAll(roots);
  }

  /** A clean-up because the program is told to end waits until everything is known. */
  private synchronized void publishAll(Map<Challenge, Path> roots) {
    roots.forEach(this::publish);
  }

  @Override
  public synchronized void cleanUp(List<Challenge> challenges) {
    for (Challenge challenge : challenges) {
      publication.withdraw(challenge.token());
    }
  }

  @Override
  public List<OptionChoice<?>> choices() {
    return List.of(new OptionChoice<>(WebrootOptions.WEBROOT_MAP, chooser.roots()));
  }

  @Override
  public String hint(List<Challenge> failed) {
    return "The CA fetched files that were put below "
        + Challenge.HTTP_PATH
        + " of the directories given with --webroot-path. Make sure that these are the directories"
        + " from which the web server serves the names above.";
  }

  private void publish(Challenge challenge, Path root) {
    try {
      publication.publish(root, challenge.token(), challenge.validation());
    } catch (IOException e) {
      throw new FailureException(
          new Failure.Environment(
              "Could not put the challenge for "
                  + challenge.domain()
                  + " into "
                  + root
                  + ": "
                  + reason(e)
                  + ".",
              "Check --webroot-path and the permissions of that directory.",
              false),
          e);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return "no permission for " + denied.getFile();
    }
    if (e instanceof NotDirectoryException other) {
      return other.getFile() + " is no directory";
    }
    if (e instanceof FileSystemException failure && failure.getReason() != null) {
      return failure.getFile() + ": " + failure.getReason();
    }
    return String.valueOf(e.getMessage());
  }
}
