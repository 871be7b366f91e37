package io.github.certbot4j.apache.edit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of OpenSSL, such as 1.0.2l.
 *
 * @param major the first number
 * @param minor the second
 * @param fix the third
 * @param patch letters, empty before the first patch
 */
record OpensslVersion(int major, int minor, int fix, String patch)
    implements Comparable<OpensslVersion> {

  private static final Pattern TEXT =
      Pattern.compile("OpenSSL (\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})([a-z]*)[^ ]* ");

  /** The version whose name stands in a program file. */
  static Optional<OpensslVersion> in(CharSequence content) {
    Matcher matcher = TEXT.matcher(content);
    return matcher.find()
        ? Optional.of(
            new OpensslVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                matcher.group(4)))
        : Optional.empty();
  }

  @Override
  public int compareTo(OpensslVersion other) {
    int order = Integer.compare(major, other.major);
    order = order != 0 ? order : Integer.compare(minor, other.minor);
    order = order != 0 ? order : Integer.compare(fix, other.fix);
    return order != 0 ? order : patch.compareTo(other.patch);
  }
}
