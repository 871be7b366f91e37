package io.github.certbot4j.acme.acme4j;

import io.github.certbot4j.acme.acme4j.Exchange.Answer;
import io.github.certbot4j.acme.acme4j.Exchange.Chain;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.toolbox.JSONBuilder;

/**
 * Requests that one account signs.
 *
 * @param thumbprint of the account's key (RFC 7638)
 */
record AccountExchange(Exchange exchange, Login login, String thumbprint, Clock clock) {

  Answer fetch(URL url) {
    return exchange.fetch(url, login);
  }

  Answer post(URL url, JSONBuilder claims) {
    return exchange.post(url, claims, login);
  }

  void send(URL url, JSONBuilder claims) {
    exchange.send(url, claims, login);
  }

  Chain download(URL url) {
    return exchange.download(url, login);
  }

  /** Reads an answer; what is missing or malformed in it becomes a failure. */
  <T> T read(Exchange.Work<T> reading) {
    return exchange.attempt(reading);
  }

  /** The wish of a server as a duration from now. */
  Optional<Duration> delay(Answer answer) {
    return answer
        .retryAfter()
        .map(time -> Duration.between(clock.instant(), time))
        .map(delay -> delay.isNegative() ? Duration.ZERO : delay);
  }
}
