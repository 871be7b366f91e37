package io.github.certbot4j.dns.http;

import io.github.certbot4j.net.ConnectionOpener;
import io.github.certbot4j.net.ResponseBody;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request and its answer. Headers are never logged, bodies without secrets. */
final class Exchange {

  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
  private static final int CONNECT_MILLIS = 10_000;
  private static final int READ_MILLIS = 30_000;
  private static final int LARGEST_BODY = 16 << 20;
  private static final int LONGEST_LOGGED = 2000;

  private final ConnectionOpener opener;
  private final Masking masking;

  Exchange(ConnectionOpener opener, Masking masking) {
    this.opener = opener;
    this.masking = masking;
  }

  RestAnswer attempt(RestCall call) throws IOException {
    URI url = call.url();
    log("{} {} {}", call.method(), url, call.isConfidential() ? "[body withheld]" : call.body());
    HttpURLConnection connection =
        call.isRepeatable() ? opener.open(url) : opener.openForOneAttempt(url);
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
    connection.setUseCaches(false);
    connection.setInstanceFollowRedirects(false);
    connection.setRequestMethod(call.method());
    connection.setRequestProperty("User-Agent", "certbot4j");
    call.headers().forEach(connection::setRequestProperty);
    call.dialect()
        .authenticate(call.method(), url, call.body())
        .forEach(connection::setRequestProperty);
    if (!call.body().isEmpty() || call.method().equals("POST")) {
      write(connection, call.body());
    }
    RestAnswer answer = read(connection);
    log("HTTP {} {}", answer.status(), call.isConfidential() ? "[body withheld]" : answer.body());
    return answer;
  }

  private static void write(HttpURLConnection connection, String body) throws IOException {
    connection.setDoOutput(true);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static RestAnswer read(HttpURLConnection connection) throws IOException {
    String body = new String(ResponseBody.read(connection, LARGEST_BODY), StandardCharsets.UTF_8);
    return new RestAnswer(connection.getResponseCode(), headers(connection), body);
  }

  private static HttpHeaders headers(HttpURLConnection connection) {
    Map<String, List<String>> named = new HashMap<>(connection.getHeaderFields());
    // The status line is listed without a name.
    named.remove(null);
    return HttpHeaders.of(named, (name, value) -> true);
  }

  private void log(String format, Object... values) {
    if (LOG.isDebugEnabled()) {
      for (int i = 0; i < values.length; i++) {
        String text = masking.apply(String.valueOf(values[i]));
        values[i] = text.length() > LONGEST_LOGGED ? text.substring(0, LONGEST_LOGGED) : text;
      }
      LOG.debug(format, values);
    }
  }
}
