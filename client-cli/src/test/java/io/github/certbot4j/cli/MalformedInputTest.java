package io.github.certbot4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is wrong with the input, the run ends with one line that says so, and nothing on disk
 * has changed.
 */
class MalformedInputTest {
  @TempDir private Path root;
  private InProcess program;

  @BeforeEach
  void prepareDirectory() throws IOException {
    program = new InProcess(root);
    for (String directory : List.of("renewal-hooks/pre", "renewal-hooks/deploy")) {
      Files.createDirectories(root.resolve("config").resolve(directory));
    }
    Files.createDirectories(root.resolve("config/renewal-hooks/post"));
    Files.writeString(root.resolve("junk.pem"), "junk\n");
  }

  static Stream<String> commandLines() throws IOException {
    return lines("command-lines.txt");
  }

  static Stream<String> configFiles() throws IOException {
    return lines("config-files.txt");
  }

  private static Stream<String> lines(String resource) throws IOException {
    String place = "/malformed/" + resource;
    try (InputStream in = MalformedInputTest.class.getResourceAsStream(place)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("commandLines")
  void a_command_line_that_cannot_be_right_gets_one_line(String line) {
    String[] parts = line.split("\\|", 3);
    Map<String, String> before = program.files();

    InProcess.Ended ended = program.run(List.of(parts[2].split(" ")));

    assertThat(ended.code()).as("%s", ended).isEqualTo(Integer.parseInt(parts[0]));
    assertOneLine(ended, parts[1]);
    assertThat(program.files()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("configFiles")
  void a_configuration_file_that_cannot_be_right_gets_one_line(String line) throws IOException {
    String[] parts = line.split("\\|", 2);
    Path file = Files.writeString(root.resolve("own.ini"), parts[1].replace("\\n", "\n") + "\n");
    Map<String, String> before = program.files();

    InProcess.Ended ended = program.run(List.of("certificates", "-c", file.toString()));

    assertThat(ended.code()).as("%s", ended).isEqualTo(2);
    assertOneLine(ended, parts[0]);
    assertThat(program.files()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n\n",
        "junk",
        "# a comment only\n",
        "cert = a",
        "cert = a\nprivkey = b\nchain = c\n",
        "cert = /no/cert.pem\nprivkey = /no/privkey.pem\nchain = /no/c.pem\nfullchain = /no/f.pem\n",
        "cert = 'a\n",
        "cert = \"\"\"a\n",
        "cert = a\ncert = b\n",
        "[renewalparams\n",
        "[[renewalparams]]\nserver = x\n",
        "[renewalparams]\n",
        "[renewalparams]\n[renewalparams]\n",
        "[renewalparams]\nauthenticator = standalone\n",
        "= value\n",
        "cert == a, \n",
        "cert = a, b, c\nprivkey = a, b\nchain = ,\nfullchain = ,,\n",
        "\u0000\u0001\u0002",
        "\u00ff\u00fe",
        "cert = ${cert}\nprivkey = %(cert)s\nchain = $chain\nfullchain = ~/x\n",
        "version = many\ncert = a\nprivkey = a\nchain = a\nfullchain = a\n",
        "cert =\nprivkey =\nchain =\nfullchain =\n",
        "cert = .\nprivkey = .\nchain = .\nfullchain = .\n",
        "cert = ../../etc/passwd\nprivkey = /\nchain = /\nfullchain = /\n"
      })
  void a_renewal_configuration_that_cannot_be_right_is_named_and_left(String content)
      throws IOException {
    Path conf = Files.createDirectories(root.resolve("config/renewal")).resolve("broken.test.conf");
    Files.writeString(conf, content, StandardCharsets.ISO_8859_1);
    Map<String, String> before = program.files();

    InProcess.Ended listed = program.run(List.of("certificates"));
    InProcess.Ended renewed = program.run(List.of("renew", "-n"));
    InProcess.Ended revoked = program.run(List.of("revoke", "-n", "--cert-name", "broken.test"));
    InProcess.Ended linked = program.run(List.of("update_symlinks"));

    assertThat(listed.code()).as("%s", listed).isZero();
    assertThat(listed.out()).contains(conf.toString());
    assertThat(renewed.code()).as("%s", renewed).isEqualTo(1);
    assertThat(renewed.err()).contains(conf.toString()).contains("1 parse failure(s)");
    assertThat(revoked.code()).as("%s", revoked).isEqualTo(1);
    for (InProcess.Ended ended : List.of(listed, renewed, revoked, linked)) {
      assertThat(ended.err()).doesNotContain("\tat ").doesNotContain("Exception");
    }
    assertThat(program.files()).isEqualTo(before);
  }

  private static void assertOneLine(InProcess.Ended ended, String part) {
    assertThat(ended.complaint()).as("%s", ended).hasSize(1);
    assertThat(ended.complaint().get(0)).contains(part).doesNotContain("Exception");
    assertThat(ended.out()).isEmpty();
  }
}
