package io.github.certbot4j.dns.route53;

import io.github.certbot4j.dns.http.Masking;
import io.github.certbot4j.net.ConnectionOpener;
import io.github.certbot4j.net.ProxySettings;
import io.github.certbot4j.spi.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.route53.Route53Client;

/**
 * The SDK's client, made when it is needed first, with this program's way to the network: the same
 * proxies and root certificates as everything else.
 */
final class AwsSession {

  private static final int CONNECT_MILLIS = 10_000;
  private static final int READ_MILLIS = 30_000;

  private final Environment environment;
  private Optional<Parts> parts = Optional.empty();
  private Masking masking = new Masking(List.of());

  /** What is made once. */
  private record Parts(
      ClassLoader loader, AwsCredentialsProvider credentials, Route53Client client) {}

  AwsSession(Environment environment) {
    this.environment = environment;
  }

  /** Runs an operation. */
  <T> T call(Function<Route53Client, T> operation) {
    Parts mine = parts();
    return within(
        mine.loader(),
        () -> {
          // Before the request, so that trouble with them is told as such.
          resolve(mine.credentials());
          return operation.apply(mine.client());
        });
  }

  /**
   * The SDK looks for parts of itself with the thread's class loader, which is the program's and
   * doesn't know a plugin's libraries.
   */
  private static <T> T within(ClassLoader loader, Supplier<T> action) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return action.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Blots out the credentials used last. */
  synchronized Masking masking() {
    return masking;
  }

  private synchronized Parts parts() {
    if (parts.isEmpty()) {
      parts = Optional.of(make());
    }
    return parts.get();
  }

  private Parts make() {
    AwsSettings settings = new AwsSettings(environment);
    ConnectionOpener opener = new ConnectionOpener(ProxySettings.of(environment), settings.trust());
    SdkHttpClient http = UrlConnectionHttpClient.create(target -> open(opener, target));
    SdkLoader loader = new SdkLoader(AwsSession.class.getClassLoader(), http);
    return within(
        loader,
        () -> {
          AwsCredentialsProvider credentials = new AwsCredentialsSource(settings, http).choose();
          return new Parts(loader, credentials, client(settings, http, credentials));
        });
  }

  private static Route53Client client(
      AwsSettings settings, SdkHttpClient http, AwsCredentialsProvider credentials) {
    return Route53Client.builder()
        .httpClient(http)
        .credentialsProvider(credentials)
        .region(settings.region())
        .overrideConfiguration(
            configuration ->
                configuration
                    .retryStrategy(AwsRetryStrategy.doNotRetry())
                    .defaultProfileFile(settings.files())
                    .defaultProfileName(settings.profileName()))
        .build();
  }

  private static HttpURLConnection open(ConnectionOpener opener, URI target) {
    try {
      HttpURLConnection connection = opener.open(target);
      connection.setConnectTimeout(CONNECT_MILLIS);
      connection.setReadTimeout(READ_MILLIS);
      return connection;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void resolve(AwsCredentialsProvider credentials) {
    try {
      List<String> secrets = secrets(credentials.resolveCredentials());
      synchronized (this) {
        masking = new Masking(secrets);
      }
    } catch (SdkException | IllegalArgumentException | IllegalStateException e) {
      // How the SDK reports a profile that lacks something depends on what it lacks.
      throw AwsFault.ofCredentials(e);
    }
  }

  private static List<String> secrets(AwsCredentials resolved) {
    return resolved instanceof AwsSessionCredentials session
        ? List.of(session.secretAccessKey(), session.sessionToken())
        : List.of(resolved.secretAccessKey());
  }
}
