package io.github.certbot4j.acme.acme4j;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Flow;

/** Gathers what a {@link HttpRequest.BodyPublisher} publishes. */
final class RequestBody implements Flow.Subscriber<ByteBuffer> {

  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private boolean complete;

  private RequestBody() {}

  /**
   * The body of a request that is made of bytes in memory.
   *
   * @return empty if the request has none
   * @throws IOException if the body isn't there when asked for
   */
  static Optional<byte[]> of(HttpRequest request) throws IOException {
    Optional<HttpRequest.BodyPublisher> publisher = request.bodyPublisher();
    if (publisher.isEmpty() || publisher.get().contentLength() == 0) {
      return Optional.empty();
    }
    RequestBody body = new RequestBody();
    publisher.get().subscribe(body);
    if (!body.complete) {
      throw new IOException("The request's body is not in memory");
    }
    return Optional.of(body.content.toByteArray());
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(ByteBuffer part) {
    while (part.hasRemaining()) {
      content.write(part.get());
    }
  }

  @Override
  public void onError(Throwable trouble) {
    complete = false;
  }

  @Override
  public void onComplete() {
    complete = true;
  }
}
