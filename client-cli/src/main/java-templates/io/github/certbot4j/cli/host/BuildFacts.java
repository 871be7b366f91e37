package io.github.certbot4j.cli.host;

/** What the build knows. */
final class BuildFacts {

  static final String VERSION = "${project.version}";

  private BuildFacts() {}
}
