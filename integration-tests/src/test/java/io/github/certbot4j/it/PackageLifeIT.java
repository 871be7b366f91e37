package io.github.certbot4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Debian packages from their installation to being purged. */
class PackageLifeIT {
  private static final String CLASS_DATA = "/var/lib/certbot4j/class-data";

  /** For find: what is made for a Java before 25, or from 25 on. */
  private static final String ANY_ARCHIVE = "-name '*.jsa' -o -name '*.aot'";

  private ThrowAwayMachine machine;
  private List<Path> packages;

  @BeforeEach
  void start() throws IOException {
    packages = Distribution.packages();
    machine = new ThrowAwayMachine();
  }

  @AfterEach
  void forget() throws IOException {
    machine.close();
  }

  private Outcome install() throws IOException {
    return machine.run("dpkg --install " + Packages.paths(packages)).succeeded();
  }

  private void assertArchives(int count) throws IOException {
    String all = "find " + CLASS_DATA + "/ " + ANY_ARCHIVE + " | wc -l";
    assertThat(machine.run(all).succeeded().out()).isEqualTo(count + "\n");
  }

  @Test
  void removing_and_purging_keep_certificates_and_leave_nothing_else() throws IOException {
    install();
    machine
        .run("for d in /etc /var/lib; do mkdir -p $d/letsencrypt; touch $d/letsencrypt/kept; done")
        .succeeded();
    machine.run("certbot certificates").succeeded();
    String names = machine.run("dpkg-query -W -f '${Package}\\n' 'certbot4j*'").out();
    String all = String.join(" ", names.lines().toList());

    machine.run("apt-get remove -y -q " + all).succeeded();
    machine
        .run(
            "ls -d /usr/bin/certbot /usr/share/certbot4j /lib/systemd/system/certbot* "
                + CLASS_DATA)
        .says("cannot access '/usr/bin/certbot'", "cannot access '/usr/share/certbot4j'")
        .says("cannot access '/lib/systemd/system/certbot*'", "cannot access '" + CLASS_DATA);
    machine.run("test -e /var/log/letsencrypt/letsencrypt.log").succeeded();

    // Those of plugins leave nothing behind that could be purged, and are forgotten already.
    machine.run("apt-get purge -y -q certbot4j").succeeded();
    machine.run("ls /etc/letsencrypt/kept /var/lib/letsencrypt/kept").succeeded();
    Outcome rest =
        machine.run(
            "ls -d /var/log/letsencrypt; find / -xdev -name '*certbot4j*'"
                + " ! -path '/proc/*' ! -path '/tmp/*' ! -path '/var/lib/dpkg/triggers/*'"
                + " ! -path '"
                + Distribution.sources()
                + "/*' | grep -E '^/(etc|usr|var|lib)/'");
    assertThat(rest.out()).isEmpty();
    assertThat(rest.err()).contains("cannot access '/var/log/letsencrypt'");
  }

  @Test
  void purging_the_original_does_not_stop_renewals() throws IOException {
    install();
    machine.run("dpkg --purge certbot").succeeded();
    assertThat(machine.run("systemctl is-enabled certbot4j.timer").out()).isEqualTo("enabled\n");
    machine.run("certbot --version").succeeded();
  }

  /** Newer Debians' package of the original has its units in /usr/lib, which is the same place. */
  @Test
  void taking_the_place_of_an_original_of_a_newer_debian_keeps_the_names_of_its_units()
      throws IOException {
    String newer =
        """
        set -e
        dpkg --purge --force-depends certbot
        units=/tmp/newer/usr/lib/systemd/system
        mkdir -p /tmp/newer/DEBIAN $units
        touch $units/certbot.service $units/certbot.timer
        printf '%s\n' 'Package: certbot' 'Version: 4' 'Architecture: all' \
          'Maintainer: Nobody <nobody@example.org>' 'Description: stands for the original' \
          >/tmp/newer/DEBIAN/control
        dpkg-deb -b /tmp/newer /tmp/newer.deb
        dpkg --install /tmp/newer.deb
        """;
    machine.run(newer).succeeded();
    install().says("Removing certbot (4)");
    for (String kind : List.of("service", "timer")) {
      assertThat(machine.run("readlink /lib/systemd/system/certbot." + kind).out())
          .isEqualTo("certbot4j." + kind + "\n");
    }
    assertThat(machine.run("dpkg --verify certbot4j").succeeded().out()).isEmpty();
  }

  @Test
  void an_upgrade_keeps_what_the_administrator_chose() throws IOException {
    String older =
        """
        set -e
        for package in %s; do
          rm -rf /tmp/older
          dpkg-deb -R $package /tmp/older
          sed -i 's/^Version: .*/Version: 1.14.9/; s/(= [0-9.]*)/(= 1.14.9)/' /tmp/older/DEBIAN/control
          launcher=/tmp/older/usr/share/certbot4j/libexec/launch.sh
          [ ! -e $launcher ] || sed -i 's/^build_id=.*/build_id=older/' $launcher
          dpkg-deb -b /tmp/older /tmp/$(basename $package) >/dev/null
        done
        dpkg --install /tmp/certbot4j*.deb
        """;
    machine.run(older.formatted(Packages.paths(packages))).succeeded();
    machine.run("find " + CLASS_DATA + "/older " + ANY_ARCHIVE + " | grep .").succeeded();
    machine.run("systemctl disable certbot4j.timer").succeeded();
    machine.run("echo '# mine' >>/etc/logrotate.d/acme-certbot4j").succeeded();

    install();

    machine.run("dpkg-query -s certbot4j").says("Version: 1.15.0");
    assertArchives(1);
    machine.run("test ! -e " + CLASS_DATA + "/older").succeeded();
    assertThat(machine.run("systemctl is-enabled certbot4j.timer").out()).isEqualTo("disabled\n");
    machine.run("tail -n 1 /etc/logrotate.d/acme-certbot4j").says("# mine");
    machine.run("certbot plugins").succeeded().says("* nginx");
  }

  @Test
  void the_archive_of_class_data_is_made_anew_when_java_changes() throws IOException {
    install();
    assertArchives(1);
    String java =
        """
        set -e
        mkdir -p /tmp/java/DEBIAN /tmp/java/usr/lib/jvm/upgraded
        touch /tmp/java/usr/lib/jvm/upgraded/file
        printf '%s\\n' 'Package: upgraded-java' 'Version: 1' 'Architecture: all' \\
          'Maintainer: Nobody <nobody@example.org>' 'Description: stands for an upgrade' \\
          >/tmp/java/DEBIAN/control
        dpkg-deb -b /tmp/java /tmp/java.deb
        rm -rf %s/*
        dpkg --install /tmp/java.deb
        """;
    machine.run(java.replace("%s/*", CLASS_DATA + "/*")).succeeded();
    assertArchives(1);
  }

  @Test
  void without_room_for_the_archive_the_package_is_installed_all_the_same() throws IOException {
    Path main = Packages.named("certbot4j", packages);
    machine
        .run("mkdir -p /var/lib/certbot4j; mount -t tmpfs -o size=64k none /var/lib/certbot4j")
        .succeeded();
    machine.run("dpkg --install " + main).succeeded().says("starts more slowly");
    assertArchives(0);
    machine.run("certbot --version").succeeded();
  }
}
