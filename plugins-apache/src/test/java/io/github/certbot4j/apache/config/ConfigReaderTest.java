package io.github.certbot4j.apache.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.apache.parse.ConfigSyntaxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a configuration is in force. */
final class ConfigReaderTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<IfModule ssl_module>|yes",
        "<IfModule mod_ssl.c>|yes",
        "<ifmodule !mod_ssl.c>|no",
        "<IfModule mod_nothing.c>|no",
        "<IfModule !nothing_module>|yes",
        "<IfModule core.c>|yes",
        "<IfModule event.c>|yes",
        "<IfModule \"ssl_module\">|yes",
        "<IfDefine GIVEN>|yes",
        "<IfDefine !GIVEN>|no",
        "<IfDefine OTHER>|no",
        "<IfVersion >= 2.4>|yes",
        "<IfVersion < 2.4>|no",
        "<IfVersion 2.4.57>|yes",
        "<IfVersion = /^2\\.4/>|yes",
        "<IfVersion ~ ^2\\.2>|no",
        "<IfVersion !> 2.4.57>|yes",
        "<IfVersion >= x>|yes",
        "<IfFile main.conf>|yes",
        "<IfFile !main.conf>|no",
        "<IfFile /nonexistent>|no",
        "<IfDirective SSLEngine>|yes",
        "<If \"%{HTTPS} == 'on'\">|yes",
        "<Location ~ \"^/x>\">|yes"
      })
  void what_stands_in_a_section_counts_if_its_condition_holds(String open, String counts) {
    String name = open.substring(1).split("[ >]")[0];
    write("main.conf", open + "\nFound here\n</" + name + ">\n");
    assertThat(arguments("Found")).hasSize(counts.equals("yes") ? 1 : 0);
  }

  @Test
  void variables_are_replaced_where_they_are_defined_and_unknown_ones_stay() {
    write(
        "main.conf",
        "Found ${NAME} ${GIVEN} ${HOME_OF} ${broken\nDefine NAME a.example\n"
            + "Found ${NAME}x$${NAME} ${NAME\nUnDefine NAME\nFound ${NAME}\n");
    assertThat(arguments("Found"))
        .containsExactly(
            List.of("${NAME}", "value", "/home", "${broken"),
            List.of("a.examplex$a.example", "${NAME"),
            List.of("${NAME}"));
  }

  @Test
  void a_name_without_value_is_for_conditions_only() {
    write(
        "main.conf",
        "Define FLAG\nDefine EMPTY \"\"\n<IfDefine FLAG>\nFound x${FLAG}${EMPTY}\n</IfDefine>\n");
    assertThat(words("Found")).containsExactly("x${FLAG}");
  }

  @Test
  void a_name_that_the_files_define_themselves_is_not_defined_before() {
    write(
        "main.conf",
        "<IfDefine !LATER>\nFound guard\nDefine LATER 1\n</IfDefine>\n"
            + "<IfDefine LATER>\nFound after\n</IfDefine>\n");
    assertThat(read(Map.of("LATER", "1")).statements())
        .filteredOn(statement -> statement.is("Found"))
        .extracting(statement -> statement.argument(0))
        .containsExactly("guard", "after");
  }

  @Test
  void a_name_from_the_command_line_is_defined_before_the_files_give_it_a_default() {
    write("main.conf", "<IfDefine !PORT>\nDefine PORT 80\n</IfDefine>\nFound ${PORT}\n");
    assertThat(read(Map.of("PORT", "8080")).statements())
        .filteredOn(statement -> statement.is("Found"))
        .extracting(statement -> statement.argument(0))
        .containsExactly("8080");
  }

  @Test
  void files_are_included_by_name_by_pattern_and_by_directory() {
    write("main.conf", "Include one.conf\nIncludeOptional sites/*.conf\nInclude dir\n");
    write("one.conf", "Found one\n");
    write("sites/b.conf", "Found b\n");
    write("sites/a.conf", "Found a\n");
    write("sites/a.conf.bak", "Found never\n");
    write("sites/.hidden.conf", "Found never\n");
    write("dir/deep/z", "Found z\n");
    write("dir/deep/y.conf", "Found y\n");
    assertThat(words("Found")).containsExactly("one", "a", "b", "y", "z");
  }

  @Test
  void patterns_may_stand_in_any_part_of_a_path() {
    write("main.conf", "IncludeOptional v[ab]/*/x?.conf \nInclude missing.conf no/*.conf\n");
    write("va/1/x1.conf", "Found 1\n");
    write("vb/2/x2.conf", "Found 2\n");
    write("vc/3/x3.conf", "Found never\n");
    write("va/1/x.conf", "Found never\n");
    assertThat(words("Found")).containsExactly("1", "2");
  }

  @Test
  void a_file_under_two_names_is_read_once_and_its_hosts_are_enabled() throws IOException {
    write("main.conf", "Include enabled/*.conf\nInclude available/a.conf\n");
    write("available/a.conf", "<VirtualHost *:80>\nServerName a\n</VirtualHost>\n");
    Files.createDirectory(directory.resolve("enabled"));
    Files.createSymbolicLink(directory.resolve("enabled/a.conf"), Path.of("../available/a.conf"));
    LoadedConfiguration configuration = read(Map.of());
    assertThat(configuration.hosts()).hasSize(1).allMatch(HostBlock::enabled);
    assertThat(configuration.hosts().get(0).document().file())
        .isEqualTo(directory.toRealPath().resolve("available/a.conf"));
  }

  @Test
  void files_that_the_server_does_not_read_have_disabled_hosts() {
    write("main.conf", "");
    write("other.conf", "<VirtualHost *:80>\n</VirtualHost>\nFound not\n");
    LoadedConfiguration configuration =
        new ConfigReader(new ConfigFiles(), name -> Optional.empty())
            .read(
                directory.resolve("main.conf"),
                facts(Map.of(), List.of()),
                List.of(directory.resolve("other.conf")));
    assertThat(configuration.hosts()).hasSize(1).noneMatch(HostBlock::enabled);
    assertThat(configuration.statements()).isEmpty();
  }

  @Test
  void files_that_the_server_reports_are_read_though_nothing_leads_to_them() {
    write("main.conf", "Include ${UNKNOWN}/x.conf\n");
    write("x.conf", "<VirtualHost *:80>\n</VirtualHost>\n");
    LoadedConfiguration configuration =
        new ConfigReader(new ConfigFiles(), name -> Optional.empty())
            .read(
                directory.resolve("main.conf"),
                facts(Map.of(), List.of(directory.resolve("x.conf"), Path.of("/nonexistent/y"))),
                List.of());
    assertThat(configuration.hosts()).hasSize(1).allMatch(HostBlock::enabled);
  }

  @Test
  void what_is_in_a_virtual_host_counts_there_and_with_the_files_it_includes() {
    write("main.conf", "Found top\n<VirtualHost ${ADDR}>\nFound in\nInclude tls\n</VirtualHost>\n");
    write("tls", "Found tls\n");
    LoadedConfiguration configuration = read(Map.of("ADDR", "1.2.3.4:80 *:81"));
    HostBlock host = configuration.hosts().get(0);
    assertThat(host.addresses()).containsExactly("1.2.3.4:80", "*:81");
    assertThat(host.statements())
        .filteredOn(statement -> statement.is("Found"))
        .extracting(statement -> statement.argument(0))
        .containsExactly("in", "tls");
    assertThat(words("Found")).containsExactly("top");
  }

  @Test
  void macros_are_expanded_and_cannot_be_edited() {
    write(
        "main.conf",
        "<Macro Host $name $n>\n<VirtualHost *:80>\nServerName $name\nFound $n $no\n"
            + "</VirtualHost>\n</Macro>\nUse host a.example 1\nUse Host b.example 2\n"
            + "Use Nothing\nUndefMacro Host\nUse Host c.example 3\n");
    LoadedConfiguration configuration = read(Map.of());
    assertThat(configuration.hosts()).hasSize(2).allMatch(HostBlock::fromMacro);
    assertThat(configuration.hosts().get(1).statements())
        .allMatch(Statement::fromMacro)
        .extracting(statement -> statement.arguments())
        .containsExactly(List.of("b.example"), List.of("2", "2o"));
  }

  @ParameterizedTest
  @CsvSource({"Include main.conf", "'<Macro A>\nUse A\n</Macro>\nUse A'"})
  void what_includes_itself_is_told_with_its_place(String content) {
    write("main.conf", content + "\n");
    assertThatThrownBy(() -> read(Map.of()))
        .isInstanceOf(ConfigSyntaxException.class)
        .hasMessageContaining("main.conf:")
        .hasMessageContaining("nested without end");
  }

  @Test
  void a_fault_in_a_macro_is_told_with_its_file() {
    write("main.conf", "<Macro A $x>\n$x\n</Macro>\nUse A </Location>\n");
    assertThatThrownBy(() -> read(Map.of()))
        .isInstanceOf(ConfigSyntaxException.class)
        .hasMessageContaining("main.conf:1:1: </Location> without an opening tag");
  }

  private List<String> words(String name) {
    return arguments(name).stream().map(words -> words.get(0)).toList();
  }

  private List<List<String>> arguments(String name) {
    return read(Map.of("GIVEN", "value")).statements().stream()
        .filter(statement -> statement.is(name))
        .map(Statement::arguments)
        .toList();
  }

  private LoadedConfiguration read(Map<String, String> defines) {
    return new ConfigReader(
            new ConfigFiles(),
            name -> name.equals("HOME_OF") ? Optional.of("/home") : Optional.empty())
        .read(directory.resolve("main.conf"), facts(defines, List.of()), List.of());
  }

  private ServerFacts facts(Map<String, String> defines, List<Path> includes) {
    return new ServerFacts(
        ServerVersion.parse("2.4.57"),
        Set.of("core_module", "ssl_module", "mpm_event_module"),
        defines,
        includes,
        directory);
  }

  private void write(String name, String content) {
    try {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
