package io.github.certbot4j.apache.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.apache.parse.ConfigSyntaxException;
import io.github.certbot4j.apache.vhost.VirtualHosts;
import io.github.certbot4j.model.DomainName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.junit.jupiter.api.Assertions;

/** Whatever a file says, it is understood or refused with its place, and soon. */
final class WalkPropertyTest {

  private static final List<String> LINES =
      List.of(
          "<VirtualHost *:80>",
          "<VirtualHost>",
          "</VirtualHost>",
          "<Macro M $a>",
          "</Macro>",
          "Use M",
          "Use M Use",
          "Use",
          "$a",
          "Include main",
          "Include",
          "IncludeOptional [ \\ *[",
          "Define",
          "Define A ${A}",
          "UnDefine A",
          "<IfDefine !A>",
          "</IfDefine>",
          "<IfVersion ~ ((>",
          "</IfVersion>",
          "<IfModule>",
          "</IfModule>",
          "ServerName ${",
          "ServerName ::::",
          "ServerAlias \"",
          "LoadModule",
          "Listen \\",
          "\u00ff\u0000",
          "<<>>",
          "<Perl>");

  private Path file;

  @BeforeProperty
  void makeFile() throws IOException {
    file = Files.createTempDirectory("walk").toRealPath().resolve("main");
  }

  @AfterProperty
  void removeFile() throws IOException {
    Files.deleteIfExists(file);
    Files.delete(file.getParent());
  }

  @Property(tries = 1000)
  void every_file_is_understood_or_refused_with_its_place(@ForAll("files") String content)
      throws IOException {
    Files.writeString(file, content, StandardCharsets.ISO_8859_1);
    try {
      VirtualHosts hosts = VirtualHosts.of(read());
      assertThat(hosts.bestFor(DomainName.parse("a.example"))).isEmpty();
    } catch (ConfigSyntaxException refused) {
      assertThat(refused).hasMessageMatching("(?s).*/main:\\d+:\\d+: .*");
    }
  }

  @Example
  void macros_that_grow_without_end_are_refused_soon() throws IOException {
    StringBuilder bomb = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      String next = "Use M" + (i + 1) + "\n";
      bomb.append("<Macro M")
          .append(i)
          .append(">\n")
          .append(next)
          .append(next)
          .append("</Macro>\n");
    }
    Files.writeString(file, bomb + "Use M0\n");
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () ->
            assertThatThrownBy(this::read)
                .isInstanceOf(ConfigSyntaxException.class)
                .hasMessageContaining("nested without end"));
  }

  private LoadedConfiguration read() {
    ServerFacts facts =
        new ServerFacts(
            ServerVersion.parse("2.4"), Set.of(), Map.of("A", "1"), List.of(), file.getParent());
    return new ConfigReader(new ConfigFiles(), name -> Optional.empty())
        .read(file, facts, List.of());
  }

  @Provide
  Arbitrary<String> files() {
    return Arbitraries.of(LINES).list().ofMaxSize(25).map(lines -> String.join("\n", lines));
  }
}
