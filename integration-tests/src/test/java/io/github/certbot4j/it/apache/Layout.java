package io.github.certbot4j.it.apache;

import io.github.certbot4j.it.differential.WantedDifference;
import java.util.List;

/**
 * A configuration of a server as administrators write them, and what is asked of certbot there.
 *
 * @param name one word
 * @param names those of the certificate
 * @param others hosts that answer at port 80 as before
 * @param unredirected those of them that have no site at port 80 to redirect
 * @param modules Debian's names of modules that are enabled besides the usual ones
 * @param family the distribution whose layout it is: {@code debian} or {@code centos}
 * @param certificate where it comes from: {@code apache}, or {@code standalone} if no site can
 *     answer a challenge
 * @param vhostRoot whether certbot is told where the sites are, and so looks at disabled ones, too
 * @param ipv6 whether the sites are reached by IP version 6, too
 * @param differs differences from the original that are wanted
 * @param files what the layout adds to a root that has no site
 */
record Layout(
    String name,
    List<String> names,
    List<String> others,
    List<String> unredirected,
    List<String> modules,
    String family,
    String certificate,
    boolean vhostRoot,
    boolean ipv6,
    List<WantedDifference> differs,
    List<Item> files) {

  /** The name of the lineage. */
  String lineage() {
    return names.get(0);
  }

  boolean isDebian() {
    return family.equals("debian");
  }

  @Override
  public String toString() {
    return name;
  }

  /**
   * A file.
   *
   * @param path below the server root
   * @param flags how it differs from a usual file: {@code disabled} for a site that is not linked,
   *     {@code crlf} and {@code latin1} for its text
   */
  record Item(String path, List<String> flags, String text) {
    boolean is(String flag) {
      return flags.contains(flag);
    }
  }
}
