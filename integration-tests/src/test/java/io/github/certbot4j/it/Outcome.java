package io.github.certbot4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** How a program ended and what it said. */
public record Outcome(List<String> command, int exit, String out, String err) {

  /** Both streams, for facts that may stand in either. */
  public String text() {
    return out + err;
  }

  public Outcome succeeded() {
    assertThat(exit).as("exit code of %s", this).isZero();
    return this;
  }

  /** Failed in the expected way, without a trace of the program's inner life. */
  public Outcome failed(int expectedExit) {
    assertThat(exit).as("exit code of %s", this).isEqualTo(expectedExit);
    assertThat(text()).as("no stack trace").doesNotContain("\tat ").doesNotContain("Traceback");
    return this;
  }

  public Outcome says(String... parts) {
    assertThat(text()).as(toString()).contains(parts);
    return this;
  }

  @Override
  public String toString() {
    return String.join(" ", command)
        + "\n--- exit "
        + exit
        + "\n--- stdout\n"
        + out
        + "--- stderr\n"
        + err;
  }
}
