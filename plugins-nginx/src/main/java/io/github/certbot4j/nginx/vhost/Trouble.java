package io.github.certbot4j.nginx.vhost;

import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;

/** Failures about server blocks. */
final class Trouble {

  private Trouble() {}

  /** A request that the configuration stands against. */
  static FailureException of(String what, String advice) {
    return new FailureException(new Failure.PluginTrouble("nginx", what, advice));
  }
}
