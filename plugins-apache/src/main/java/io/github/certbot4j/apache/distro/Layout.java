package io.github.certbot4j.apache.distro;

import java.nio.file.Path;

/**
 * Directories of a server.
 *
 * @param serverRoot the directory of its configuration
 * @param vhostRoot where files with virtual hosts are kept
 * @param vhostFiles which files there hold virtual hosts, as a shell pattern
 * @param logsRoot the directory of its logs
 * @param challengeLocation where configuration for a challenge is put
 */
public record Layout(
    Path serverRoot, Path vhostRoot, String vhostFiles, Path logsRoot, Path challengeLocation) {

  static Layout of(String serverRoot, String vhostRoot, String vhostFiles, String logsRoot) {
    return new Layout(
        Path.of(serverRoot),
        Path.of(vhostRoot),
        vhostFiles,
        Path.of(logsRoot),
        Path.of(vhostFiles.equals("*") ? serverRoot : vhostRoot));
  }
}
