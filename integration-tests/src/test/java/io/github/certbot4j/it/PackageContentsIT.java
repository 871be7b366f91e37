package io.github.certbot4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is in the packages that the build makes. */
class PackageContentsIT {
  @RegisterExtension final Sandbox sandbox = new Sandbox();

  private Outcome tool(String program, String debianPackage, String... arguments) {
    String tool = Requirement.program(program, debianPackage).toString();
    return new ProgramRun(sandbox, List.of(tool)).with(arguments).run();
  }

  private static List<Path> jarsIn(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  @Test
  void there_is_a_package_for_the_program_and_one_for_each_plugin() throws IOException {
    List<String> expected = new ArrayList<>(List.of("certbot4j"));
    for (Path jar : jarsIn(Distribution.directory().resolve("plugins"))) {
      expected.add("certbot4j-" + jar.getFileName().toString().replace(".jar", ""));
    }
    assertThat(expected).contains("certbot4j-nginx", "certbot4j-apache");
    assertThat(Distribution.packages())
        .extracting(file -> file.getFileName().toString().replaceFirst("_.*", ""))
        .containsAll(expected);
  }

  @Test
  void no_file_is_in_two_packages() throws IOException {
    Map<String, Path> owners = new TreeMap<>();
    for (Path file : Distribution.packages()) {
      Outcome list = tool("dpkg-deb", "dpkg", "--contents", file.toString()).succeeded();
      for (String line : list.out().lines().filter(entry -> !entry.startsWith("d")).toList()) {
        String name = line.substring(line.indexOf(" ./") + 1);
        assertThat(owners.put(name, file)).as(name + " in " + file).isNull();
      }
    }
    assertThat(owners).containsKey("./usr/bin/certbot -> ../share/certbot4j/bin/certbot");
    for (Path library : jarsIn(Distribution.directory().resolve("plugins/lib"))) {
      assertThat(owners).containsKey("./usr/share/certbot4j/plugins/lib/" + library.getFileName());
    }
  }

  @Test
  void every_library_that_a_plugin_names_is_there_and_none_else() throws IOException {
    Path plugins = Distribution.directory().resolve("plugins");
    List<Path> named = new ArrayList<>();
    for (Path jar : jarsIn(plugins)) {
      try (JarFile file = new JarFile(jar.toFile())) {
        String path = file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
        for (String library : path == null ? new String[0] : path.split(" ")) {
          named.add(plugins.resolve(library));
        }
      }
    }
    assertThat(jarsIn(plugins.resolve("lib")))
        .containsExactlyInAnyOrderElementsOf(Set.copyOf(named));
  }

  private static List<Path> libraries() throws IOException {
    List<Path> libraries = new ArrayList<>(jarsIn(Distribution.directory().resolve("lib")));
    libraries.addAll(jarsIn(Distribution.directory().resolve("plugins/lib")));
    assertThat(libraries).hasSizeGreaterThan(9);
    return libraries;
  }

  @Test
  void the_licence_of_every_library_is_told() throws IOException {
    Path list = Distribution.directory().resolve("share/doc/third-party-licences.md");
    String licences = FileTree.read(list);
    for (Path library : libraries()) {
      String name = library.getFileName().toString();
      if (!name.startsWith("certbot4j-")) {
        assertThat(licences).contains("`" + name + "`");
      }
    }
    assertThat(licences).doesNotContain("|  |");
  }

  /** The names of the files that a paragraph of the file on copyright is about, as expressions. */
  private static List<String> describedFiles(String copyright) {
    return copyright
        .lines()
        .filter(line -> line.startsWith("Files: "))
        .flatMap(line -> Stream.of(line.substring("Files: ".length()).split(" ")))
        .filter(pattern -> !pattern.equals("*"))
        .map(pattern -> pattern.replace("*/", "").replace(".", "\\.").replace("*", ".*"))
        .toList();
  }

  @Test
  void every_licence_but_our_own_is_there_in_full() throws IOException {
    Path documents = Distribution.directory().resolve("share/doc");
    List<String> described = describedFiles(FileTree.read(documents.resolve("copyright")));
    List<String> unlike =
        FileTree.read(documents.resolve("third-party-licences.md"))
            .lines()
            .filter(line -> line.endsWith(".jar` |") && !line.contains("| Apache-2.0 |"))
            .map(line -> line.replaceFirst(".*`(.*)` \\|", "$1"))
            .toList();
    assertThat(unlike).hasSizeGreaterThan(9);
    assertThat(unlike).allMatch(jar -> described.stream().anyMatch(jar::matches));
    assertThat(described)
        .allMatch(pattern -> unlike.stream().anyMatch(jar -> jar.matches(pattern)));
  }

  @Test
  void a_plugin_is_described_by_the_name_of_its_module() throws IOException {
    Map<String, String> summaries = new TreeMap<>();
    for (Path file : Distribution.packages()) {
      Outcome shown =
          tool(
              "dpkg-deb",
              "dpkg",
              "--show",
              "--showformat=${Package} ${binary:Summary}",
              file.toString());
      String[] words = shown.succeeded().out().split(" ", 2);
      summaries.put(words[0], words[1]);
    }
    assertThat(summaries)
        .containsEntry("certbot4j-nginx", "nginx plugin of certbot4j")
        .containsEntry("certbot4j-dns-linode", "DNS plugin of certbot4j for Linode");
    summaries.keySet().removeAll(List.of("certbot4j", "certbot4j-dns-base"));
    assertThat(summaries.values()).allMatch(summary -> summary.contains("plugin of certbot4j"));
  }

  @Test
  void the_digest_of_every_library_is_among_the_components() throws IOException {
    Path list = Distribution.directory().resolve("share/doc/certbot4j.cdx.json");
    String components = FileTree.read(Requirement.file(list, "it is not made in offline builds"));
    for (Path library : libraries()) {
      String digest = tool("sha256sum", "coreutils", library.toString()).succeeded().out();
      assertThat(components).as(library.toString()).contains(digest.substring(0, 64));
    }
  }

  @Test
  void lintian_has_nothing_to_say() throws IOException {
    Outcome outcome =
        tool(
            "lintian",
            "lintian",
            Stream.concat(
                    Stream.of("--allow-root", "--fail-on", "error,warning"),
                    Distribution.packages().stream().map(Path::toString))
                .toArray(String[]::new));
    assertThat(outcome.succeeded().out()).isEmpty();
  }

  @Test
  void the_tarball_with_a_java_of_its_own_needs_none() throws IOException {
    Path target = Distribution.sources().resolve("distribution/target");
    String home = "/srv/unpacked";
    String unpack = "mkdir %s && tar -xzf %s/certbot4j-*-linux-*.tar.gz --strip-components 1 -C %s";
    try (ThrowAwayMachine machine = new ThrowAwayMachine()) {
      machine.run(unpack.formatted(home, target, home)).succeeded();
      machine.run("mount -t tmpfs none /usr/lib/jvm; ! java -version").succeeded();
      machine.run(home + "/libexec/make-class-data-archive").succeeded().says("Made " + home);
      machine
          .run("CERTBOT4J_JAVA_OPTIONS=-Xlog:class+load:stdout " + home + "/bin/certbot --version")
          .succeeded()
          .says("io.github.certbot4j.cli.Main source: shared objects file");
      machine
          .run(
              "PATH=%s/bin:$PATH %s/integration-tests/demo --installed"
                  .formatted(home, Distribution.sources()))
          .succeeded();
    }
  }

  @Test
  void the_specification_for_rpm_packs_the_tarball() throws IOException {
    Path sources = Distribution.sources();
    tool(
            "rpmbuild",
            "rpm",
            "-bb",
            "--define",
            "_topdir " + sandbox.path("rpm"),
            "--define",
            "_sourcedir " + sources.resolve("distribution/target"),
            "--define",
            "_binary_payload w1.gzdio",
            sources.resolve("distribution/src/main/rpm/certbot4j.spec").toString())
        .succeeded();
    assertThat(FileTree.names(sandbox.path("rpm/RPMS/noarch")))
        .hasSameSizeAs(Distribution.packages());
  }
}
