package io.github.certbot4j.spi;

import java.util.Optional;

/** The environment variables the program was started with. */
@FunctionalInterface
public interface Environment {

  /** The variable's value; empty when it isn't set. */
  Optional<String> variable(String name);
}
