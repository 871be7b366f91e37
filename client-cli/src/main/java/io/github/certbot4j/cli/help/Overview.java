package io.github.certbot4j.cli.help;

import io.github.certbot4j.cli.option.Verb;
import io.github.certbot4j.spi.Plugin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The short texts: what the program is for, and its verbs. */
final class Overview {

  private static final String FRAME = "- ".repeat(39) + "-\n";
  private static final String SYNOPSIS =
      "certbot [SUBCOMMAND] [options] [-d DOMAIN] [-d DOMAIN] ...";
  private static final String PURPOSE =
      "Obtains certificates from an ACME server such as Let's Encrypt, installs them in web"
          + " servers, and renews them.";

  private final OptionLines lines;
  private final List<Plugin> plugins;

  Overview(OptionLines lines, List<Plugin> plugins) {
    this.lines = lines;
    this.plugins = List.copyOf(plugins);
  }

  /** The page for those who asked for none in particular. */
  String framed() {
    return "\n" + FRAME + text() + FRAME;
  }

  /** The page that lists all verbs. */
  String verbsFramed() {
    List<Verb> verbs = new ArrayList<>(List.of(Verb.values()));
    verbs.sort(Comparator.comparing(Verb::word));
    StringBuilder text = new StringBuilder(introduction("The subcommands are:"));
    for (Verb verb : verbs) {
      String name = verb == Verb.RUN ? "run (default)" : verb.word();
      text.append(lines.entry(name, VerbText.of(verb).summary()));
    }
    text.append('\n').append(lines.paragraph("More about one of them: --help SUBCOMMAND"));
    return "\n" + FRAME + text + FRAME;
  }

  /** How a line is written that uses the verb, or any. */
  String usage(Optional<Verb> verb) {
    return verb.isPresent()
        ? "usage:\n\n" + lines.paragraph("certbot " + VerbText.of(verb.get()).synopsis()) + "\n"
        : "usage:\n" + introduction("");
  }

  /** The overview without its frame. */
  String text() {
    StringBuilder text =
        new StringBuilder(introduction("The subcommands and options used most are:"));
    text.append("obtain, install and renew certificates:\n");
    verb(text, Verb.RUN, "(default) run");
    verbs(text, Verb.CERTONLY, Verb.RENEW, Verb.ENHANCE);
    text.append(lines.entry("-d DOMAINS", "The names of the certificate, separated by commas"));
    text.append('\n');
    server(text, "apache", "Use Apache, for proving control over names and for installing");
    text.append(lines.entry("--standalone", "Answer the CA with a web server of our own"));
    server(text, "nginx", "Use nginx, for proving control over names and for installing");
    text.append(lines.entry("--webroot", "Answer the CA with files in a web server's directory"));
    text.append(lines.entry("--manual", "Answer the CA by hand or with scripts"));
    text.append('\n');
    text.append(lines.entry("-n", "Ask nothing"));
    text.append(lines.entry("--test-cert", "Use the CA's test server"));
    text.append(lines.entry("--dry-run", "Try certonly or renew without keeping anything"));
    text.append("\nlook after certificates:\n");
    verbs(text, Verb.CERTIFICATES, Verb.REVOKE, Verb.DELETE);
    text.append("\nlook after your account:\n");
    verbs(text, Verb.REGISTER, Verb.UNREGISTER, Verb.UPDATE_ACCOUNT, Verb.SHOW_ACCOUNT);
    text.append(lines.entry("--agree-tos", "Agree to the terms of the ACME server"));
    text.append(lines.entry("-m EMAIL", "The address for messages about your account"));
    topics(text);
    return text.toString();
  }

  private void topics(StringBuilder text) {
    text.append("\nmore help:\n");
    text.append(
        lines.entry(
            "-h, --help [TOPIC]",
            "This text or the page of a topic: all, automation, commands, paths, security,"
                + " testing, a subcommand or a plugin (certonly, renew, install, register, nginx,"
                + " apache, standalone, webroot ...)"));
    text.append(lines.entry("-h all", "Everything on one page"));
    text.append(lines.entry("--version", "The version of the program"));
  }

  private String introduction(String lead) {
    return "\n"
        + lines.paragraph(SYNOPSIS)
        + "\n"
        + lines.paragraph(lead.isEmpty() ? PURPOSE : PURPOSE + " " + lead)
        + "\n";
  }

  private void verbs(StringBuilder text, Verb... verbs) {
    for (Verb verb : verbs) {
      verb(text, verb, verb.word());
    }
  }

  private void verb(StringBuilder text, Verb verb, String name) {
    text.append(lines.entry(name, VerbText.of(verb).summary()));
  }

  private void server(StringBuilder text, String name, String description) {
    boolean present = plugins.stream().anyMatch(plugin -> plugin.name().equals(name));
    text.append(
        present
            ? lines.entry("--" + name, description)
            : lines.paragraph("(the plugin " + name + " is not installed)"));
  }
}
