package io.github.certbot4j.net;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;

/** Says in plain words why a connection failed. */
public final class NetworkWords {

  private static final int DEEPEST = 10;

  private NetworkWords() {}

  /** The words that complete a sentence such as "The server can't be reached: ...". */
  public static String of(IOException trouble) {
    if (trouble instanceof UnknownHostException) {
      return "its name cannot be resolved";
    }
    if (trouble instanceof SocketTimeoutException) {
      return "it timed out";
    }
    if (trouble instanceof NoRouteToHostException) {
      return "there is no route to it";
    }
    if (trouble instanceof ConnectException) {
      return text(trouble).contains("refused") ? "it refused the connection" : text(trouble);
    }
    if (trouble instanceof EOFException || text(trouble).contains("end of file")) {
      return "it closed the connection without an answer";
    }
    if (trouble instanceof AccessDeniedException) {
      return "permission denied";
    }
    return trouble instanceof SSLException ? tls(trouble) : text(trouble);
  }

  /** Whether the server's certificate is what the connection failed for. */
  public static boolean isAboutCertificate(Throwable trouble) {
    return cause(trouble, CertificateException.class)
        || cause(trouble, CertPathBuilderException.class)
        || cause(trouble, CertPathValidatorException.class);
  }

  private static String tls(IOException trouble) {
    if (cause(trouble, CertificateExpiredException.class)) {
      return "its TLS certificate has expired";
    }
    if (cause(trouble, CertificateNotYetValidException.class)) {
      return "its TLS certificate is not valid yet; is the clock right?";
    }
    if (cause(trouble, CertPathBuilderException.class)) {
      return "its TLS certificate is not from a trusted CA";
    }
    if (isAboutCertificate(trouble)) {
      return "its TLS certificate is not acceptable (" + text(deepest(trouble)) + ")";
    }
    if (text(trouble).contains("unrecognized SSL message")) {
      return "it does not speak TLS there";
    }
    return "TLS failed (" + text(trouble) + ")";
  }

  private static boolean cause(Throwable trouble, Class<? extends Throwable> type) {
    Throwable current = trouble;
    for (int depth = 0; current != null && depth < DEEPEST; depth++) {
      if (type.isInstance(current)) {
        return true;
      }
      current = current.getCause();
    }
    return false;
  }

  private static Throwable deepest(Throwable trouble) {
    Throwable current = trouble;
    for (int depth = 0; current.getCause() != null && depth < DEEPEST; depth++) {
      current = current.getCause();
    }
    return current;
  }

  private static String text(Throwable trouble) {
    String message = trouble.getMessage();
    return message == null ? trouble.getClass().getSimpleName() : message.replace('\n', ' ');
  }
}
