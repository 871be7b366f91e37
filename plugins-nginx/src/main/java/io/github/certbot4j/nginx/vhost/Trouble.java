package io.github.certbot4j.nginx.vhost;

import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.nginx.parse.ByteText;

/** Failures about server blocks. */
final class Trouble {

  private Trouble() {}

  /** A request that the configuration stands against; texts may hold parts of it as they are. */
  static FailureException of(String what, String advice) {
    return new FailureException(
        new Failure.PluginTrouble("nginx", ByteText.decoded(ByteText.encoded(what)), advice));
  }
}
