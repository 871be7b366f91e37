package io.github.certbot4j.apache.distro;

import java.nio.file.Path;

/**
 * How the server of this run is set up: what the family has, and what the user said otherwise.
 *
 * @param family whose table was used
 * @param layout directories
 * @param programs programs
 * @param sslFileEnding what the names of files with copies for HTTPS end in
 * @param vhostRootGiven whether the user said where virtual hosts are
 * @param binary the server's own program; empty if the user didn't say
 * @param handlesSites whether sites are enabled by links, as Debian does
 * @param repairedByStart whether a failing configuration test may be mended by starting the service
 */
public record ServerSetup(
    Family family,
    Layout layout,
    Programs programs,
    String sslFileEnding,
    boolean vhostRootGiven,
    String binary,
    boolean handlesSites,
    boolean repairedByStart) {

  /** The directory of links to the sites that are enabled. */
  public Path enabledSites() {
    return layout.serverRoot().resolve("sites-enabled");
  }
}
