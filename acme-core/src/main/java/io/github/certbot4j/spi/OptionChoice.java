package io.github.certbot4j.spi;

/**
 * A value that an option got while a plugin worked.
 *
 * @param <T> the type of the option's value
 */
public record OptionChoice<T>(OptionSpec<T> option, T value) {}
