package io.github.certbot4j.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.config.StoredParams;
import io.github.certbot4j.crypto.CertificateChecks;
import io.github.certbot4j.crypto.CertificateView;
import io.github.certbot4j.crypto.IssuedMaterial;
import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.file.StepListener;
import io.github.certbot4j.ini.IniValue;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.Directories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A configuration directory in a test, and what must hold in it at any moment. */
final class Tree {

  static final Instant NOT_AFTER = Instant.parse("2027-01-01T00:00:00Z");
  static final CertName NAME = new CertName("a.test");
  static final StoredParams PARAMS =
      new StoredParams(
          Map.of("authenticator", IniValue.of("webroot")),
          Map.of("webroot_map", Map.of("a.test", "/srv/a")));

  final Path root;
  final Directories directories;

  Tree(Path root) {
    this.root = root;
    this.directories =
        new Directories(root.resolve("etc"), root.resolve("work"), root.resolve("logs"));
  }

  static Material material(String... names) {
    IssuedMaterial issued = IssuedMaterial.of(NOT_AFTER, names);
    return Material.of(issued.chain(), issued.keyPem());
  }

  static NewCertificate newCertificate(CertName name, Material material) {
    return new NewCertificate(name, material, PARAMS);
  }

  LineageStore store() {
    return store(StepListener.NONE);
  }

  LineageStore store(StepListener listener) {
    return new LineageStore(directories, "1.15.0", new AtomicFiles(listener));
  }

  Path conf(String name) {
    return directories.renewal().resolve(name + ".conf");
  }

  Path live(String name, Kind kind) {
    return directories.live().resolve(name).resolve(kind.liveName());
  }

  Path archived(String name, Kind kind, int version) {
    return directories
        .archive()
        .resolve(name)
        .resolve(kind.archiveName(new ArchiveVersion(version)));
  }

  Lineage load(String name) {
    LoadedLineage loaded = store().load(new CertName(name)).orElseThrow();
    assertThat(loaded).isInstanceOf(Lineage.class);
    return (Lineage) loaded;
  }

  BrokenLineage loadBroken(String name) {
    LoadedLineage loaded = store().load(new CertName(name)).orElseThrow();
    assertThat(loaded).isInstanceOf(BrokenLineage.class);
    return (BrokenLineage) loaded;
  }

  /** Every file, link and directory below a path. */
  static List<Path> below(Path directory) {
    if (!Files.exists(directory)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What holds wherever a run was killed, before anything repaired it. */
  void assertUnharmed() {
    for (Path path : below(root)) {
      String name = path.getFileName().toString();
      if (Files.isSymbolicLink(path)) {
        assertThat(path).as("the link leads somewhere").exists();
      } else if (Files.isRegularFile(path) && name.contains("privkey")) {
        assertThat(permissions(path)).doesNotContain(PosixFilePermission.OTHERS_READ);
      }
      boolean visible = !name.startsWith(".");
      if (visible && name.endsWith(".pem") && Files.isRegularFile(path)) {
        assertThat(text(path)).startsWith("-----BEGIN ").endsWith("-----\n");
      }
    }
    for (CertName name : store().names()) {
      assertThat(Files.exists(conf(name.value()), LinkOption.NOFOLLOW_LINKS)).isTrue();
      assertConsistent(load(name.value()));
    }
  }

  /** All versions and the live set of a lineage, loaded and thereby repaired. */
  static void assertConsistent(Lineage lineage) {
    assertThat(LineageChecks.problem(lineage)).isEmpty();
    assertThat(lineage.params().values()).isNotEmpty();
    for (ArchiveVersion version : completeVersions(lineage)) {
      String cert = text(lineage.path(Kind.CERT, version));
      String chain = text(lineage.path(Kind.CHAIN, version));
      assertThat(text(lineage.path(Kind.FULLCHAIN, version))).isEqualTo(cert + chain);
      String key = text(lineage.path(Kind.PRIVKEY, version));
      assertThat(CertificateChecks.keyProblem(key, CertificateView.parse(cert))).isEmpty();
    }
  }

  private static List<ArchiveVersion> completeVersions(Lineage lineage) {
    List<ArchiveVersion> complete = new ArrayList<>(lineage.availableVersions(Kind.CERT));
    for (Kind kind : Kind.values()) {
      complete.retainAll(lineage.availableVersions(kind));
    }
    return complete;
  }

  /** Nothing that an interrupted run needed is left. */
  void assertNoTraces() {
    assertThat(below(directories.config()))
        .noneMatch(path -> path.getFileName().toString().startsWith("."))
        .noneMatch(path -> path.getFileName().toString().startsWith("previous_"));
  }

  private static List<PosixFilePermission> permissions(Path path) {
    try {
      return List.copyOf(Files.getPosixFilePermissions(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
