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
import java.util.function.Function;
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
  private AwsCredentialsProvider credentials;
  private Route53Client client;
  private Masking masking = new Masking(List.of());

  AwsSession(Environment environment) {
    this.environment = environment;
  }

  /**
   * Runs an operation. The SDK looks for parts of itself with the thread's class loader, which is
   * the program's and doesn't know a plugin's libraries.
   */
  <T> T call(Function<Route53Client, T> operation) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(AwsSession.class.getClassLoader());
    try {
      return operation.apply(open());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Blots out the credentials used last. */
  synchronized Masking masking() {
    return masking;
  }

  /** With credentials that were resolved just before, so that their trouble is told as such. */
  private synchronized Route53Client open() {
    if (client == null) {
      AwsSettings settings = new AwsSettings(environment);
      SdkHttpClient http = UrlConnectionHttpClient.create(connections(settings)::open);
      credentials = new AwsCredentialsSource(settings, http).choose();
      client =
          Route53Client.builder()
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
    masking = new Masking(secrets(resolved()));
    return client;
  }

  private AwsCredentials resolved() {
    try {
      return credentials.resolveCredentials();
    } catch (SdkException | IllegalArgumentException | IllegalStateException e) {
      // How the SDK reports a profile that lacks something depends on what it lacks.
      throw AwsFault.ofCredentials(e);
    }
  }

  private Connections connections(AwsSettings settings) {
    return new Connections(new ConnectionOpener(ProxySettings.of(environment), settings.trust()));
  }

  private static List<String> secrets(AwsCredentials resolved) {
    return resolved instanceof AwsSessionCredentials session
        ? List.of(session.secretAccessKey(), session.sessionToken())
        : List.of(resolved.secretAccessKey());
  }

  /** Opens connections in the form that the SDK wants. */
  private record Connections(ConnectionOpener opener) {

    HttpURLConnection open(URI target) {
      try {
        HttpURLConnection connection = opener.open(target);
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(READ_MILLIS);
        return connection;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
