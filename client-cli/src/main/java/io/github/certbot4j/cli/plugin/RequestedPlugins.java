package io.github.certbot4j.cli.plugin;

import java.util.List;
import java.util.Optional;

/**
 * What the options say about plugins, as they were given.
 *
 * @param configurator {@code --configurator}
 * @param authenticator {@code -a}
 * @param installer {@code -i}
 * @param bothRoles the names of plugins whose own flags stand for both roles, such as {@code
 *     --nginx}
 * @param authenticators the names of plugins whose own flags stand for the authenticator, such as
 *     {@code --standalone}
 */
public record RequestedPlugins(
    Optional<String> configurator,
    Optional<String> authenticator,
    Optional<String> installer,
    List<String> bothRoles,
    List<String> authenticators) {}
