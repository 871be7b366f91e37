package io.github.certbot4j.apache.distro;

import java.util.List;

/** How a family of distributions sets up Apache: the table that everything else follows from. */
public enum Family {
  GENERIC(
      List.of(),
      Layout.of("/etc/apache2", "/etc/apache2/sites-available", "*", "/var/log/apache2"),
      Programs.of("apache2ctl"),
      StartWords.NONE),
  DEBIAN(
      List.of("debian", "ubuntu", "linuxmint"),
      GENERIC.layout,
      GENERIC.programs.withModuleSwitch(true),
      StartWords.NONE),
  CENTOS(
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
      new StartWords("/etc/sysconfig/httpd", "OPTIONS")),
  FEDORA(List.of("fedora"), CENTOS.layout, CENTOS.programs.askedWith("httpd"), CENTOS.startWords),
  SUSE(
      List.of("opensuse", "opensuse-leap", "opensuse-tumbleweed", "suse", "sles"),
      Layout.of("/etc/apache2", "/etc/apache2/vhosts.d", "*.conf", "/var/log/apache2"),
      Programs.of("apachectl").withModuleSwitch(false),
      StartWords.NONE),
  ARCH(
      List.of("arch"),
      Layout.of("/etc/httpd", "/etc/httpd/conf", "*.conf", "/var/log/httpd"),
      Programs.of("apachectl"),
      StartWords.NONE),
  GENTOO(
      List.of("gentoo", "gentoo base system"),
      SUSE.layout,
      Programs.of("apache2ctl").restartedBy("apache2ctl"),
      new StartWords("/etc/conf.d/apache2", "APACHE2_OPTS")),
  ALPINE(
      List.of("alpine"),
      Layout.of("/etc/apache2", "/etc/apache2/conf.d", "*.conf", "/var/log/apache2"),
      Programs.of("apachectl"),
      StartWords.NONE),
  VOID(
      List.of("void"),
      Layout.of("/etc/apache", "/etc/apache/extra", "*.conf", "/var/log/httpd"),
      Programs.of("apachectl"),
      StartWords.NONE),
  DARWIN(
      List.of("darwin"),
      Layout.of("/etc/apache2", "/etc/apache2/other", "*.conf", "/var/log/apache2"),
      Programs.of("apachectl"),
      StartWords.NONE);

  private final List<String> ids;
  private final Layout layout;
  private final Programs programs;
  private final StartWords startWords;

  Family(List<String> ids, Layout layout, Programs programs, StartWords startWords) {
    this.ids = ids;
    this.layout = layout;
    this.programs = programs;
    this.startWords = startWords;
  }

  /** What os-release calls these systems. */
  public List<String> ids() {
    return ids;
  }

  public Layout layout() {
    return layout;
  }

  public Programs programs() {
    return programs;
  }

  public StartWords startWords() {
    return startWords;
  }

  /** Whether the files of the root for virtual hosts are read even if the server doesn't. */
  public boolean readsVhostRoot() {
    return this == CENTOS || this == FEDORA || this == GENTOO;
  }

  /** Whether the control program lists modules by a word of its own, and reports nothing else. */
  public boolean listsModulesByWord() {
    return this == GENTOO;
  }
}
