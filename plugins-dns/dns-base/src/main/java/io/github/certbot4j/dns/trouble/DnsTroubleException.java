package io.github.certbot4j.dns.trouble;

/** Carries a {@link DnsTrouble} from a service to the authenticator, which tells it the user. */
public final class DnsTroubleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient DnsTrouble trouble;

  public DnsTroubleException(DnsTrouble trouble) {
    super(trouble.describe());
    this.trouble = trouble;
  }

  public DnsTroubleException(DnsTrouble trouble, Throwable cause) {
    super(trouble.describe(), cause);
    this.trouble = trouble;
  }

  public DnsTrouble trouble() {
    return trouble;
  }

  public boolean is(DnsTrouble.Kind kind) {
    return trouble.kind() == kind;
  }
}
