package io.github.certbot4j.acme.acme4j;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLSession;

/** An answer that has arrived whole. */
record BufferedResponse<T>(
    HttpRequest request, URI uri, int statusCode, HttpHeaders headers, T body)
    implements HttpResponse<T> {

  static <T> HttpResponse<T> of(
      HttpRequest request, HttpURLConnection connection, byte[] content, BodyHandler<T> handler)
      throws IOException {
    int status = connection.getResponseCode();
    HttpHeaders headers = headers(connection, ContentTypes.ofContent(status, content));
    return new BufferedResponse<>(
        request,
        finalUri(request, connection),
        status,
        headers,
        body(new Info(status, headers), content, handler));
  }

  private static URI finalUri(HttpRequest request, HttpURLConnection connection) {
    try {
      return connection.getURL().toURI();
    } catch (URISyntaxException e) {
      return request.uri();
    }
  }

  private static HttpHeaders headers(HttpURLConnection connection, Optional<String> contentType) {
    Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    // By number, since the map that the connection offers has the values in reverse order.
    for (int i = 0; connection.getHeaderField(i) != null; i++) {
      if (connection.getHeaderFieldKey(i) != null) {
        fields
            .computeIfAbsent(connection.getHeaderFieldKey(i), name -> new ArrayList<>())
            .add(connection.getHeaderField(i));
      }
    }
    contentType.ifPresent(type -> fields.put("Content-Type", List.of(type)));
    return HttpHeaders.of(fields, (name, value) -> true);
  }

  private static <T> T body(ResponseInfo info, byte[] content, BodyHandler<T> handler) {
    BodySubscriber<T> subscriber = handler.apply(info);
    subscriber.onSubscribe(new Unlimited());
    subscriber.onNext(List.of(ByteBuffer.wrap(content)));
    subscriber.onComplete();
    return subscriber.getBody().toCompletableFuture().join();
  }

  @Override
  public Optional<HttpResponse<T>> previousResponse() {
    return Optional.empty();
  }

  @Override
  public Optional<SSLSession> sslSession() {
    return Optional.empty();
  }

  @Override
  public HttpClient.Version version() {
    return HttpClient.Version.HTTP_1_1;
  }

  private record Info(int statusCode, HttpHeaders headers) implements ResponseInfo {
    @Override
    public HttpClient.Version version() {
      return HttpClient.Version.HTTP_1_1;
    }
  }

  private record Unlimited() implements Flow.Subscription {
    @Override
    public void request(long count) {
      // All of it is on its way already.
    }

    @Override
    public void cancel() {
      // As above.
    }
  }
}
