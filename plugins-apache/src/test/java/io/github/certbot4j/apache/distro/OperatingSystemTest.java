package io.github.certbot4j.apache.distro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OperatingSystemTest {

  @ParameterizedTest
  @CsvSource({
    "debian, '', 12, DEBIAN",
    "ubuntu, debian, 24.04, DEBIAN",
    "raspbian, debian, 11, DEBIAN",
    "pop, ubuntu debian, 22.04, DEBIAN",
    "centos, rhel fedora, 7, CENTOS",
    "centos, rhel fedora, 9, FEDORA",
    "rhel, fedora, 8.6, FEDORA",
    "almalinux, rhel centos fedora, 9.3, FEDORA",
    "rocky, rhel centos fedora, 8.9, FEDORA",
    "ol, fedora, 7.9, CENTOS",
    "amzn, centos rhel fedora, 2, CENTOS",
    "amzn, fedora, 2023, FEDORA",
    "fedora, '', 40, FEDORA",
    "fedora, '', 28, CENTOS",
    "opensuse-leap, suse opensuse, 15.5, SUSE",
    "sles, suse, 15.5, SUSE",
    "arch, '', '', ARCH",
    "manjaro, arch, '', ARCH",
    "gentoo, '', '', GENTOO",
    "alpine, '', 3.20.1, ALPINE",
    "void, '', '', VOID",
    "plan9, '', '', GENERIC",
    "plan9, inferno limbo, 4, GENERIC",
    "mixed, arch debian, 1, DEBIAN"
  })
  void a_system_belongs_to_the_family_of_its_name_or_of_the_nearest_it_is_like(
      String id, String like, String version, String family) {
    String content = "NAME=x\nID=" + id + "\nID_LIKE=\"" + like + "\"\nVERSION_ID=\"" + version;
    assertThat(OperatingSystem.parse(content + "\"\n").family().name())
        .isEqualToIgnoringCase(family);
  }

  @Test
  void the_file_is_looked_for_in_two_places(@TempDir Path root) throws IOException {
    assertThat(OperatingSystem.detect(root, "Linux").family()).isEqualTo(Family.GENERIC);
    assertThat(OperatingSystem.detect(root, "Mac OS X").family()).isEqualTo(Family.DARWIN);
    Files.createDirectories(root.resolve("usr/lib"));
    Files.writeString(root.resolve("usr/lib/os-release"), "ID='arch'\n");
    assertThat(OperatingSystem.detect(root, "Linux").family()).isEqualTo(Family.ARCH);
    Files.createDirectories(root.resolve("etc"));
    Files.writeString(root.resolve("etc/os-release"), "ID=Gentoo\n");
    assertThat(OperatingSystem.detect(root, "Linux").family()).isEqualTo(Family.GENTOO);
  }

  @Test
  void no_name_belongs_to_two_families() {
    assertThat(Family.ALL.stream().flatMap(family -> family.ids().stream()))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "GENERIC, /etc/apache2 sites-available . /var/log/apache2 apache2ctl -",
    "DEBIAN, /etc/apache2 sites-available . /var/log/apache2 apache2ctl -",
    "CENTOS, /etc/httpd conf.d conf.d /var/log/httpd apachectl apachectl",
    "FEDORA, /etc/httpd conf.d conf.d /var/log/httpd httpd apachectl",
    "SUSE, /etc/apache2 vhosts.d vhosts.d /var/log/apache2 apachectl -",
    "ARCH, /etc/httpd conf conf /var/log/httpd apachectl -",
    "GENTOO, /etc/apache2 vhosts.d vhosts.d /var/log/apache2 apache2ctl apache2ctl",
    "ALPINE, /etc/apache2 conf.d conf.d /var/log/apache2 apachectl -",
    "VOID, /etc/apache extra extra /var/log/httpd apachectl -",
    "DARWIN, /etc/apache2 other other /var/log/apache2 apachectl -"
  })
  void each_family_keeps_things_in_its_places(String name, String expected) {
    Family family =
        Family.ALL.stream()
            .filter(each -> each.name().equalsIgnoreCase(name))
            .findFirst()
            .orElseThrow();
    Layout layout = family.layout();
    Path root = layout.serverRoot();
    String restart = family.programs().restart();
    List<Object> found =
        List.of(
            root,
            root.relativize(layout.vhostRoot()),
            layout.challengeLocation().equals(root)
                ? "."
                : root.relativize(layout.challengeLocation()),
            layout.logsRoot(),
            family.programs().control(),
            restart.isEmpty() ? "-" : restart);
    assertThat(found).extracting(Object::toString).containsExactly(expected.split(" "));
    assertThat(family.programs().handlesModules()).isEqualTo(family.equals(Family.DEBIAN));
  }
}
