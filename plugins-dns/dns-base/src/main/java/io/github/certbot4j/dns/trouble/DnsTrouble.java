package io.github.certbot4j.dns.trouble;

/**
 * Why a DNS service did not do what it was asked.
 *
 * @param kind what it means for the user
 * @param status the HTTP status; 0 if there was no answer, or the service doesn't speak HTTP
 * @param code the service's own code; empty if it gave none
 * @param message the service's own words, or what was wrong with the connection; one line
 * @param hint what the user should look at; empty for what {@link Kind#hint()} says
 */
public record DnsTrouble(Kind kind, int status, String code, String message, String hint) {

  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int PRECONDITION_FAILED = 412;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;
  private static final int LONGEST_MESSAGE = 300;

  /** What kind of trouble it is. */
  public enum Kind {
    /** The service doesn't know who asks. */
    BAD_CREDENTIALS("Are the values in the credentials file complete, and still valid?"),
    /** It knows, and forbids it. */
    NO_PERMISSION("May these credentials read the zone and edit its records?"),
    /** It has no zone for the name, or shows none to these credentials. */
    ZONE_NOT_FOUND("Is the name right, and does the account of these credentials manage its zone?"),
    /** It wants fewer requests. */
    RATE_LIMITED("Try again later."),
    /** It can't be reached, or is out of order. */
    UNAVAILABLE("Try again later."),
    /** It understood and refuses. */
    REJECTED(""),
    /** What was to be added is there; the records are as they were wanted. */
    ALREADY_THERE(""),
    /** Its answer can't be understood. */
    BAD_RESPONSE("This may be a proxy's answer, or the service changed its API."),
    /** Somebody else changed the records in the meantime; done again, it may work. */
    CONFLICT("Try again later.");

    private final String hint;

    Kind(String hint) {
      this.hint = hint;
    }

    /** What the user should look at; empty if nothing useful can be said. */
    public String hint() {
      return hint;
    }
  }

  public DnsTrouble {
    message = shortened(message.replaceAll("\\s+", " ").strip().replaceAll("\\.+$", ""));
  }

  /** Trouble without an HTTP answer, with the hint of its kind. */
  public static DnsTrouble of(Kind kind, String message) {
    return new DnsTrouble(kind, 0, "", message, "");
  }

  /** What an HTTP status of 400 or more means unless the service says otherwise. */
  public static DnsTrouble ofStatus(int status, String code, String message) {
    return new DnsTrouble(kindOf(status), status, code, message, "");
  }

  /** An answer that can't be understood. */
  public static DnsTroubleException badResponse(String message) {
    return new DnsTroubleException(of(Kind.BAD_RESPONSE, message));
  }

  public DnsTrouble withKind(Kind other) {
    return new DnsTrouble(other, status, code, message, hint);
  }

  public DnsTrouble withHint(String other) {
    return new DnsTrouble(kind, status, code, message, other);
  }

  /** With one of two hints if it is about the log-in or about rights; as it is otherwise. */
  public DnsTrouble withHints(String onBadCredentials, String onNoPermission) {
    return switch (kind) {
      case BAD_CREDENTIALS -> withHint(onBadCredentials);
      case NO_PERMISSION -> withHint(onNoPermission);
      default -> this;
    };
  }

  /** Whether the service says that what the request was about isn't there. */
  public boolean isNotFound() {
    return status == NOT_FOUND;
  }

  /** What the user should look at: its own hint, else that of its kind. */
  public String advice() {
    return hint.isEmpty() ? kind.hint() : hint;
  }

  /** Status, code and message, as far as there are any; no line breaks, no full stop. */
  public String describe() {
    StringBuilder text = new StringBuilder();
    if (status > 0) {
      text.append("HTTP ").append(status);
    }
    if (!code.isEmpty()) {
      text.append(text.isEmpty() ? "" : ", ").append("code ").append(code);
    }
    if (!message.isEmpty()) {
      text.append(text.isEmpty() ? "" : ": ").append(message);
    }
    return text.toString();
  }

  private static Kind kindOf(int status) {
    return switch (status) {
      case UNAUTHORIZED -> Kind.BAD_CREDENTIALS;
      case FORBIDDEN -> Kind.NO_PERMISSION;
      case CONFLICT, PRECONDITION_FAILED -> Kind.CONFLICT;
      case TOO_MANY_REQUESTS -> Kind.RATE_LIMITED;
      default -> {
        if (status < BAD_REQUEST) {
          yield Kind.BAD_RESPONSE;
        }
        yield status >= SERVER_ERROR ? Kind.UNAVAILABLE : Kind.REJECTED;
      }
    };
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "...";
  }
}
