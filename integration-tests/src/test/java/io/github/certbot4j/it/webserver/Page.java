package io.github.certbot4j.it.webserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a server answered to one request.
 *
 * @param status the HTTP status, such as 301
 * @param headers its header lines
 * @param body what follows them
 * @param chain the certificates that the server showed, its own first; none without TLS
 * @param protocol what TLS was spoken, such as {@code TLSv1.3}; empty without TLS
 */
public record Page(
    int status, List<String> headers, String body, List<X509Certificate> chain, String protocol) {

  static Page of(byte[] answer, List<X509Certificate> chain, String protocol) {
    String text = new String(answer, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (!text.startsWith("HTTP/1.1 ") || end < 0) {
      throw new UncheckedIOException(new IOException("no HTTP answer: " + text));
    }
    List<String> lines = text.substring(0, end).lines().toList();
    return new Page(
        Integer.parseInt(lines.get(0).substring(9, 12)),
        lines.subList(1, lines.size()),
        text.substring(end + 4),
        chain,
        protocol);
  }

  /** The values of a header, whatever the case of its name; several are joined by a comma. */
  public String header(String name) {
    String start = name.toLowerCase(Locale.ROOT) + ":";
    return headers.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .collect(Collectors.joining(", "));
  }

  /** The serial number of the server's certificate, in hex. */
  public String serial() {
    return chain.get(0).getSerialNumber().toString(16);
  }
}
