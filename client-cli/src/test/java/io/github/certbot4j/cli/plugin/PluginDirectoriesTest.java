package io.github.certbot4j.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PluginDirectoriesTest {

  private static final Path DISTRIBUTION = Path.of("/usr/share/certbot4j/plugins");

  @Test
  void the_distributions_directory_comes_before_those_of_the_variable() {
    assertThat(
            PluginDirectories.of(
                DISTRIBUTION,
                name ->
                    name.equals("CERTBOT_PLUGIN_PATH") ? Optional.of("/a::/b") : Optional.empty()))
        .containsExactly(DISTRIBUTION, Path.of("/a"), Path.of("/b"));
  }

  @Test
  void without_the_variable_there_is_one_directory() {
    assertThat(PluginDirectories.of(DISTRIBUTION, name -> Optional.empty()))
        .containsExactly(DISTRIBUTION);
  }
}
