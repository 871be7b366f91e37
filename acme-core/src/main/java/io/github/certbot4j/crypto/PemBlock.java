package io.github.certbot4j.crypto;

import java.util.Arrays;
import java.util.Objects;

/** One block of a PEM text (RFC 7468): its label and the bytes it encodes. */
public final class PemBlock {
  private final String label;
  private final byte[] content;
  private final boolean encrypted;

  PemBlock(String label, byte[] content, boolean encrypted) {
    this.label = Objects.requireNonNull(label);
    this.content = content;
    this.encrypted = encrypted;
  }

  /** Returns the text after {@code BEGIN}, such as {@code CERTIFICATE}. */
  public String label() {
    return label;
  }

  /** Returns a copy of the decoded bytes. */
  public byte[] der() {
    return content.clone();
  }

  /** Tells whether the block's own header (RFC 1421) declares its content encrypted. */
  public boolean encrypted() {
    return encrypted;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PemBlock that
        && label.equals(that.label)
        && encrypted == that.encrypted
        && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return 31 * label.hashCode() + Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return "PemBlock[" + label + ", " + content.length + " bytes]";
  }
}
