package io.github.certbot4j.builtin.webroot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import io.github.certbot4j.spi.Display;
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
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WebrootAuthenticatorTest extends AuthenticatorContract {

  private static final Challenge A = challenge("a.example");
  private static final Challenge B = challenge("b.example");

  @TempDir Path temp;
  private Path one;
  private Path two;
  private Authenticator authenticator;

  @BeforeEach
  void makeRoots() throws IOException {
    one = Files.createDirectory(temp.resolve("one"));
    two = Files.createDirectory(temp.resolve("two"));
    authenticator =
        with(List.of(), Map.of("a.example", one.toString(), "b.example", two.toString()));
  }

  @Override
  protected Authenticator authenticator() {
    return authenticator;
  }

  @Override
  protected List<String> found(Challenge challenge) {
    Path root = challenge.domain().ascii().equals("a.example") ? one : two;
    try {
      Path file = file(root, challenge);
      return Files.exists(file) ? List.of(Files.readString(file)) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_name_without_an_entry_falls_to_the_last_path_which_is_to_be_kept() {
    Authenticator mapped =
        with(List.of(one.toString(), two.toString()), Map.of("a.example", one.toString()));
    mapped.perform(List.of(A, B));
    assertThat(file(one, A)).exists();
    assertThat(file(two, B)).exists();
    mapped.cleanUp(List.of(A, B));
    assertThat(mapped.choices())
        .singleElement()
        .isEqualTo(
            new OptionChoice<>(
                WebrootOptions.WEBROOT_MAP,
                Map.of("a.example", one.toString(), "b.example", two.toString())));
  }

  @Test
  void directories_that_were_made_go_and_others_stay() throws IOException {
    Files.createDirectory(two.resolve(".well-known"));
    authenticator.perform(List.of(A, B));
    authenticator.cleanUp(List.of(A, B));
    assertThat(one).isEmptyDirectory();
    assertThat(two.resolve(".well-known")).isEmptyDirectory();
  }

  @Test
  void a_directory_that_somebody_else_uses_by_now_stays() throws IOException {
    authenticator.perform(List.of(A));
    Path foreign = Files.writeString(file(one, A).resolveSibling("foreign"), "x");
    authenticator.cleanUp(List.of(A));
    assertThat(foreign).exists();
    assertThat(file(one, A)).doesNotExist();
  }

  @Test
  void a_file_that_is_gone_already_does_not_stop_the_clean_up() throws IOException {
    authenticator.perform(List.of(A, B));
    Files.delete(file(one, A));
    authenticator.cleanUp(List.of(A, B));
    assertThat(one).isEmptyDirectory();
    assertThat(two).isEmptyDirectory();
  }

  @Test
  void a_missing_root_is_made_for_the_time_of_the_challenge() {
    Path missing = temp.resolve("run/challenges");
    Authenticator volatileRoot = with(List.of(missing.toString()), Map.of());
    volatileRoot.perform(List.of(A));
    assertThat(file(missing, A)).hasContent(A.validation());
    volatileRoot.cleanUp(List.of(A));
    assertThat(temp.resolve("run")).doesNotExist();
  }

  @Test
  void a_root_that_is_a_file_is_an_error_that_names_both_name_and_path() throws IOException {
    Path file = Files.createFile(temp.resolve("file"));
    Authenticator broken = with(List.of(file.toString()), Map.of());
    assertThatThrownBy(() -> broken.perform(List.of(A)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("a.example")
        .hasMessageContaining(file + " is no directory")
        .hasMessageContaining("--webroot-path");
    broken.cleanUp(List.of(A));
  }

  @Test
  void what_was_published_before_an_error_is_taken_back() throws IOException {
    Files.createFile(two.resolve(".well-known"));
    assertThatThrownBy(() -> authenticator.perform(List.of(A, B)))
        .hasMessageContaining(two.resolve(".well-known") + " is no directory");
    authenticator.cleanUp(List.of(A, B));
    assertThat(one).isEmptyDirectory();
    assertThat(two.resolve(".well-known")).isRegularFile();
  }

  @Test
  void all_questions_come_before_the_first_file() {
    ScriptedDisplay display = ScriptedDisplay.answering(one.toString(), ScriptedDisplay.CANCEL);
    Authenticator asking = asking(display);
    assertThatThrownBy(() -> asking.perform(List.of(A, B)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("b.example");
    assertThat(one).isEmptyDirectory();
    asking.cleanUp(List.of(A, B));
  }

  @Test
  void an_answered_directory_is_used_and_to_be_kept() {
    Authenticator asking = asking(ScriptedDisplay.answering(one.toString(), "1"));
    asking.perform(List.of(A, B));
    assertThat(file(one, A)).exists();
    assertThat(file(one, B)).exists();
    asking.cleanUp(List.of(A, B));
    assertThat(asking.choices().get(0).value())
        .isEqualTo(Map.of("a.example", one.toString(), "b.example", one.toString()));
  }

  private Authenticator asking(Display display) {
    return new WebrootAuthenticator(
        Contexts.of(new GivenOptions(), display), new Publication(Challenge.HTTP_PATH));
  }

  private static Authenticator with(List<String> paths, Map<String, String> map) {
    GivenOptions options =
        new GivenOptions()
            .with(WebrootOptions.WEBROOT_PATH, paths)
            .with(WebrootOptions.WEBROOT_MAP, map);
    return new WebrootAuthenticator(
        Contexts.of(options, ScriptedDisplay.unattended()), new Publication(Challenge.HTTP_PATH));
  }

  private static Path file(Path root, Challenge challenge) {
    return root.resolve(".well-known/acme-challenge").resolve(challenge.token());
  }

  private static Challenge challenge(String name) {
    String token = "token-" + name.charAt(0);
    return new Challenge(
        DomainName.parse(name), ChallengeType.HTTP_01, token, token + ".thumbprint");
  }
}
