package io.github.certbot4j.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;

/** Reads answers to their end, which only then leaves the connection free for the next request. */
public final class ResponseBody {

  private ResponseBody() {}

  /**
   * The content of an answer, whatever its status.
   *
   * @param largest the number of bytes beyond which it is refused
   * @throws IOException also if the answer isn't HTTP
   */
  public static byte[] read(HttpURLConnection connection, int largest) throws IOException {
    int status = connection.getResponseCode();
    if (status < 0) {
      throw new IOException("The answer is not HTTP");
    }
    try (InputStream in =
        status >= HttpURLConnection.HTTP_BAD_REQUEST
            ? connection.getErrorStream()
            : connection.getInputStream()) {
      byte[] content = in == null ? new byte[0] : in.readNBytes(largest + 1);
      if (content.length > largest) {
        throw new IOException("The answer is longer than " + largest + " bytes");
      }
      return content;
    }
  }
}
