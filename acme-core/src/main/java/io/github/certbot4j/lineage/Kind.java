package io.github.certbot4j.lineage;

import io.github.certbot4j.file.AtomicFiles;

/** The four files that make up one version of a lineage, in the order in which they are listed. */
public enum Kind {
  /** The certificate alone. */
  CERT("cert"),
  /** Its private key. */
  PRIVKEY("privkey"),
  /** Every certificate after the first of what the CA issued. */
  CHAIN("chain"),
  /** {@link #CERT} followed by {@link #CHAIN}. */
  FULLCHAIN("fullchain");

  private static final String SUFFIX = ".pem";

  private final String key;
  private final String liveName;

  Kind(String key) {
    this.key = key;
    this.liveName = key + SUFFIX;
  }

  /** Its key in a renewal configuration. */
  public String key() {
    return key;
  }

  /** The name of the link in {@code live/}. */
  public String liveName() {
    return liveName;
  }

  /** The name of the file in {@code archive/}. */
  public String archiveName(ArchiveVersion version) {
    return key + version.number() + SUFFIX;
  }

  /** The name of the link that keeps the old target while the links are being moved. */
  String previousName() {
    return "previous_" + key + SUFFIX;
  }

  /** Whether a file is what a run left that was broken off while it wrote one of the four. */
  static boolean isLeftover(String fileName) {
    String target = AtomicFiles.targetOfTemporary(fileName).orElse("");
    for (Kind kind : values()) {
      boolean ofThisKind =
          target.equals(kind.liveName())
              || target.equals(kind.previousName())
              || kind.versionIn(target) != ArchiveVersion.NOT_A_VERSION;
      if (ofThisKind) {
        return true;
      }
    }
    return false;
  }

  /** What {@link #versionIn} says for the kind that the file is of, if it is of any. */
  static int versionOfAny(String fileName) {
    for (Kind kind : values()) {
      if (fileName.startsWith(kind.key)) {
        return kind.versionIn(fileName);
      }
    }
    return ArchiveVersion.NOT_A_VERSION;
  }

  /**
   * The version that a file name in {@code archive/} stands for, or {@link
   * ArchiveVersion#NOT_A_VERSION} if it isn't one of this kind.
   */
  int versionIn(String fileName) {
    return fileName.startsWith(key) && fileName.endsWith(SUFFIX)
        ? ArchiveVersion.parse(fileName, key.length(), fileName.length() - SUFFIX.length())
        : ArchiveVersion.NOT_A_VERSION;
  }
}
