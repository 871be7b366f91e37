package org.example.certbot.files;

import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import io.github.certbot4j.spi.OptionChoice;
import io.github.certbot4j.spi.PluginContext;
import io.github.certbot4j.spi.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers http-01 challenges by files in a directory, which the user names or is asked for. */
final class FilesAuthenticator implements Authenticator {

  private static final Logger LOG = LoggerFactory.getLogger(FilesAuthenticator.class);

  private final PluginContext context;
  private Path directory;

  FilesAuthenticator(PluginContext context) {
    this.context = context;
    this.directory = context.options().find(FilesPlugin.DIRECTORY).map(Path::of).orElse(null);
  }

  @Override
  public void prepare() {}

  @Override
  public List<ChallengeType> supportedTypes(DomainName domain) {
    return List.of(ChallengeType.HTTP_01);
  }

  /** Asks first: a question while responses are being published could be left unanswered. */
  @Override
  public void perform(List<Challenge> challenges) {
    if (directory == null) {
      directory = askForDirectory();
    }
    // Renewals may be started from anywhere, and the choice is what they are told.
    directory = directory.toAbsolutePath().normalize();
    publish(challenges);
  }

  /** When a signal ends the program, another thread cleans up; it waits for this to end. */
  private synchronized void publish(List<Challenge> challenges) {
    for (Challenge challenge : challenges) {
      try {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(challenge.token()), challenge.validation());
      } catch (IOException e) {
        throw new FailureException(
            new Failure.PluginTrouble(
                "example-files",
                "Could not write the challenge for " + challenge.domain() + ": " + e + ".",
                "Check --example-files-directory."),
            e);
      }
    }
  }

  @Override
  public synchronized void cleanUp(List<Challenge> challenges) {
    if (directory == null) {
      return;
    }
    for (Challenge challenge : challenges) {
      try {
        Files.deleteIfExists(directory.resolve(challenge.token()));
      } catch (IOException e) {
        LOG.warn("Could not remove the challenge for {}: {}", challenge.domain(), e.toString());
      }
    }
  }

  @Override
  public List<OptionChoice<?>> choices() {
    return List.of(new OptionChoice<>(FilesPlugin.DIRECTORY, directory.toString()));
  }

  @Override
  public String hint(List<Challenge> failed) {
    return "Make sure that the web server shows the files of "
        + directory
        + " as "
        + Challenge.HTTP_PATH
        + ".";
  }

  private Path askForDirectory() {
    Question question =
        Question.forced("Which directory do challenge files go to?", "--example-files-directory");
    return context
        .display()
        .path(question, Optional.empty())
        .map(Path::of)
        .orElseThrow(
            () ->
                FailureException.rejected(
                    "No directory for challenge files.", "Give --example-files-directory."));
  }
}
