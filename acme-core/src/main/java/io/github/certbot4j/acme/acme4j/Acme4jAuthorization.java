package io.github.certbot4j.acme.acme4j;

import io.github.certbot4j.acme.AcmeAuthorization;
import io.github.certbot4j.acme.acme4j.Exchange.Answer;
import io.github.certbot4j.crypto.Digests;
import io.github.certbot4j.model.AcmeProblem;
import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.spi.Challenge;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shredzone.acme4j.exception.AcmeProtocolException;
import org.shredzone.acme4j.toolbox.AcmeUtils;
import org.shredzone.acme4j.toolbox.JSON;
import org.shredzone.acme4j.toolbox.JSONBuilder;

/** An authorization as its last answer had it. */
final class Acme4jAuthorization implements AcmeAuthorization {

  private final AccountExchange exchange;
  private final URL url;
  private JSON state;

  Acme4jAuthorization(AccountExchange exchange, URL url, JSON state) {
    this.exchange = exchange;
    this.url = url;
    this.state = state;
  }

  @Override
  public DomainName domain() {
    return exchange.read(
        () -> {
          JSON identifier = state.get("identifier").asObject();
          String type = identifier.get("type").asString();
          if (!type.equals("dns")) {
            throw new AcmeProtocolException("an authorization for an identifier of type " + type);
          }
          return DomainName.parse(
              DomainName.parse(identifier.get("value").asString()).withoutWildcard());
        });
  }

  @Override
  public boolean isWildcard() {
    return exchange.read(
        () -> state.get("wildcard").map(JSON.Value::asBoolean).orElse(Boolean.FALSE));
  }

  @Override
  public Status status() {
    return exchange.read(
        () -> {
          String name = state.get("status").asString();
          return switch (name) {
            case "pending" -> Status.PENDING;
            case "valid" -> Status.VALID;
            case "invalid" -> Status.INVALID;
            case "deactivated" -> Status.DEACTIVATED;
            case "expired" -> Status.EXPIRED;
            case "revoked" -> Status.REVOKED;
            default ->
                throw new AcmeProtocolException("unknown status of an authorization: " + name);
          };
        });
  }

  @Override
  public List<Offer> offers() {
    DomainName domain = domain();
    return exchange.read(
        () -> {
          List<Offer> offers = new ArrayList<>();
          for (JSON.Value value : state.get("challenges").asArray()) {
            JSON challenge = value.asObject();
            ChallengeType.byName(challenge.get("type").asString())
                .ifPresent(type -> offers.add(offer(domain, type, challenge)));
          }
          return offers;
        });
  }

  private Offer offer(DomainName domain, ChallengeType type, JSON challenge) {
    String token = challenge.get("token").asString();
    // The token becomes a file name and part of a TXT record: nothing else may get that far.
    if (token.isEmpty() || !AcmeUtils.isValidBase64Url(token)) {
      throw new AcmeProtocolException("a challenge's token is not base64url");
    }
    String keyAuthorization = token + '.' + exchange.thumbprint();
    String validation =
        type == ChallengeType.DNS_01 ? Digests.dns01Value(keyAuthorization) : keyAuthorization;
    return new ChallengeOffer(
        exchange, challenge.get("url").asURL(), new Challenge(domain, type, token, validation));
  }

  @Override
  public Optional<Duration> refresh() {
    Answer answer = exchange.fetch(url);
    state = answer.json();
    return exchange.delay(answer);
  }

  @Override
  public Optional<AcmeProblem> problem() {
    return exchange.read(
        () -> {
          for (JSON.Value value : state.get("challenges").asArray()) {
            JSON.Value error = value.asObject().get("error");
            if (error.isPresent()) {
              return Optional.of(Problems.of(error.asProblem(url)));
            }
          }
          return Optional.empty();
        });
  }

  @Override
  public void deactivate() {
    state = exchange.post(url, new JSONBuilder().put("status", "deactivated")).json();
  }

  private record ChallengeOffer(AccountExchange exchange, URL url, Challenge challenge)
      implements Offer {

    @Override
    public void answer() {
      // Section 7.5.1: an empty object says that the client is ready.
      exchange.send(url, new JSONBuilder());
    }
  }
}
