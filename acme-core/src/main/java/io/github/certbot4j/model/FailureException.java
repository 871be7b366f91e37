package io.github.certbot4j.model;

/** Carries a {@link Failure} up to whoever reports it. Its message is the failure's one line. */
public final class FailureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  public FailureException(Failure failure) {
    super(failure.oneLine());
    this.failure = failure;
  }

  public FailureException(Failure failure, Throwable cause) {
    super(failure.oneLine(), cause);
    this.failure = failure;
  }

  /** A request that can't be carried out as asked. */
  public static FailureException rejected(String what, String advice) {
    return new FailureException(new Failure.Rejected(what, advice));
  }

  /** Damaged or inconsistent files below the configuration directory. */
  public static FailureException storage(String what, String advice) {
    return new FailureException(new Failure.Storage(what, advice));
  }

  public Failure failure() {
    return failure;
  }
}
