package io.github.certbot4j.acme.acme4j;

import io.github.certbot4j.acme.AcmeAuthorization;
import io.github.certbot4j.acme.AcmeOrder;
import io.github.certbot4j.acme.acme4j.Exchange.Answer;
import io.github.certbot4j.acme.acme4j.Exchange.Chain;
import io.github.certbot4j.model.AcmeProblem;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shredzone.acme4j.exception.AcmeProtocolException;
import org.shredzone.acme4j.toolbox.JSON;
import org.shredzone.acme4j.toolbox.JSONBuilder;

/** An order as its last answer had it. */
final class Acme4jOrder implements AcmeOrder {

  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

  private final AccountExchange exchange;
  private final URL url;
  private JSON state;

  Acme4jOrder(AccountExchange exchange, URL url, JSON state) {
    this.exchange = exchange;
    this.url = url;
    this.state = state;
  }

  @Override
  public URI location() {
    return URI.create(url.toString());
  }

  @Override
  public Status status() {
    return exchange.read(
        () -> {
          String name = state.get("status").asString();
          return switch (name) {
            case "pending" -> Status.PENDING;
            case "ready" -> Status.READY;
            case "processing" -> Status.PROCESSING;
            case "valid" -> Status.VALID;
            case "invalid" -> Status.INVALID;
            default -> throw new AcmeProtocolException("unknown status of an order: " + name);
          };
        });
  }

  @Override
  public Optional<AcmeProblem> problem() {
    return exchange.read(() -> state.get("error").map(error -> Problems.of(error.asProblem(url))));
  }

  @Override
  public List<AcmeAuthorization> authorizations() {
    List<URL> urls =
        exchange.read(
            () -> state.get("authorizations").asArray().stream().map(JSON.Value::asURL).toList());
    List<AcmeAuthorization> authorizations = new ArrayList<>(urls.size());
    for (URL authorization : urls) {
      authorizations.add(
          new Acme4jAuthorization(exchange, authorization, exchange.fetch(authorization).json()));
    }
    return authorizations;
  }

  @Override
  public Optional<Duration> refresh() {
    Answer answer = exchange.fetch(url);
    state = answer.json();
    return exchange.delay(answer);
  }

  @Override
  public void submit(byte[] csr) {
    URL finalize = exchange.read(() -> state.get("finalize").asURL());
    state = exchange.post(finalize, new JSONBuilder().putBase64("csr", csr)).json();
  }

  @Override
  public List<String> download(boolean alternates) {
    URL certificate = exchange.read(() -> state.get("certificate").asURL());
    Chain first = exchange.download(certificate);
    List<String> chains = new ArrayList<>();
    chains.add(checked(first));
    if (alternates) {
      first.alternates().forEach(each -> chains.add(checked(exchange.download(each))));
    }
    return chains;
  }

  private String checked(Chain chain) {
    return exchange.read(
        () -> {
          if (!chain.pem().contains(BEGIN)) {
            throw new AcmeProtocolException("no certificate in the answer");
          }
          return chain.pem();
        });
  }
}
