package io.github.certbot4j.builtin.manual;

import io.github.certbot4j.exec.Hook;
import io.github.certbot4j.exec.HookShell;
import io.github.certbot4j.exec.HookValidator;
import io.github.certbot4j.exec.SearchPath;
import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.PluginContext;
import io.github.certbot4j.spi.PluginUnusableException;
import io.github.certbot4j.spi.Question;
import io.github.certbot4j.spi.SharedOptions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers challenges by the user's hands, or by hooks that get everything in the environment. */
final class ManualAuthenticator implements Authenticator {

  private static final String AUTH_HOOK = "manual-auth-hook";
  private static final String CLEANUP_HOOK = "manual-cleanup-hook";
  private static final String TOKEN = "CERTBOT_TOKEN";
  private static final String AUTH_OUTPUT = "CERTBOT_AUTH_OUTPUT";

  private final Display display;
  private final HookShell shell;
  private final SearchPath searchPath;
  private final boolean validateHooks;
  private final String authHook;
  private final String cleanUpHook;

  /** What the clean-up hook gets; that may run in another thread, when the program is ended. */
  private final Map<Challenge, Map<String, String>> published = new ConcurrentHashMap<>();

  ManualAuthenticator(PluginContext context) {
    this.display = context.display();
    this.shell = new HookShell(context.commands());
    this.searchPath = new SearchPath(context.environment().variable("PATH").orElse(""));
    this.validateHooks = context.options().get(SharedOptions.VALIDATE_HOOKS);
    this.authHook = context.options().find(ManualOptions.MANUAL_AUTH_HOOK).orElse("");
    this.cleanUpHook = context.options().find(ManualOptions.MANUAL_CLEANUP_HOOK).orElse("");
  }

  @Override
  public void prepare() {
    if (authHook.isEmpty() && !display.wouldAsk(pauseWith(""))) {
      throw misconfigured(
          "Without a person to follow instructions, the manual plugin needs a script that publishes"
              + " the challenges: give it with --manual-auth-hook.");
    }
    if (validateHooks) {
      validate(AUTH_HOOK, authHook);
      validate(CLEANUP_HOOK, cleanUpHook);
    }
  }

  @Override
  public List<ChallengeType> supportedTypes(DomainName domain) {
    return List.of(ChallengeType.HTTP_01, ChallengeType.DNS_01);
  }

  @Override
  public void perform(List<Challenge> challenges) {
    Instructions instructions = new Instructions(challenges);
    for (int i = 0; i < challenges.size(); i++) {
      Challenge challenge = challenges.get(i);
      Map<String, String> environment = environment(challenges, i);
      published.put(challenge, Map.copyOf(environment));
      if (authHook.isEmpty()) {
        display.pause(pauseWith(instructions.forChallenge(i)));
      } else {
        String output = run(AUTH_HOOK, authHook, environment);
        environment.put(AUTH_OUTPUT, output.strip());
        published.replace(challenge, Map.copyOf(environment));
      }
    }
  }

  /** Challenges that were never got to are passed over. */
  @Override
  public void cleanUp(List<Challenge> challenges) {
    for (Challenge challenge : challenges) {
      Map<String, String> environment = published.remove(challenge);
      if (environment != null && !cleanUpHook.isEmpty()) {
        run(CLEANUP_HOOK, cleanUpHook, environment);
      }
    }
  }

  @Override
  public String hint(List<Challenge> failed) {
    return authHook.isEmpty()
        ? "The CA looked for what you were asked to publish. Make sure that it is in place, and"
            + " visible from everywhere, before you go on."
        : "The CA looked for what the script of --manual-auth-hook should have published. Make sure"
            + " that it does so for each name, and returns only when that is visible.";
  }

  private Map<String, String> environment(List<Challenge> challenges, int index) {
    Challenge challenge = challenges.get(index);
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", searchPath.extended());
    environment.put("CERTBOT_DOMAIN", challenge.domain().ascii());
    environment.put("CERTBOT_VALIDATION", challenge.validation());
    environment.put("CERTBOT_ALL_DOMAINS", namesOf(challenges));
    environment.put(
        "CERTBOT_REMAINING_CHALLENGES", Integer.toString(challenges.size() - index - 1));
    if (challenge.type() == ChallengeType.HTTP_01) {
      environment.put(TOKEN, challenge.token());
    }
    return environment;
  }

  private static String namesOf(List<Challenge> challenges) {
    return String.join(",", challenges.stream().map(each -> each.domain().ascii()).toList());
  }

  /** What this program itself may have been started with is not the hook's. */
  private String run(String kind, String line, Map<String, String> environment) {
    return shell.run(kind, Hook.ofLine(line), environment, List.of(TOKEN, AUTH_OUTPUT));
  }

  private void validate(String kind, String line) {
    if (!line.isEmpty()) {
      try {
        new HookValidator(searchPath, Path.of("").toAbsolutePath()).check(kind, line);
      } catch (FailureException e) {
        throw misconfigured(e.getMessage());
      }
    }
  }

  private static Question pauseWith(String text) {
    return Question.forced(text, "--" + AUTH_HOOK);
  }

  private static PluginUnusableException misconfigured(String message) {
    return new PluginUnusableException(PluginUnusableException.Reason.MISCONFIGURED, message);
  }
}
