package io.github.certbot4j.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.FailureException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

class PluginRequestTest {

  @ParameterizedTest
  @CsvSource({
    "'', '', '', '', '', /",
    "nginx, '', '', '', '', nginx/nginx",
    "'', nginx, '', '', '', nginx/",
    "'', '', nginx, '', '', /nginx",
    "'', webroot, nginx, '', '', webroot/nginx",
    "'', '', '', nginx, '', nginx/nginx",
    "'', '', nginx, nginx, '', nginx/nginx",
    "'', '', nginx, '', standalone, standalone/nginx",
    "apache, apache, apache, apache, apache, apache/apache",
  })
  void options_that_agree_are_brought_together(ArgumentsAccessor given) {
    PluginRequest request =
        request(
            given.getString(0),
            given.getString(1),
            given.getString(2),
            given.getString(3),
            given.getString(4));
    assertThat(request.authenticator().orElse("") + "/" + request.installer().orElse(""))
        .isEqualTo(given.getString(5));
  }

  @ParameterizedTest
  @CsvSource({
    "nginx, apache, '', '', ''",
    "nginx, '', apache, '', ''",
    "'', standalone, '', nginx, ''",
    "'', '', apache, nginx, ''",
    "'', '', '', nginx, standalone",
    "'', webroot, '', '', standalone",
  })
  void options_that_name_different_plugins_for_one_role_are_too_many(
      String configurator, String a, String i, String both, String flag) {
    assertThatThrownBy(() -> request(configurator, a, i, both, flag))
        .isInstanceOf(FailureException.class)
        .hasMessageStartingWith("Too many flags");
  }

  @ParameterizedTest
  @CsvSource({
    "standalone, '', standalone, nginx",
    "'', apache, webroot, apache",
    "apache, apache, apache, apache",
    "'', '', webroot, nginx",
  })
  void an_option_replaces_only_the_saved_role_that_it_sets(
      String a, String i, String authenticator, String installer) {
    PluginRequest saved = new PluginRequest(Optional.of("webroot"), Optional.of("nginx"));
    assertThat(request("", a, i, "", "").orElse(saved))
        .isEqualTo(new PluginRequest(name(authenticator), name(installer)));
  }

  private static PluginRequest request(
      String configurator, String a, String i, String both, String flag) {
    return PluginRequest.from(
        new RequestedPlugins(name(configurator), name(a), name(i), list(both), list(flag)));
  }

  private static Optional<String> name(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static List<String> list(String text) {
    return text.isEmpty() ? List.of() : List.of(text);
  }
}
