package io.github.certbot4j.builtin.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.exec.Command;
import io.github.certbot4j.exec.CommandResult;
import io.github.certbot4j.exec.CommandRunner;
import io.github.certbot4j.exec.ProcessCommandRunner;
import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import io.github.certbot4j.spi.PluginUnusableException;
import io.github.certbot4j.spi.SharedOptions;
import io.github.certbot4j.spi.contract.AuthenticatorContract;
import io.github.certbot4j.spi.contract.Contexts;
import io.github.certbot4j.spi.contract.GivenOptions;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManualAuthenticatorTest extends AuthenticatorContract {

  private static final Challenge HTTP =
      challenge("a.example", ChallengeType.HTTP_01, "tokenA", "tokenA.print");
  private static final Challenge DNS =
      challenge("b.example", ChallengeType.DNS_01, "tokenB", "digestB");
  private static final Challenge DNS_AGAIN =
      challenge("b.example", ChallengeType.DNS_01, "tokenC", "digestC");
  private static final List<Challenge> ALL = List.of(HTTP, DNS, DNS_AGAIN);

  @TempDir Path temp;
  private Authenticator authenticator;
  private final List<Command> commands = new ArrayList<>();

  @BeforeEach
  void publishByHooks() {
    authenticator =
        withHooks(
            "printf %s \"$CERTBOT_VALIDATION\" > '" + temp + "'/$CERTBOT_TOKEN",
            "rm '" + temp + "'/$CERTBOT_TOKEN",
            new ProcessCommandRunner());
  }

  @Override
  protected Authenticator authenticator() {
    return authenticator;
  }

  @Override
  protected List<String> found(Challenge challenge) {
    Path file = temp.resolve(challenge.token());
    try {
      return Files.exists(file) ? List.of(Files.readString(file)) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void http_is_preferred_and_dns_is_possible() {
    assertThat(authenticator.supportedTypes(HTTP.domain()))
        .containsExactly(ChallengeType.HTTP_01, ChallengeType.DNS_01);
  }

  @Test
  void hooks_find_everything_in_their_environment() {
    Authenticator recorded = withHooks("true auth", "true clean", this::record);
    recorded.perform(ALL);
    assertThat(commands)
        .extracting(Command::argv)
        .allMatch(argv -> argv.get(2).equals("true auth"));
    assertThat(commands.get(0).environment())
        .containsEntry("CERTBOT_DOMAIN", "a.example")
        .containsEntry("CERTBOT_VALIDATION", "tokenA.print")
        .containsEntry("CERTBOT_TOKEN", "tokenA")
        .containsEntry("CERTBOT_REMAINING_CHALLENGES", "2")
        .containsEntry("CERTBOT_ALL_DOMAINS", "a.example,b.example,b.example")
        .containsEntry("PATH", "/usr/bin:/bin:/usr/sbin:/usr/local/bin:/usr/local/sbin")
        .doesNotContainKey("CERTBOT_AUTH_OUTPUT");
    assertThat(commands.get(2).environment())
        .containsEntry("CERTBOT_VALIDATION", "digestC")
        .containsEntry("CERTBOT_REMAINING_CHALLENGES", "0")
        .doesNotContainKey("CERTBOT_TOKEN");
    assertThat(commands.get(2).removed()).contains("CERTBOT_TOKEN", "CERTBOT_AUTH_OUTPUT");
  }

  @Test
  void clean_up_hooks_get_the_same_and_what_the_auth_hook_said() {
    Authenticator recorded = withHooks("true auth", "true clean", this::record);
    recorded.perform(ALL);
    List<Command> auths = List.copyOf(commands);
    commands.clear();
    recorded.cleanUp(ALL);
    assertThat(commands).hasSameSizeAs(ALL);
    for (int i = 0; i < ALL.size(); i++) {
      Map<String, String> environment = commands.get(i).environment();
      assertThat(commands.get(i).argv()).endsWith("true clean");
      assertThat(environment)
          .containsAllEntriesOf(auths.get(i).environment())
          .containsEntry("CERTBOT_AUTH_OUTPUT", "output " + (i + 1));
    }
  }

  @Test
  void challenges_that_were_never_got_to_are_not_cleaned_up() {
    Authenticator recorded = withHooks("true auth", "true clean", this::record);
    recorded.perform(List.of(DNS));
    commands.clear();
    recorded.cleanUp(ALL);
    assertThat(commands).hasSize(1);
    assertThat(commands.get(0).environment()).containsEntry("CERTBOT_DOMAIN", "b.example");
  }

  @Test
  void a_hook_that_fails_does_not_keep_the_others_from_running() {
    Authenticator failing =
        withHooks(
            "true auth",
            "",
            command -> {
              record(command);
              return new CommandResult(1, "", "no");
            });
    failing.perform(ALL);
    assertThat(commands).hasSize(3);
  }

  @Test
  void a_person_gets_instructions_for_each_challenge() {
    ScriptedDisplay display = ScriptedDisplay.answering();
    Authenticator byHand = new ManualAuthenticator(Contexts.of(new GivenOptions(), display));
    byHand.prepare();
    byHand.perform(ALL);
    byHand.cleanUp(ALL);
    assertThat(display.shown()).hasSize(3);
    assertThat(display.shown().get(0))
        .contains("tokenA.print", "http://a.example/.well-known/acme-challenge/tokenA")
        .doesNotContain("earlier", "dig");
    assertThat(display.shown().get(1))
        .contains("\n_acme-challenge.b.example.\n", "digestB", "earlier")
        .doesNotContain("one more value", "dig +short");
    assertThat(display.shown().get(2))
        .contains("digestC", "one more value", "dig +short TXT _acme-challenge.b.example");
  }

  @Test
  void without_a_person_a_hook_is_required() {
    Authenticator nobody =
        new ManualAuthenticator(Contexts.of(new GivenOptions(), ScriptedDisplay.unattended()));
    assertThatThrownBy(nobody::prepare)
        .isInstanceOf(PluginUnusableException.class)
        .hasMessageContaining("--manual-auth-hook");
  }

  @Test
  void a_hook_that_is_no_program_is_refused_beforehand_unless_told_otherwise() {
    GivenOptions options =
        new GivenOptions()
            .with(ManualOptions.MANUAL_AUTH_HOOK, "true")
            .with(ManualOptions.MANUAL_CLEANUP_HOOK, "/nonexistent/clean x");
    Authenticator checked =
        new ManualAuthenticator(Contexts.of(options, ScriptedDisplay.unattended()));
    assertThatThrownBy(checked::prepare)
        .isInstanceOf(PluginUnusableException.class)
        .hasMessageContaining("manual-cleanup-hook")
        .hasMessageContaining("/nonexistent/clean");
    options.with(SharedOptions.VALIDATE_HOOKS, false);
    Authenticator unchecked =
        new ManualAuthenticator(Contexts.of(options, ScriptedDisplay.unattended()));
    assertThatCode(unchecked::prepare).doesNotThrowAnyException();
  }

  private Authenticator withHooks(String auth, String cleanUp, CommandRunner runner) {
    GivenOptions options =
        new GivenOptions()
            .with(ManualOptions.MANUAL_AUTH_HOOK, auth)
            .with(ManualOptions.MANUAL_CLEANUP_HOOK, cleanUp)
            .with(SharedOptions.VALIDATE_HOOKS, false);
    return new ManualAuthenticator(Contexts.of(options, ScriptedDisplay.unattended(), runner));
  }

  private CommandResult record(Command command) {
    commands.add(command);
    return new CommandResult(0, " output " + commands.size() + "\n", "");
  }

  private static Challenge challenge(
      String name, ChallengeType type, String token, String validation) {
    return new Challenge(DomainName.parse(name), type, token, validation);
  }
}
