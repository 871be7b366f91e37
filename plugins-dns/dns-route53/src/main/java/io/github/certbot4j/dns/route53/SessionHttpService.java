package io.github.certbot4j.dns.route53;

import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpService;
import software.amazon.awssdk.utils.AttributeMap;

/** Hands the session's HTTP client to clients that the SDK makes by itself. */
public final class SessionHttpService implements SdkHttpService {

  @Override
  public SdkHttpClient.Builder<?> createHttpClientBuilder() {
    return new SessionClientBuilder();
  }

  private static final class SessionClientBuilder
      implements SdkHttpClient.Builder<SessionClientBuilder> {

    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
      return new Shared(SdkLoader.currentClient());
    }
  }

  /** Stays open when one of its users is closed. */
  private record Shared(SdkHttpClient client) implements SdkHttpClient {

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return client.prepareRequest(request);
    }

    @Override
    public void close() {}
  }
}
