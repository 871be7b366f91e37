package io.github.certbot4j.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.ini.IniValue;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A table that gets options of plugins one after the other. */
class FurtherOptionsTest {

  private static final OptionSpec<String> A_DIR = path("a_dir");
  private static final OptionSpec<String> B_DIR = path("b_dir");

  private final Plugins plugins = new Plugins();
  private final OptionTable core = OptionTable.core();
  private final OptionTable table = core.withFurther(plugins);

  @Test
  void nothing_is_looked_for_while_what_is_known_is_enough() {
    assertThat(table.byName("--quiet")).isPresent();
    assertThat(table.byKey("pre_hook")).contains(HookOptions.PRE_HOOK);
    assertThat(table.coreByKey("a_dir")).isEmpty();
    assertThat(table.isCore(A_DIR)).isFalse();
    assertThat(table.optionsSoFar()).isEqualTo(core.options());
    assertThat(plugins.asked).isEmpty();
  }

  @Test
  void an_option_is_looked_for_once_and_all_plugins_are_not_looked_at() {
    for (int i = 0; i < 2; i++) {
      assertThat(table.byName("--b-dir")).map(OptionTable.Name::option).contains(B_DIR);
      assertThat(table.byKey("b_dir")).contains(B_DIR);
    }
    assertThat(table.optionsSoFar()).hasSize(core.options().size() + 1).endsWith(B_DIR);
    assertThat(plugins.asked).containsExactly("--b-dir");
  }

  @Test
  void options_found_later_do_not_change_the_order() {
    assertThat(table.byKey("b_dir")).contains(B_DIR);
    assertThat(table.byKey("a_dir")).contains(A_DIR);
    assertThat(table.optionsSoFar()).hasSize(core.options().size() + 2).endsWith(A_DIR, B_DIR);
  }

  @Test
  void all_plugins_are_looked_at_for_an_option_that_is_not_where_it_seems_to_be() {
    plugins.hidden = true;
    assertThat(table.byName("--b-dir")).map(OptionTable.Name::option).contains(B_DIR);
    assertThat(plugins.asked).containsExactly("--b-dir", "all");
    assertThat(table.byKey("c_dir")).isEmpty();
  }

  @Test
  void all_plugins_are_looked_at_for_all_options_and_names() {
    assertThat(table.options()).hasSize(core.options().size() + 2).endsWith(A_DIR, B_DIR);
    assertThat(table.names()).extracting(OptionTable.Name::name).contains("--a-dir", "--quiet");
    assertThat(table.byName("--b-dir")).isPresent();
    assertThat(plugins.asked).containsOnly("all");
  }

  @Test
  void options_that_get_into_each_others_way_are_refused_when_both_are_found() {
    plugins.options.put("b_dir", path("a_dir"));
    assertThat(table.byKey("a_dir")).contains(A_DIR);
    assertThatThrownBy(() -> table.byKey("b_dir"))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("a_dir");
  }

  @Test
  void storing_looks_at_no_plugin_that_was_not_looked_at_before() {
    assertThat(table.byKey("a_dir")).isPresent();
    Settings settings = Settings.empty().with(A_DIR, "/a", Origin.COMMAND_LINE);
    StoredParams stored = new RenewalParams(table).toStore(settings);
    assertThat(stored.values()).containsEntry("a_dir", IniValue.of("/a"));
    assertThat(plugins.asked).containsExactly("a_dir");
  }

  private static OptionSpec<String> path(String key) {
    return OptionSpec.of(key, OptionTypes.PATH).names("--" + key.replace('_', '-')).build();
  }

  /** Two plugins with an option each. */
  private static final class Plugins implements FurtherOptions {

    private final Map<String, OptionSpec<?>> options = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> found = new ArrayList<>();

    /** Whether an option doesn't tell where it is. */
    private boolean hidden;

    Plugins() {
      options.put("a_dir", A_DIR);
      options.put("b_dir", B_DIR);
    }

    @Override
    public void lookFor(String option) {
      asked.add(option);
      if (!hidden) {
        found.add(option.replaceFirst("^--", "").replace('-', '_'));
      }
    }

    @Override
    public void lookAtAll() {
      asked.add("all");
      found.addAll(options.keySet());
    }

    @Override
    public List<OptionSpec<?>> found() {
      List<OptionSpec<?>> all = new ArrayList<>();
      options.forEach(
          (key, option) -> {
            if (found.contains(key)) {
              all.add(option);
            }
          });
      return all;
    }
  }
}
