package io.github.certbot4j.cli.plugin;

import io.github.certbot4j.cli.plugin.Candidate.Problem;
import io.github.certbot4j.cli.plugin.Candidate.Role;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.PluginContext;
import io.github.certbot4j.spi.Question;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Picks one plugin for some roles, by its name or by asking. */
final class CandidatePicker {

  private static final Logger LOG = LoggerFactory.getLogger(CandidatePicker.class);

  private final PluginRegistry registry;
  private final PluginContext context;
  private final boolean mayAsk;
  private final Map<String, Candidate> candidates = new HashMap<>();

  CandidatePicker(PluginRegistry registry, PluginContext context, boolean mayAsk) {
    this.registry = registry;
    this.context = context;
    this.mayAsk = mayAsk;
  }

  /** The plugin of a name, not prepared. */
  Candidate named(String name) {
    return registry
        .find(name)
        .map(this::candidate)
        .orElseThrow(
            () ->
                FailureException.rejected(
                    "The plugin " + name + " is not installed.",
                    "See the subcommand plugins for what is."));
  }

  /** The named plugin or the one that the user chooses; it works in all of the roles. */
  Candidate pick(PluginNeed need, Set<Role> roles, Optional<String> name) {
    if (name.isEmpty()) {
      return ask(need, roles).orElseThrow(() -> nothingToUse(roles));
    }
    Candidate candidate = named(name.get());
    for (Role role : roles) {
      if (!candidate.has(Set.of(role))) {
        throw FailureException.rejected(
            "The plugin " + name.get() + " can't be used as " + title(role) + ".",
            "See --help plugins.");
      }
    }
    Optional<Problem> problem = hindrance(need, candidate, roles);
    if (problem.isPresent()) {
      String what = "The " + name.get() + " plugin is not working: " + problem.get().text();
      throw new FailureException(new Failure.PluginTrouble(name.get(), what, ""));
    }
    return candidate;
  }

  /** What the user chooses of all plugins that have the roles; the only one is taken unasked. */
  Optional<Candidate> ask(PluginNeed need, Set<Role> roles) {
    if (!mayAsk) {
      throw FailureException.rejected(
          "Which plugin to use isn't asked in a non-interactive run.",
          "Name one on the command line; --help plugins lists the options.");
    }
    List<Candidate> usable =
        registry.all().stream()
            .filter(found -> !found.plugin().hidden())
            .map(this::candidate)
            .filter(candidate -> candidate.has(roles))
            .filter(candidate -> candidate.problem(roles).map(Problem::misconfigured).orElse(true))
            .toList();
    if (usable.size() > 1) {
      return choose(need, roles, usable);
    }
    return usable.stream().filter(only -> isWorking(need, only, roles)).findFirst();
  }

  /**
   * A configuration that the server refuses is what a rollback is for, so it doesn't hinder one.
   */
  private static Optional<Problem> hindrance(
      PluginNeed need, Candidate candidate, Set<Role> roles) {
    Optional<Problem> problem = candidate.problem(roles);
    boolean rollback = need == PluginNeed.ROLLBACK;
    if (rollback && problem.filter(Problem::misconfigured).isPresent()) {
      LOG.warn("Going on with {} all the same: {}", candidate.name(), problem.get().text());
      return Optional.empty();
    }
    return problem;
  }

  private static boolean isWorking(PluginNeed need, Candidate only, Set<Role> roles) {
    Optional<Problem> problem = hindrance(need, only, roles);
    problem.ifPresent(
        found -> LOG.warn("The plugin {} can't work yet: {}", only.name(), found.text()));
    return problem.isEmpty();
  }

  private Optional<Candidate> choose(PluginNeed need, Set<Role> roles, List<Candidate> usable) {
    List<String> entries = usable.stream().map(candidate -> candidate.entry(roles)).toList();
    while (true) {
      Optional<Integer> index =
          context.display().menu(Question.forced(need.question(), ""), entries, Optional.empty());
      if (index.isEmpty()) {
        return Optional.empty();
      }
      Candidate chosen = usable.get(index.get());
      Optional<Problem> problem = hindrance(need, chosen, roles);
      if (problem.isEmpty()) {
        return Optional.of(chosen);
      }
      context
          .display()
          .framed("The plugin " + chosen.name() + " can't work yet: " + problem.get().text());
    }
  }

  private static FailureException nothingToUse(Set<Role> roles) {
    if (roles.contains(Role.INSTALLER)) {
      return FailureException.rejected(
          "No web server on this machine can be configured.",
          "The subcommand certonly obtains a certificate all the same, for you to install.");
    }
    return FailureException.rejected(
        "No authenticator was chosen, or none is installed that works.",
        "Name one with --authenticator; --help plugins lists the options.");
  }

  private static String title(Role role) {
    return role == Role.AUTHENTICATOR ? "authenticator" : "installer";
  }

  private Candidate candidate(FoundPlugin found) {
    return candidates.computeIfAbsent(found.name(), name -> new Candidate(found, context));
  }
}
