package io.github.certbot4j.nginx.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.nginx.parse.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigTreeTest {

  @TempDir private Path root;

  @BeforeEach
  void writeMain() throws IOException {
    Files.writeString(root.resolve("nginx.conf"), "http {}\n");
  }

  private void write(String name) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "# " + name + "\n");
  }

  private List<String> included(String argument) {
    ConfigTree tree = ConfigTree.of(root);
    return tree.included(Parser.statement("include " + argument + ";")).stream()
        .map(file -> root.relativize(file.path()).toString())
        .toList();
  }

  @Test
  void a_pattern_stands_for_its_files_in_the_order_of_their_names() throws IOException {
    for (String name : List.of("d/b", "d/a", "d/B", "d/.hidden", "d/a.conf", "d/x/y")) {
      write(name);
    }
    Files.delete(root.resolve("d/x/y"));
    Files.delete(root.resolve("d/x"));
    assertThat(included("d/*")).containsExactly("d/B", "d/a", "d/a.conf", "d/b");
    assertThat(included("d/*.conf")).containsExactly("d/a.conf");
    assertThat(included("d/.h*")).containsExactly("d/.hidden");
    assertThat(included("d/[!a]")).containsExactly("d/B", "d/b");
    assertThat(included("'" + root + "/d/?'")).containsExactly("d/B", "d/a", "d/b");
    assertThat(included("nothing/*")).isEmpty();
    assertThat(included("\"d/a\"")).containsExactly("d/a");
  }

  @Test
  void patterns_work_for_directories_too() throws IOException {
    write("sites/one/x.conf");
    write("sites/two/x.conf");
    assertThat(included("sites/*/x.conf")).containsExactly("sites/one/x.conf", "sites/two/x.conf");
  }

  @Test
  void one_file_under_two_names_is_read_once() throws IOException {
    write("available/a");
    Files.createDirectories(root.resolve("enabled"));
    Files.createSymbolicLink(root.resolve("enabled/a"), Path.of("../available/a"));
    ConfigTree tree = ConfigTree.of(root);
    ConfigFile one = tree.included(Parser.statement("include enabled/*;")).get(0);
    ConfigFile other = tree.included(Parser.statement("include available/../available/a;")).get(0);
    assertThat(one).isSameAs(other);
    assertThat(one.path()).isEqualTo(root.resolve("enabled/a"));
    assertThat(tree.files()).hasSize(2);
  }

  @Test
  void files_that_can_not_be_read_are_named() {
    assertThatThrownBy(() -> included("missing.conf"))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining(root.resolve("missing.conf") + " can't be read");
    assertThatThrownBy(() -> included("."))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining(root.toString());
  }

  @Test
  void only_directives_with_one_argument_include() {
    assertThat(ConfigTree.isInclude(Parser.statement("include a;"))).isTrue();
    assertThat(ConfigTree.isInclude(Parser.statement("include a b;"))).isFalse();
    assertThat(ConfigTree.isInclude(Parser.statement("include;"))).isFalse();
    assertThat(ConfigTree.isInclude(Parser.statement("include a {}"))).isFalse();
  }
}
