package io.github.certbot4j.dns;

import io.github.certbot4j.dns.credentials.CredentialsForm;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionSpec.Stored;
import io.github.certbot4j.spi.OptionTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is known about a DNS service beforehand: from this its options, the checks of its
 * credentials and its page in the documentation are made.
 */
public final class ServiceDeclaration {

  private final String id;
  private final String title;
  private final CredentialsForm form;
  private final int waitSeconds;
  private final int ttl;
  private final Guide guide;
  private final String retired;
  private final boolean overlap;
  private final OptionSpec<String> credentialsOption;
  private final OptionSpec<Integer> secondsOption;
  private final List<OptionSpec<?>> options;

  /**
   * What a user must know.
   *
   * @param keys where to get the credentials; sentences in Markdown
   * @param rights the least that the credentials must allow; sentences in Markdown
   * @param notes what else is particular; each a paragraph in Markdown
   */
  public record Guide(String keys, String rights, List<String> notes) {
    public Guide {
      notes = List.copyOf(notes);
    }
  }

  private ServiceDeclaration(Builder builder) {
    this.id = builder.id;
    this.title = builder.title;
    this.form = builder.form;
    this.waitSeconds = builder.waitSeconds;
    this.ttl = builder.ttl;
    this.guide = builder.guide;
    this.retired = builder.retired;
    this.overlap = builder.overlap;
    this.credentialsOption = credentialsOption();
    this.secondsOption = secondsOption();
    List<OptionSpec<?>> all = new ArrayList<>();
    if (form.kind() != CredentialsForm.Kind.SURROUNDINGS) {
      all.add(credentialsOption);
    }
    all.add(secondsOption);
    all.addAll(builder.furtherOptions);
    this.options = List.copyOf(all);
  }

  /**
   * Starts a declaration.
   *
   * @param id the plugin's name without {@code dns-}
   * @param title what the service calls itself
   */
  public static Builder of(String id, String title, CredentialsForm form) {
    return new Builder(id, title, form);
  }

  /** The plugin's name. */
  public String plugin() {
    return "dns-" + id;
  }

  public String title() {
    return title;
  }

  public CredentialsForm form() {
    return form;
  }

  /** How long to wait for name servers at most unless the user says otherwise. */
  public int waitSeconds() {
    return waitSeconds;
  }

  /** The time to live of records, in seconds. */
  public int ttl() {
    return ttl;
  }

  public Guide guide() {
    return guide;
  }

  /** Why the service can't be used any more; empty if it can. */
  public Optional<String> retired() {
    return retired.isEmpty() ? Optional.empty() : Optional.of(retired);
  }

  /** Whether the values of several orders can be there at the same time. */
  public boolean mayOverlap() {
    return overlap;
  }

  /** The file with the credentials; not declared if they come from the surroundings. */
  OptionSpec<String> credentials() {
    return credentialsOption;
  }

  /** How long to wait for name servers at most. */
  OptionSpec<Integer> propagationSeconds() {
    return secondsOption;
  }

  /** All options of the plugin. */
  public List<OptionSpec<?>> options() {
    return options;
  }

  private OptionSpec<String> credentialsOption() {
    return OptionSpec.of("dns_" + id + "_credentials", OptionTypes.PATH)
        .names("--" + plugin() + "-credentials")
        .topics(plugin())
        .metavar("PATH")
        .stored(Stored.WHEN_RELEVANT)
        .description("The file with the credentials for " + title + ".")
        .build();
  }

  private OptionSpec<Integer> secondsOption() {
    return OptionSpec.of("dns_" + id + "_propagation_seconds", OptionTypes.NON_NEGATIVE_INT)
        .names("--" + plugin() + "-propagation-seconds")
        .topics(plugin())
        .metavar("SECONDS")
        .defaultValue(waitSeconds)
        .stored(Stored.WHEN_RELEVANT)
        .description(
            "How long to wait at most for the name servers to show the records before the CA is"
                + " asked to look; 0 not to wait.")
        .build();
  }

  /** Collects the parts of a declaration. */
  public static final class Builder {

    private final String id;
    private final String title;
    private final CredentialsForm form;
    private int waitSeconds = 10;
    private int ttl = 60;
    private Guide guide = new Guide("", "", List.of());
    private String retired = "";
    private boolean overlap = true;
    private List<OptionSpec<?>> furtherOptions = List.of();

    private Builder(String id, String title, CredentialsForm form) {
      this.id = id;
      this.title = title;
      this.form = form;
    }

    /** How long to wait for name servers at most, in seconds. */
    public Builder waitSeconds(int value) {
      waitSeconds = value;
      return this;
    }

    /** The time to live of records, in seconds. */
    public Builder ttl(int value) {
      ttl = value;
      return this;
    }

    /** What the user must know; as in {@link Guide}. */
    public Builder guide(String keys, String rights, String... notes) {
      guide = new Guide(keys, rights, List.of(notes));
      return this;
    }

    /** Makes it one that refuses to work, with these sentences. */
    public Builder retired(String why) {
      retired = why;
      return this;
    }

    /** For a service at which the values of one order could drive out those of another. */
    public Builder oneOrderAtATime() {
      overlap = false;
      return this;
    }

    /** Options besides those that every service has. */
    public Builder furtherOptions(OptionSpec<?>... options) {
      furtherOptions = List.of(options);
      return this;
    }

    public ServiceDeclaration build() {
      return new ServiceDeclaration(this);
    }
  }
}
