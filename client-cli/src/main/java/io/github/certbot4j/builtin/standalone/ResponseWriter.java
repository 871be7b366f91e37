package io.github.certbot4j.builtin.standalone;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Turns the head of an HTTP/1.x request into a response (RFC 9112; RFC 8555 section 8.3). */
final class ResponseWriter {

  /** The path below which responses to challenges lie. */
  private final String challengePath;

  private final Map<String, String> contents;

  /**
   * Answers from what is published at the moment of the request.
   *
   * @param challengePath with a slash at its end
   * @param contents what to answer, by token
   */
  ResponseWriter(String challengePath, Map<String, String> contents) {
    this.challengePath = challengePath;
    this.contents = contents;
  }

  /** Answers a request whose head is this text, empty lines in front of it allowed. */
  ByteBuffer answer(String head) {
    String text = head.stripLeading();
    int end = text.indexOf('\n');
    String[] words = (end < 0 ? text : text.substring(0, end)).strip().split(" ", -1);
    if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
      return response("400 Bad Request", "Not an HTTP request.\n", false);
    }
    boolean headOnly = words[0].equals("HEAD");
    if (!headOnly && !words[0].equals("GET")) {
      return response("405 Method Not Allowed\r\nAllow: GET, HEAD", "Only GET is served.\n", false);
    }
    return answerPath(pathOf(words[1]), headOnly);
  }

  /** Answers a request that is longer than anything a validation server sends. */
  ByteBuffer tooLong() {
    return response("431 Request Header Fields Too Large", "The request is too long.\n", false);
  }

  private ByteBuffer answerPath(String path, boolean headOnly) {
    if (path.startsWith(challengePath)) {
      String content = contents.get(path.substring(challengePath.length()));
      if (content != null) {
        return response("200 OK", content, headOnly);
      }
    }
    return path.equals("/")
        ? response("200 OK", "This server answers ACME challenges only.\n", headOnly)
        : response("404 Not Found", "Nothing is published here.\n", headOnly);
  }

  /** The path of an origin-form or absolute-form target (RFC 9112 section 3.2). */
  private static String pathOf(String target) {
    String path = target;
    if (path.toLowerCase(Locale.ROOT).startsWith("http://")) {
      int slash = path.indexOf('/', "http://".length());
      path = slash < 0 ? "/" : path.substring(slash);
    }
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }

  private static ByteBuffer response(String status, String content, boolean headOnly) {
    String head =
        "HTTP/1.1 "
            + status
            + "\r\nContent-Length: "
            + content.length()
            + "\r\nConnection: close\r\n\r\n";
    return ByteBuffer.wrap((headOnly ? head : head + content).getBytes(StandardCharsets.US_ASCII));
  }
}
