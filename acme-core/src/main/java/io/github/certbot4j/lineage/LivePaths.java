package io.github.certbot4j.lineage;

import io.github.certbot4j.spi.CertificatePaths;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The paths of the four live links, as a renewal configuration names them. */
record LivePaths(Path cert, Path privkey, Path chain, Path fullchain) {

  static LivePaths in(Path directory) {
    return new LivePaths(
        directory.resolve(Kind.CERT.liveName()),
        directory.resolve(Kind.PRIVKEY.liveName()),
        directory.resolve(Kind.CHAIN.liveName()),
        directory.resolve(Kind.FULLCHAIN.liveName()));
  }

  Path of(Kind kind) {
    return switch (kind) {
      case CERT -> cert;
      case PRIVKEY -> privkey;
      case CHAIN -> chain;
      case FULLCHAIN -> fullchain;
    };
  }

  /** The directories they lie in, each once; usually one. */
  List<Path> directories() {
    List<Path> directories = new ArrayList<>(1);
    for (Kind kind : Kind.values()) {
      Path directory = of(kind).getParent();
      if (!directories.contains(directory)) {
        directories.add(directory);
      }
    }
    return directories;
  }

  /** The one directory they lie in; empty if there are several. */
  Optional<Path> commonDirectory() {
    List<Path> directories = directories();
    return directories.size() == 1 ? Optional.of(directories.get(0)) : Optional.empty();
  }

  CertificatePaths forServers() {
    return new CertificatePaths(cert, privkey, chain, fullchain);
  }
}
