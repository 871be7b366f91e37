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
  private record Parts(AwsCredentialsProvider credentials, Route53Client client) {}

  AwsSession(Environment environment) {
    this.environment = environment;
  }

  /** Runs an operation, after the credentials: so trouble with them is told as such. */
  <T> T call(Function<Route53Client, T> operation) {
    Parts mine = parts();
    resolve(mine.credentials());
    return operation.apply(mine.client());
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
    AwsCredentialsProvider credentials = new AwsCredentialsSource(settings, http).choose();
    Route53Client client =
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
    return new Parts(credentials, client);
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
