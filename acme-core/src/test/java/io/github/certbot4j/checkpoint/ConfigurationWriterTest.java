package io.github.certbot4j.checkpoint;

import static io.github.certbot4j.checkpoint.ChangeKind.PERMANENT;
import static io.github.certbot4j.checkpoint.ChangeKind.TEMPORARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.file.InMemory;
import io.github.certbot4j.file.StepListener;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigurationWriterTest {

  @TempDir(factory = InMemory.class)
  Path temporary;

  private Site site;
  private FileCheckpoints checkpoints;
  private ConfigurationWriter writer;
  private Map<String, String> before;

  @BeforeEach
  void begin() {
    site = Site.usual(temporary);
    checkpoints = site.checkpoints();
    writer = new ConfigurationWriter(checkpoints);
    before = site.picture();
  }

  @Test
  void only_what_differs_is_written_and_recorded() {
    Map<Path, byte[]> edits = edits("main.conf", "main", "secret.conf", "other");

    assertThat(writer.write(PERMANENT, edits, "notes\n")).isTrue();

    assertThat(site.journal(PERMANENT).resolve("FILEPATHS"))
        .hasContent(site.file("secret.conf") + "\n");
    assertThat(site.picture().get("main.conf")).isEqualTo(before.get("main.conf"));
    assertThat(site.picture().get("secret.conf")).startsWith("rw-------").endsWith("other");
  }

  @Test
  void without_a_difference_nothing_is_recorded() {
    assertThat(writer.write(PERMANENT, edits("main.conf", "main"), "notes\n")).isFalse();

    assertThat(site.workNames()).isEmpty();
    assertThat(site.picture()).isEqualTo(before);
  }

  @Test
  void a_file_is_changed_where_it_is_and_the_link_stays() {
    writer.write(PERMANENT, edits("enabled/a.conf", "new"), "");

    assertThat(site.picture().get("enabled/a.conf")).isEqualTo(before.get("enabled/a.conf"));
    assertThat(site.picture().get("available/a.conf")).startsWith("rw-r-----").endsWith("new");
  }

  @Test
  void a_new_file_is_there_before_an_old_one_refers_to_it() {
    List<String> renamed = new ArrayList<>();
    StepListener watch =
        (operation, path) -> {
          if (operation.equals("rename over") && path.startsWith(site.etc)) {
            renamed.add(path.getFileName().toString());
          }
        };
    new ConfigurationWriter(checkpoints, watch)
        .write(TEMPORARY, edits("main.conf", "include challenge.conf", "challenge.conf", "x"), "");

    assertThat(renamed).containsExactly("challenge.conf", "main.conf");
    assertThat(site.picture().get("challenge.conf")).startsWith("rw-r--r--");
    checkpoints.revertTemporary();
    assertThat(site.picture()).isEqualTo(before);
  }

  @Test
  void nothing_is_written_when_one_directory_is_missing() {
    Map<Path, byte[]> edits = edits("main.conf", "new", "no/such/dir.conf", "x");

    assertThatThrownBy(() -> writer.write(PERMANENT, edits, ""))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("no/such");

    assertThat(site.picture()).isEqualTo(before);
    assertThat(site.workNames()).isEmpty();
  }

  @Test
  void nothing_is_written_when_a_path_can_not_be_recorded() {
    Map<Path, byte[]> edits = edits("main.conf", "new", "a\nb.conf", "x");

    assertThatThrownBy(() -> writer.write(PERMANENT, edits, ""))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("a?b.conf");

    assertThat(site.picture()).isEqualTo(before);
  }

  @Test
  void owner_and_group_are_kept() throws IOException {
    Path main = site.file("main.conf");
    try {
      Files.setAttribute(main, "unix:uid", 12);
      Files.setAttribute(main, "unix:gid", 34);
    } catch (IOException e) {
      Assumptions.abort("only the superuser can give files away");
    }
    Map<String, String> owned = site.picture();

    writer.write(PERMANENT, edits("main.conf", "new"), "");
    assertThat(site.picture().get("main.conf")).startsWith("rw-r--r-- 12:34 ").endsWith("new");
    checkpoints.recover();

    assertThat(site.picture()).isEqualTo(owned);
  }

  @Test
  void two_different_edits_of_one_file_are_a_fault_of_the_caller() {
    Map<Path, byte[]> edits = edits("enabled/a.conf", "one", "available/a.conf", "two");

    assertThatThrownBy(() -> writer.write(PERMANENT, edits, ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(site.picture()).isEqualTo(before);
  }

  @Test
  void a_link_is_made_and_taken_back() {
    Path link = site.file("enabled/b.conf");

    writer.link(PERMANENT, link, Path.of("../available/b.conf"));

    assertThat(site.picture()).containsEntry("enabled/b.conf", "-> ../available/b.conf");
    checkpoints.recover();
    assertThat(site.picture()).isEqualTo(before);
  }

  @Test
  void a_link_does_not_take_the_place_of_anything() {
    assertThatThrownBy(() -> writer.link(PERMANENT, site.file("main.conf"), Path.of("x")))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("main.conf");

    assertThat(Files.isRegularFile(site.file("main.conf"), LinkOption.NOFOLLOW_LINKS)).isTrue();
    assertThat(site.workNames()).isEmpty();
  }

  private Map<Path, byte[]> edits(String... namesAndContents) {
    Map<Path, byte[]> edits = new LinkedHashMap<>();
    for (int i = 0; i < namesAndContents.length; i += 2) {
      edits.put(site.file(namesAndContents[i]), Site.bytes(namesAndContents[i + 1]));
    }
    return edits;
  }
}
