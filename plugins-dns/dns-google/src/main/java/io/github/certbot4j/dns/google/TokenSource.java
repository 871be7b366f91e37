package io.github.certbot4j.dns.google;

import com.google.api.client.http.HttpResponseException;
import com.google.auth.oauth2.GoogleCredentials;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.http.Json;
import io.github.certbot4j.dns.http.NetworkTrouble;
import io.github.certbot4j.dns.http.Patience;
import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import io.github.certbot4j.dns.trouble.DnsTroubleException;
import io.github.certbot4j.net.NetworkWords;
import io.github.certbot4j.net.ProxyTroubleException;
import io.github.certbot4j.net.RetryAfter;
import io.github.certbot4j.spi.Waiter;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Gets access tokens by Google's library, in this program's patience and words. */
final class TokenSource {

  private static final int BAD_REQUEST = 400;
  private static final String SERVER = "Google's log-in";

  private static final List<Class<? extends IOException>> CONNECTION =
      List.of(
          ProxyTroubleException.class,
          SSLException.class,
          SocketException.class,
          SocketTimeoutException.class,
          UnknownHostException.class,
          EOFException.class);

  private static final DnsTrouble NO_TOKEN =
      DnsTrouble.of(Kind.BAD_RESPONSE, "Google's log-in answers no access token");

  private final GoogleCredentials credentials;
  private final Patience patience;
  private final Waiter waiter;

  TokenSource(GoogleCredentials credentials, ServiceContext context) {
    this.credentials = credentials;
    this.patience = context.patience();
    this.waiter = context.plugin().waiter();
  }

  /** A new token. */
  String next() {
    Patience.Round round = patience.round();
    while (true) {
      try {
        return credentials.refreshAccessToken().getTokenValue();
      } catch (IOException e) {
        DnsTrouble trouble = explain(e);
        if (!isTransient(trouble, e) || !again(round, e)) {
          // Without the cause: the library quotes the whole answer.
          throw new DnsTroubleException(trouble);
        }
      } catch (IllegalArgumentException | NullPointerException e) {
        // How the library puts it that an answer isn't JSON, or other JSON than it expects.
        throw new DnsTroubleException(NO_TOKEN);
      }
    }
  }

  private boolean again(Patience.Round round, IOException e) {
    Optional<Duration> wish =
        NetworkTrouble.cause(e, HttpResponseException.class)
            .map(answer -> answer.getHeaders().getRetryAfter())
            .flatMap(
                text ->
                    RetryAfter.delay(
                        HttpHeaders.of(Map.of("Retry-After", List.of(text)), (name, value) -> true),
                        waiter.now()));
    return wish.isPresent() ? round.again(wish.get()) : round.again();
  }

  private static boolean isTransient(DnsTrouble trouble, IOException e) {
    return switch (trouble.kind()) {
      case RATE_LIMITED -> true;
      case UNAVAILABLE -> !NetworkWords.isAboutCertificate(e);
      default -> false;
    };
  }

  private static DnsTrouble explain(IOException e) {
    Optional<HttpResponseException> answer = NetworkTrouble.cause(e, HttpResponseException.class);
    return answer.isPresent()
        ? refused(answer.get())
        : connection(e).map(cause -> NetworkTrouble.of(SERVER, cause)).orElse(NO_TOKEN);
  }

  /** What the connection failed for, if it was that and not what came over it. */
  private static Optional<IOException> connection(IOException e) {
    return CONNECTION.stream()
        .flatMap(type -> NetworkTrouble.cause(e, type).stream())
        .map(IOException.class::cast)
        .findFirst();
  }

  private static DnsTrouble refused(HttpResponseException answer) {
    String code = "";
    String message = "";
    try {
      Json body = Json.parse(String.valueOf(answer.getContent()));
      code = body.text("error", "");
      message = body.text("error_description", "");
    } catch (DnsTroubleException e) {
      message = "Google's log-in refuses";
    }
    DnsTrouble trouble = DnsTrouble.ofStatus(answer.getStatusCode(), code, message);
    return answer.getStatusCode() == BAD_REQUEST || trouble.kind() == Kind.NO_PERMISSION
        ? trouble
            .withKind(Kind.BAD_CREDENTIALS)
            .withHint("Is the key still one of the account's, and is the clock right?")
        : trouble;
  }
}
