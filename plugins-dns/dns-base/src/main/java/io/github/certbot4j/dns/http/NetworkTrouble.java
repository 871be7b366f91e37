package io.github.certbot4j.dns.http;

import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import io.github.certbot4j.net.NetworkWords;
import io.github.certbot4j.net.ProxyTroubleException;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/** What it means that a connection came to nothing. */
public final class NetworkTrouble {

  private static final int DEEPEST = 20;

  private NetworkTrouble() {}

  /** Trouble with reaching a server, or the proxy on the way there. */
  public static DnsTrouble of(String server, IOException e) {
    String what =
        e instanceof ProxyTroubleException proxy
            ? "the proxy " + proxy.proxy() + " cannot be used for " + server + ": "
            : server + " cannot be reached: ";
    return DnsTrouble.of(Kind.UNAVAILABLE, what + NetworkWords.of(e));
  }

  /** The first exception of a type: this one, its cause, or the cause's. */
  public static <T> Optional<T> cause(Throwable start, Class<T> type) {
    return Stream.iterate(start, each -> each != null, Throwable::getCause)
        .limit(DEEPEST)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
