package io.github.certbot4j.cli.plugin;

import io.github.certbot4j.cli.plugin.Candidate.Problem;
import io.github.certbot4j.cli.plugin.Candidate.Role;
import io.github.certbot4j.spi.PluginContext;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the subcommand {@code plugins} lists: all plugins that aren't hidden, sorted by name. */
public final class PluginListing {

  private final PluginRegistry registry;
  private final PluginContext context;

  public PluginListing(PluginRegistry registry, PluginContext context) {
    this.registry = registry;
    this.context = context;
  }

  /**
   * What to list.
   *
   * @param authenticators only plugins that are authenticators
   * @param installers only plugins that are installers
   * @param initialize make an instance of each
   * @param prepare make an instance of each and prepare it; only those that aren't missing
   *     something are listed
   */
  public record Filter(
      boolean authenticators, boolean installers, boolean initialize, boolean prepare) {}

  /** The listing, an empty line between plugins; empty when there is none. */
  public String text(Filter filter) {
    List<String> blocks = new ArrayList<>();
    for (FoundPlugin found : registry.all()) {
      Candidate candidate = new Candidate(found, context);
      if (!found.plugin().hidden() && candidate.has(required(filter))) {
        block(found, candidate, filter, blocks);
      }
    }
    return String.join("\n\n", blocks);
  }

  private static void block(
      FoundPlugin found, Candidate candidate, Filter filter, List<String> blocks) {
    Set<Role> roles = EnumSet.allOf(Role.class);
    roles.removeIf(role -> !role.isOf(found.plugin()));
    StringBuilder block = new StringBuilder();
    block.append("* ").append(found.name());
    block.append("\nDescription: ").append(found.plugin().description());
    block.append("\nInterfaces: ").append(interfaces(roles));
    block.append("\nEntry point: ").append(found.name()).append(" = ");
    block.append(found.plugin().getClass().getName());
    if (filter.initialize() || filter.prepare()) {
      block.append("\nInitialized: ").append(String.join(", ", candidate.instances(roles)));
    }
    if (filter.prepare()) {
      Problem problem = candidate.problem(roles).orElse(new Problem("True", true));
      if (!problem.misconfigured()) {
        return;
      }
      block.append("\nPrep: ").append(problem.text());
    }
    blocks.add(block.toString());
  }

  private static String interfaces(Set<Role> roles) {
    StringBuilder names = new StringBuilder();
    if (roles.contains(Role.AUTHENTICATOR)) {
      names.append("Authenticator, ");
    }
    if (roles.contains(Role.INSTALLER)) {
      names.append("Installer, ");
    }
    return names.append("Plugin").toString();
  }

  private static Set<Role> required(Filter filter) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    if (filter.authenticators()) {
      roles.add(Role.AUTHENTICATOR);
    }
    if (filter.installers()) {
      roles.add(Role.INSTALLER);
    }
    return roles;
  }
}
