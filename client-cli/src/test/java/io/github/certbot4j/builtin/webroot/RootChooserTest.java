package io.github.certbot4j.builtin.webroot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.contract.GivenOptions;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootChooserTest {

  private static final DomainName A = DomainName.parse("a.example");
  private static final DomainName B = DomainName.parse("b.example");
  private static final DomainName C = DomainName.parse("c.example");

  @TempDir Path temp;
  private String one;
  private String two;

  @BeforeEach
  void makeRoots() throws IOException {
    one = Files.createDirectory(temp.resolve("one")).toString();
    two = Files.createDirectory(temp.resolve("two")).toString();
  }

  @Test
  void a_path_that_does_not_exist_is_asked_for_again() {
    ScriptedDisplay display = ScriptedDisplay.answering(temp + "/none", "", one);
    assertThat(chooser(Map.of(), display).rootOf(A)).hasToString(one);
    assertThat(display.shown()).contains(temp + "/none is no existing directory.");
  }

  @Test
  void what_was_typed_last_is_offered_first_after_the_entry_for_another_directory() {
    ScriptedDisplay display = ScriptedDisplay.answering("0", two, "1");
    RootChooser chooser = chooser(Map.of("x.example", one), display);
    assertThat(chooser.rootOf(A)).hasToString(two);
    assertThat(chooser.rootOf(B)).hasToString(two);
    assertThat(display.shown()).endsWith("Another directory", two, one);
  }

  @Test
  void cancelling_the_path_leads_back_to_the_menu() {
    ScriptedDisplay display = ScriptedDisplay.answering("0", ScriptedDisplay.CANCEL, "1");
    assertThat(chooser(Map.of("x.example", one), display).rootOf(A)).hasToString(one);
  }

  @Test
  void cancelling_the_menu_ends_the_run() {
    ScriptedDisplay display = ScriptedDisplay.answering(ScriptedDisplay.CANCEL);
    RootChooser chooser = chooser(Map.of("x.example", one), display);
    assertThatThrownBy(() -> chooser.rootOf(A))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("a.example")
        .hasMessageContaining("--webroot-map");
  }

  @Test
  void a_name_is_asked_for_once() {
    RootChooser chooser = chooser(Map.of(), ScriptedDisplay.answering(one));
    chooser.rootOf(C);
    assertThat(chooser.rootOf(C)).hasToString(one);
    assertThat(chooser.roots()).containsExactly(Map.entry("c.example", one));
  }

  private static RootChooser chooser(Map<String, String> map, ScriptedDisplay display) {
    return new RootChooser(new GivenOptions().with(WebrootOptions.WEBROOT_MAP, map), display);
  }
}
