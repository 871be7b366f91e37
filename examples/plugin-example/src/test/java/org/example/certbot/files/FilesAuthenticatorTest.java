package org.example.certbot.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import io.github.certbot4j.spi.OptionChoice;
import io.github.certbot4j.spi.contract.AuthenticatorContract;
import io.github.certbot4j.spi.contract.Contexts;
import io.github.certbot4j.spi.contract.GivenOptions;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FilesAuthenticatorTest extends AuthenticatorContract {

  private static final Challenge CHALLENGE =
      new Challenge(DomainName.parse("a.example"), ChallengeType.HTTP_01, "token", "proof");

  @TempDir Path directory;
  private Authenticator authenticator;

  @BeforeEach
  void make() {
    GivenOptions options = new GivenOptions().with(FilesPlugin.DIRECTORY, directory.toString());
    authenticator = new FilesAuthenticator(Contexts.of(options, ScriptedDisplay.unattended()));
  }

  @Override
  protected Authenticator authenticator() {
    return authenticator;
  }

  @Override
  protected List<String> found(Challenge challenge) {
    Path file = directory.resolve(challenge.token());
    try {
      return Files.exists(file) ? List.of(Files.readString(file)) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void the_users_answer_is_kept_for_renewals() {
    Authenticator asking =
        new FilesAuthenticator(
            Contexts.of(new GivenOptions(), ScriptedDisplay.answering(directory.toString())));
    asking.perform(List.of(CHALLENGE));
    assertThat(asking.choices())
        .isEqualTo(List.of(new OptionChoice<>(FilesPlugin.DIRECTORY, directory.toString())));
  }

  @Test
  void a_user_who_names_no_directory_is_told_the_option() {
    Authenticator asking =
        new FilesAuthenticator(
            Contexts.of(new GivenOptions(), ScriptedDisplay.answering(ScriptedDisplay.CANCEL)));
    assertThatThrownBy(() -> asking.perform(List.of(CHALLENGE)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("--example-files-directory");
    asking.cleanUp(List.of(CHALLENGE));
  }
}
