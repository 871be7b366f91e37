package io.github.certbot4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What users get from the Debian packages, beside the original's plugins, which stay installed. */
class InstalledPackageIT {
  private static final String UNITS = "/lib/systemd/system/certbot4j";
  private static ThrowAwayMachine machine;
  private static Outcome installation;

  @BeforeAll
  static void install() throws IOException {
    machine = new ThrowAwayMachine();
    machine.run("test ! -e /etc/letsencrypt || touch /etc/letsencrypt/kept").succeeded();
    installation =
        machine.run(
            "apt-get install -y -q --no-install-recommends "
                + Packages.paths(Distribution.packages()));
  }

  @AfterAll
  static void forget() throws IOException {
    if (machine != null) {
      machine.close();
    }
  }

  @Test
  void it_takes_the_place_of_the_original() throws IOException {
    installation.succeeded();
    assertThat(machine.run("certbot --version").succeeded().out()).isEqualTo("certbot 1.15.0\n");
    assertThat(machine.run("letsencrypt --version").succeeded().out())
        .isEqualTo("certbot 1.15.0\n");
    machine.run("dpkg-query -s certbot").says("deinstall ok config-files");
    machine.run("dpkg-query -s python3-certbot-nginx").says("install ok installed");
    assertThat(machine.run("dpkg --audit").succeeded().text()).isEmpty();
    machine.run("test -e /etc/letsencrypt/kept").succeeded();
  }

  @Test
  void the_plugins_are_found() throws IOException {
    machine.run("certbot plugins").succeeded().says("* apache", "* nginx", "* webroot");
  }

  @Test
  void a_start_uses_the_archive_of_class_data_whatever_java_the_administrator_likes()
      throws IOException {
    machine
        .run("CERTBOT4J_JAVA_OPTIONS=-Xlog:class+load:stdout certbot --help")
        .succeeded()
        .says("io.github.certbot4j.cli.Main source: shared objects file");
  }

  @Test
  void the_demonstration_runs_with_it() throws IOException {
    machine.run(Distribution.sources() + "/integration-tests/demo --installed").succeeded();
  }

  @Test
  void the_units_are_sound_and_the_timer_is_on() throws IOException {
    Outcome verified =
        machine.run("systemd-analyze verify --man=yes " + UNITS + ".service " + UNITS + ".timer");
    assertThat(verified.succeeded().text().lines().filter(line -> line.contains("certbot")))
        .isEmpty();
    for (String timer : new String[] {"certbot4j.timer", "certbot.timer"}) {
      assertThat(machine.run("systemctl is-enabled " + timer).out().strip())
          .isIn("enabled", "alias");
    }
    assertThat(machine.run("systemctl is-enabled certbot4j.timer").out()).isEqualTo("enabled\n");
  }

  @Test
  void the_command_of_cron_runs_only_where_nothing_else_does() throws IOException {
    String job =
        "command=$(sed -n 's/^0 .* root //p' /etc/cron.d/certbot4j | sed 's/\\\\%/%/g')\n"
            + "run() { rm -rf /tmp/log; (eval \"sleep() { echo slept \\$1 >>/tmp/sleep; }; $command"
            + " --logs-dir /tmp/log\") || :; test -e /tmp/log/letsencrypt.log; }\n";
    machine.run(job + "! run").succeeded();
    machine.run("mv /etc/cron.d/certbot /tmp").succeeded();
    machine.run(job + "run").succeeded();
    assertThat(machine.run("cat /tmp/sleep").out()).matches("slept \\d{1,5}\n");
    machine.run("mkdir -p /run/systemd/system").succeeded();
    machine.run(job + "! run").succeeded();
    machine.run("rmdir /run/systemd/system; mv /tmp/certbot /etc/cron.d").succeeded();
  }

  @Test
  void logs_are_rotated_and_only_once() throws IOException {
    machine.run("mkdir -p /var/log/letsencrypt").succeeded();
    String prepare = "echo x >/var/log/letsencrypt/letsencrypt.log; rm -f /tmp/state\n";
    String rotate = "logrotate -f -s /tmp/state ";
    Outcome both =
        machine.run(prepare + rotate + "/etc/logrotate.d/acme-certbot4j /etc/logrotate.d/certbot");
    assertThat(both.succeeded().text()).isEmpty();
    machine.run("ls /var/log/letsencrypt/letsencrypt.log-[0-9]*.gz").succeeded();
  }

  @Test
  void the_manual_pages_and_the_documents_are_where_they_are_looked_for() throws IOException {
    machine
        .run(
            "for page in man1/certbot.1 man1/letsencrypt.1 man7/certbot.7; do"
                + " zcat /usr/share/man/$page.gz | mandoc -T lint -W error || exit 1; done")
        .succeeded();
    machine.run("zcat /usr/share/doc/certbot4j/CHANGELOG.md.gz").succeeded().says("Changelog");
    machine
        .run("cat /usr/share/doc/certbot4j/third-party-licences.md")
        .succeeded()
        .says("Bouncy Castle", "Apache-2.0");
  }
}
