package io.github.certbot4j.cli.plugin;

import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Installer;
import io.github.certbot4j.spi.Plugin;
import io.github.certbot4j.spi.PluginContext;
import io.github.certbot4j.spi.PluginRole;
import io.github.certbot4j.spi.PluginUnusableException;
import io.github.certbot4j.spi.PluginUnusableException.Reason;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A plugin that may be selected. It is instantiated and prepared once, whoever asks. */
final class Candidate {

  private static final Logger LOG = LoggerFactory.getLogger(Candidate.class);

  /** The two things a plugin can be. */
  enum Role {
    AUTHENTICATOR,
    INSTALLER;

    boolean isOf(Plugin plugin) {
      return this == AUTHENTICATOR
          ? plugin.authenticator().isPresent()
          : plugin.installer().isPresent();
    }
  }

  /**
   * Why a plugin can't be used.
   *
   * @param misconfigured whether it is offered all the same
   */
  record Problem(String text, boolean misconfigured) {

    private static final Problem NONE = new Problem("", true);
  }

  private final FoundPlugin found;
  private final PluginContext context;
  private final Map<Role, PluginRole> instances = new EnumMap<>(Role.class);
  private final IdentityHashMap<PluginRole, Problem> prepared = new IdentityHashMap<>();

  Candidate(FoundPlugin found, PluginContext context) {
    this.found = found;
    this.context = context;
  }

  String name() {
    return found.name();
  }

  boolean has(Set<Role> roles) {
    return roles.stream().allMatch(role -> role.isOf(found.plugin()));
  }

  /** The first problem in any of the roles, which the plugin must have; empty when it works. */
  Optional<Problem> problem(Set<Role> roles) {
    for (Role role : roles) {
      Problem problem = problem(role);
      if (!problem.equals(Problem.NONE)) {
        return Optional.of(problem);
      }
    }
    return Optional.empty();
  }

  /** Its line in a menu. */
  String entry(Set<Role> roles) {
    String mark = problem(roles).isPresent() ? " [Misconfigured]" : "";
    return found.plugin().description() + " (" + name() + ")" + mark;
  }

  /** The classes of its instances in these roles, or why there are none. */
  Set<String> instances(Set<Role> roles) {
    Set<String> names = new LinkedHashSet<>();
    for (Role role : roles) {
      try {
        names.add(instance(role).getClass().getName());
      } catch (FailureException | LinkageError e) {
        LOG.debug("The plugin {} can't be instantiated", name(), e);
        names.add("failed: " + e.getMessage());
      }
    }
    return names;
  }

  Authenticator authenticator() {
    return (Authenticator) instance(Role.AUTHENTICATOR);
  }

  Installer installer() {
    return (Installer) instance(Role.INSTALLER);
  }

  private Problem problem(Role role) {
    try {
      PluginRole instance = instance(role);
      Problem known = prepared.get(instance);
      if (known == null) {
        known = prepare(instance);
        prepared.put(instance, known);
      }
      return known;
    } catch (FailureException e) {
      return new Problem(e.getMessage(), false);
    } catch (LinkageError e) {
      LOG.debug("The plugin {} can't be instantiated", name(), e);
      return new Problem("its file " + found.source() + " is broken: " + e, false);
    }
  }

  private Problem prepare(PluginRole instance) {
    try {
      instance.prepare();
      return Problem.NONE;
    } catch (PluginUnusableException e) {
      LOG.debug("The plugin {} is not usable", name(), e);
      return new Problem(e.getMessage(), e.reason() == Reason.MISCONFIGURED);
    } catch (FailureException e) {
      LOG.debug("Preparing the plugin {} failed", name(), e);
      return new Problem(e.getMessage(), false);
    }
  }

  /** One object serves both roles when it can, since both may work on the same configuration. */
  private PluginRole instance(Role role) {
    Plugin plugin = found.forCalling();
    PluginRole instance = instances.get(role);
    if (instance == null) {
      instance = create(plugin, role);
      instances.put(role, instance);
      if (instance instanceof Authenticator && Role.AUTHENTICATOR.isOf(plugin)) {
        instances.putIfAbsent(Role.AUTHENTICATOR, instance);
      }
      if (instance instanceof Installer && Role.INSTALLER.isOf(plugin)) {
        instances.putIfAbsent(Role.INSTALLER, instance);
      }
    }
    return instance;
  }

  private PluginRole create(Plugin plugin, Role role) {
    return role == Role.AUTHENTICATOR
        ? plugin.authenticator().orElseThrow().create(context)
        : plugin.installer().orElseThrow().create(context);
  }
}
