package io.github.certbot4j.config;

/** Help topics with a meaning of their own; all others are verbs, plugins or plain groups. */
public final class HelpTopics {

  /** Options of the first, unnamed group. */
  public static final String GENERAL = "general";

  /** Options that every help page lists first. */
  public static final String EVERY_PAGE = "every page";

  private HelpTopics() {}
}
