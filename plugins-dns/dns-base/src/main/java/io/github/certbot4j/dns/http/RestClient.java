package io.github.certbot4j.dns.http;

import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import io.github.certbot4j.dns.trouble.DnsTroubleException;
import io.github.certbot4j.net.ConnectionOpener;
import io.github.certbot4j.net.NetworkWords;
import io.github.certbot4j.spi.Waiter;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends requests, and sends them again where that may help: when there was no answer, or one that
 * the dialect calls transient. A POST is repeated only if the service said that it did nothing, or
 * the caller that it does no harm.
 */
public final class RestClient {

  private static final int TOO_MANY_REQUESTS = 429;

  private final Exchange exchange;
  private final Patience patience;
  private final Waiter waiter;
  private final Masking masking;

  /**
   * A client for the credentials of one order.
   *
   * @param masking blots the secrets out of everything that is logged or told
   */
  public RestClient(ConnectionOpener opener, Patience patience, Waiter waiter, Masking masking) {
    this.exchange = new Exchange(opener, masking);
    this.patience = patience;
    this.waiter = waiter;
    this.masking = masking;
  }

  RestAnswer send(RestCall call) {
    Patience.Round round = patience.round();
    while (true) {
      try {
        RestAnswer answer = exchange.attempt(call);
        if (call.accepts(answer)) {
          return answer;
        }
        if (!mayRepeat(call, answer) || !again(round, call, answer)) {
          throw new DnsTroubleException(masked(explain(call, answer)));
        }
      } catch (IOException e) {
        if (!call.isRepeatable() || NetworkWords.isAboutCertificate(e) || !round.again()) {
          throw new DnsTroubleException(masked(NetworkTrouble.of(call.url().getHost(), e)), e);
        }
      }
    }
  }

  private static boolean mayRepeat(RestCall call, RestAnswer answer) {
    return call.dialect().isTransient(answer)
        && (call.isRepeatable() || answer.status() == TOO_MANY_REQUESTS);
  }

  private boolean again(Patience.Round round, RestCall call, RestAnswer answer) {
    Optional<Duration> wish = call.dialect().pause(answer, waiter.now());
    return wish.isPresent() ? round.again(wish.get()) : round.again();
  }

  private static DnsTrouble explain(RestCall call, RestAnswer answer) {
    try {
      return call.dialect().explain(answer);
    } catch (DnsTroubleException e) {
      DnsTrouble byStatus = DnsTrouble.ofStatus(answer.status(), "", "");
      return byStatus.kind() == Kind.REJECTED ? byStatus.withKind(Kind.BAD_RESPONSE) : byStatus;
    }
  }

  private DnsTrouble masked(DnsTrouble trouble) {
    return new DnsTrouble(
        trouble.kind(),
        trouble.status(),
        masking.apply(trouble.code()),
        masking.apply(trouble.message()),
        trouble.hint());
  }
}
