package io.github.certbot4j.apache.distro;

import java.util.List;

/**
 * How a family of distributions sets up Apache. The constants are the table that everything else
 * follows from.
 *
 * @param name what it is called
 * @param ids what os-release calls these systems
 * @param layout where things are
 * @param programs what works with the server
 * @param startWords what the system starts the server with
 */
public record Family(
    String name, List<String> ids, Layout layout, Programs programs, StartWords startWords) {

  static final Family GENERIC =
      new Family(
          "generic",
          List.of(),
          Layout.of("/etc/apache2", "/etc/apache2/sites-available", "*", "/var/log/apache2"),
          Programs.of("apache2ctl"),
          StartWords.NONE);

  static final Family DEBIAN =
      new Family(
          "debian",
          List.of("debian", "ubuntu", "linuxmint"),
          GENERIC.layout(),
          GENERIC.programs().withModuleSwitch(true),
          StartWords.NONE);

  static final Family CENTOS =
      new Family(
          "centos",
          List.of(
              "centos",
              "centos linux",
              "rhel",
              "red hat enterprise linux server",
              "redhatenterpriseserver",
              "ol",
              "oracle",
              "amazon",
              "almalinux",
              "rocky",
              "cloudlinux",
              "scientific",
              "scientific linux"),
          Layout.of("/etc/httpd", "/etc/httpd/conf.d", "*.conf", "/var/log/httpd"),
          Programs.of("apachectl").restartedBy("apachectl"),
          new StartWords("/etc/sysconfig/httpd", "OPTIONS"));

  static final Family FEDORA =
      new Family(
          "fedora",
          List.of("fedora"),
          CENTOS.layout(),
          CENTOS.programs().askedWith("httpd"),
          CENTOS.startWords());

  static final Family SUSE =
      new Family(
          "suse",
          List.of("opensuse", "opensuse-leap", "opensuse-tumbleweed", "suse", "sles"),
          Layout.of("/etc/apache2", "/etc/apache2/vhosts.d", "*.conf", "/var/log/apache2"),
          Programs.of("apachectl").withModuleSwitch(false),
          StartWords.NONE);

  static final Family ARCH =
      new Family(
          "arch",
          List.of("arch"),
          Layout.of("/etc/httpd", "/etc/httpd/conf", "*.conf", "/var/log/httpd"),
          Programs.of("apachectl"),
          StartWords.NONE);

  static final Family GENTOO =
      new Family(
          "gentoo",
          List.of("gentoo", "gentoo base system"),
          SUSE.layout(),
          Programs.of("apache2ctl").restartedBy("apache2ctl"),
          new StartWords("/etc/conf.d/apache2", "APACHE2_OPTS"));

  static final Family ALPINE =
      new Family(
          "alpine",
          List.of("alpine"),
          Layout.of("/etc/apache2", "/etc/apache2/conf.d", "*.conf", "/var/log/apache2"),
          Programs.of("apachectl"),
          StartWords.NONE);

  static final Family VOID =
      new Family(
          "void",
          List.of("void"),
          Layout.of("/etc/apache", "/etc/apache/extra", "*.conf", "/var/log/httpd"),
          Programs.of("apachectl"),
          StartWords.NONE);

  static final Family DARWIN =
      new Family(
          "darwin",
          List.of("darwin"),
          Layout.of("/etc/apache2", "/etc/apache2/other", "*.conf", "/var/log/apache2"),
          Programs.of("apachectl"),
          StartWords.NONE);

  /** All of them. */
  static final List<Family> ALL =
      List.of(GENERIC, DEBIAN, CENTOS, FEDORA, SUSE, ARCH, GENTOO, ALPINE, VOID, DARWIN);

  public Family {
    ids = List.copyOf(ids);
  }

  /** Whether sites are enabled by links from a directory to another one. */
  public boolean linksSites() {
    return equals(DEBIAN);
  }

  /** Whether the files of the root for virtual hosts are read even if the server doesn't. */
  public boolean readsVhostRoot() {
    return equals(CENTOS) || equals(FEDORA) || equals(GENTOO);
  }

  /** Whether the control program lists modules by a word of its own, and reports nothing else. */
  public boolean listsModulesByWord() {
    return equals(GENTOO);
  }
}
