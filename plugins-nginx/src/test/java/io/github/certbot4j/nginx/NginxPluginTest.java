package io.github.certbot4j.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.spi.Plugin;
import io.github.certbot4j.spi.contract.PluginContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NginxPluginTest extends PluginContract {

  @Override
  protected Plugin plugin() {
    return new NginxPlugin();
  }

  @ParameterizedTest
  @CsvSource({
    "Linux,/etc/nginx",
    "FreeBSD,/usr/local/etc/nginx",
    "Mac OS X,/usr/local/etc/nginx",
    "NetBSD,/usr/pkg/etc/nginx"
  })
  void the_usual_root_depends_on_the_system(String system, String root) {
    assertThat(NginxOptions.usualRoot(system)).isEqualTo(root);
  }
}
