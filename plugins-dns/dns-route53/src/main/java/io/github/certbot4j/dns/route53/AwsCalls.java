package io.github.certbot4j.dns.route53;

import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.http.Patience;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import io.github.certbot4j.dns.trouble.DnsTroubleException;
import io.github.certbot4j.spi.Waiter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.route53.Route53Client;

/**
 * Calls of Route 53's operations: repeated where that may help, in this program's patience instead
 * of the SDK's, and with the SDK's exceptions explained.
 */
final class AwsCalls {

  private static final Logger LOG = LoggerFactory.getLogger(AwsCalls.class);

  private final AwsSession session;
  private final Patience patience;
  private final Waiter waiter;

  AwsCalls(ServiceContext context) {
    this.session = new AwsSession(context.plugin().environment());
    this.patience = context.patience();
    this.waiter = context.plugin().waiter();
  }

  /** Does what may be done twice. */
  <T> T call(Function<Route53Client, T> operation) {
    return attempt(operation, false);
  }

  /**
   * Does what must not be done twice: when nobody knows whether it had an effect, that is a
   * conflict, after which the caller reads again.
   */
  <T> Optional<T> write(Function<Route53Client, T> operation) {
    return Optional.ofNullable(attempt(operation, true));
  }

  private <T> T attempt(Function<Route53Client, T> operation, boolean once) {
    Patience.Round round = patience.round();
    while (true) {
      try {
        return session.call(operation);
      } catch (SdkException e) {
        AwsFault fault = AwsFault.of(e, session.masking());
        LOG.debug("Route 53: {}", fault.details());
        if (once && fault.trouble().kind() == Kind.UNAVAILABLE) {
          throw new DnsTroubleException(fault.trouble().withKind(Kind.CONFLICT));
        }
        if (!fault.isTransient() || !again(round, fault.pause(waiter.now()))) {
          throw new DnsTroubleException(fault.trouble());
        }
      }
    }
  }

  private static boolean again(Patience.Round round, Optional<Duration> wish) {
    return wish.isPresent() ? round.again(wish.get()) : round.again();
  }
}
