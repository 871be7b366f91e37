package io.github.certbot4j.builtin.webroot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.OptionSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebrootArgumentsTest {

  @TempDir private Path directory;
  private final WebrootArguments arguments = new WebrootArguments();
  private String first;
  private String second;

  @BeforeEach
  void setUp() throws IOException {
    first = Files.createDirectory(directory.resolve("first")).toString();
    second = Files.createDirectory(directory.resolve("second")).toString();
  }

  @Test
  void a_path_is_for_the_names_up_to_the_next_one() {
    path(first);
    names("a");
    path(second);
    names("b", "c");
    assertThat(finished())
        .containsEntry(WebrootOptions.WEBROOT_PATH, List.of(first, second))
        .containsEntry(WebrootOptions.WEBROOT_MAP, Map.of("a", first, "b", second, "c", second));
  }

  @Test
  void names_before_the_only_path_get_it_too() {
    names("a");
    path(first);
    names("b");
    assertThat(finished())
        .containsEntry(WebrootOptions.WEBROOT_MAP, Map.of("a", first, "b", first));
  }

  @Test
  void after_names_there_can_be_no_second_path() {
    names("a");
    path(first);
    assertThatThrownBy(() -> path(second))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("before all names");
  }

  @Test
  void a_map_adds_names_and_wins_over_paths() {
    assertThat(map("{\"a, B.\":\"" + first + "\"}"))
        .containsExactly(new DomainName("a"), new DomainName("b"));
    path(second);
    names("a", "c");
    assertThat(finished())
        .containsEntry(WebrootOptions.WEBROOT_MAP, Map.of("a", first, "b", first, "c", second));
  }

  @Test
  void only_a_map_accounts_for_names() {
    map("{\"a\":\"" + first + "\"}");
    path(second);
    names("c");
    Set<DomainName> bound = arguments.finish(new Taken(new HashMap<>()));
    assertThat(bound).containsExactly(new DomainName("a"));
  }

  @Test
  void a_path_alone_sets_an_empty_map_and_a_map_alone_no_path() {
    path(first);
    assertThat(finished()).containsEntry(WebrootOptions.WEBROOT_MAP, Map.of());

    WebrootArguments other = new WebrootArguments();
    other.option(WebrootOptions.WEBROOT_MAP, "{}");
    Map<OptionSpec<?>, Object> values = new HashMap<>();
    other.finish(new Taken(values));
    assertThat(values).containsOnlyKeys(WebrootOptions.WEBROOT_MAP);
  }

  @Test
  void names_alone_set_nothing() {
    names("a");
    assertThat(finished()).isEmpty();
  }

  @Test
  void a_path_is_kept_absolute() {
    path(first + "/../second/");
    assertThat(finished()).containsEntry(WebrootOptions.WEBROOT_PATH, List.of(second));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "null", "\"a\"", "{\"a\":1}", "{\"a\":null}", "{} x", ""})
  void a_map_has_to_be_a_json_object_of_texts(String text) {
    assertThatThrownBy(() -> map(text))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("--webroot-map");
  }

  @Test
  void directories_have_to_exist() {
    assertThatThrownBy(() -> path(directory + "/none")).hasMessageContaining("not a directory");
    assertThatThrownBy(() -> map("{\"a\":\"/no/such\"}")).hasMessageContaining("not a directory");
    assertThatThrownBy(() -> path("a\0b")).isInstanceOf(FailureException.class);
  }

  @Test
  void a_map_is_written_as_it_can_be_read() {
    Map<String, String> value = Map.of("a.example", "/srv/\"www\"");
    WebrootMapType type = new WebrootMapType();
    assertThat(type.parse(type.format(value))).isEqualTo(value);
    assertThat(type.fromSection(type.toSection(value))).isEqualTo(value);
  }

  private void path(String text) {
    assertThat(arguments.option(WebrootOptions.WEBROOT_PATH, text)).isEmpty();
  }

  private List<DomainName> map(String text) {
    return arguments.option(WebrootOptions.WEBROOT_MAP, text);
  }

  private void names(String... names) {
    arguments.names(List.of(names).stream().map(DomainName::new).toList());
  }

  private Map<OptionSpec<?>, Object> finished() {
    Map<OptionSpec<?>, Object> values = new HashMap<>();
    arguments.finish(new Taken(values));
    return values;
  }

  private record Taken(Map<OptionSpec<?>, Object> values)
      implements io.github.certbot4j.spi.NameBoundOptions.Values {
    @Override
    public <T> void set(OptionSpec<T> option, T value) {
      values.put(option, value);
    }
  }
}
