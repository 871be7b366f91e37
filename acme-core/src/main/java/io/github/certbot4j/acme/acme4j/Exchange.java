package io.github.certbot4j.acme.acme4j;

import java.io.IOException;
import java.net.URL;
import java.security.KeyPair;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.connector.Resource;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeLazyLoadingException;
import org.shredzone.acme4j.exception.AcmeNetworkException;
import org.shredzone.acme4j.exception.AcmeProtocolException;
import org.shredzone.acme4j.toolbox.JSON;
import org.shredzone.acme4j.toolbox.JSONBuilder;

/**
 * Single requests to the server. acme4j's own resource objects fetch behind the caller's back, and
 * drop what an answer held; here a request is sent when it is asked for, and its answer is kept.
 */
final class Exchange {

  private final Session session;
  private final FailureTranslator failures;

  Exchange(Session session, FailureTranslator failures) {
    this.session = session;
    this.failures = failures;
  }

  /** A JSON answer and when to ask again. */
  record Answer(JSON json, Optional<Instant> retryAfter) {}

  /**
   * A downloaded chain.
   *
   * @param pem as the server sent it
   * @param alternates where the other chains are
   */
  record Chain(String pem, List<URL> alternates) {}

  /** What may go wrong in acme4j. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws AcmeException;
  }

  Session session() {
    return session;
  }

  /** Does something with acme4j and puts its exceptions into the terms of this program. */
  <T> T attempt(Work<T> work) {
    try {
      return work.run();
    } catch (AcmeException
        | AcmeProtocolException
        | AcmeLazyLoadingException
        | IllegalArgumentException
        | DateTimeException e) {
      throw failures.translate(e);
    }
  }

  URL resource(Resource resource) {
    return attempt(() -> session.resourceUrl(resource));
  }

  /** POST-as-GET (RFC 8555 section 6.3). */
  Answer fetch(URL url, Login login) {
    return attempt(
        () -> {
          try (AcmeConnection connection = connect()) {
            connection.sendSignedPostAsGetRequest(url, login);
            return answer(connection);
          }
        });
  }

  /** GET without a signature. */
  Answer get(URL url) {
    return attempt(
        () -> {
          try (AcmeConnection connection = connect()) {
            connection.sendRequest(url, session, null);
            return answer(connection);
          }
        });
  }

  /** Sends claims of an account and reads the answer. */
  Answer post(URL url, JSONBuilder claims, Login login) {
    return attempt(
        () -> {
          try (AcmeConnection connection = connect()) {
            connection.sendSignedRequest(url, claims, login);
            return answer(connection);
          }
        });
  }

  /** Sends claims of an account; the answer has no content that matters. */
  void send(URL url, JSONBuilder claims, Login login) {
    attempt(
        () -> {
          try (AcmeConnection connection = connect()) {
            return connection.sendSignedRequest(url, claims, login);
          }
        });
  }

  /** The same, signed by a key without account. */
  void send(URL url, JSONBuilder claims, KeyPair key) {
    attempt(
        () -> {
          try (AcmeConnection connection = connect()) {
            return connection.sendSignedRequest(url, claims, session, key);
          }
        });
  }

  Chain download(URL url, Login login) {
    return attempt(
        () -> {
          try (AcmeConnection connection = connect()) {
            connection.sendCertificateRequest(url, login);
            return new Chain(connection.readText(), List.copyOf(connection.getLinks("alternate")));
          } catch (IOException e) {
            throw new AcmeNetworkException(e);
          }
        });
  }

  private AcmeConnection connect() {
    return (AcmeConnection) session.connect();
  }

  private static Answer answer(AcmeConnection connection) throws AcmeException {
    return new Answer(connection.readJsonResponse(), connection.getRetryAfter());
  }
}
