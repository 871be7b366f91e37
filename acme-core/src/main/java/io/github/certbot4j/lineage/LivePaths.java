package io.github.certbot4j.lineage;

import io.github.certbot4j.spi.CertificatePaths;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The paths of the four live links, as a renewal configuration names them.
 *
 * @param directories those that they lie in, each once; usually one
 */
record LivePaths(Path cert, Path privkey, Path chain, Path fullchain, List<Path> directories) {

  /** Links with their usual names. */
  static LivePaths in(Path directory) {
    return new LivePaths(
        directory.resolve(Kind.CERT.liveName()),
        directory.resolve(Kind.PRIVKEY.liveName()),
        directory.resolve(Kind.CHAIN.liveName()),
        directory.resolve(Kind.FULLCHAIN.liveName()),
        List.of(directory));
  }

  /** Any links; none of the paths is a root. */
  static LivePaths of(Path cert, Path privkey, Path chain, Path fullchain) {
    List<Path> directories = new ArrayList<>(4);
    for (Path link : List.of(cert, privkey, chain, fullchain)) {
      Path directory = link.getParent();
      if (!directories.contains(directory)) {
        directories.add(directory);
      }
    }
    return new LivePaths(cert, privkey, chain, fullchain, List.copyOf(directories));
  }

  Path of(Kind kind) {
    return switch (kind) {
      case CERT -> cert;
      case PRIVKEY -> privkey;
      case CHAIN -> chain;
      case FULLCHAIN -> fullchain;
    };
  }

  /** The directory that one of them lies in. */
  Path directoryOf(Kind kind) {
    return directories.size() == 1 ? directories.get(0) : of(kind).getParent();
  }

  /** The one directory they lie in; empty if there are several. */
  Optional<Path> commonDirectory() {
    return directories.size() == 1 ? Optional.of(directories.get(0)) : Optional.empty();
  }

  CertificatePaths forServers() {
    return new CertificatePaths(cert, privkey, chain, fullchain);
  }
}
