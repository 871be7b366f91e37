package io.github.certbot4j.apache.enhance;

import io.github.certbot4j.apache.config.Statement;
import io.github.certbot4j.apache.edit.ModuleSwitch;
import io.github.certbot4j.apache.edit.SslCopies;
import io.github.certbot4j.apache.edit.Workspace;
import io.github.certbot4j.apache.parse.Section;
import io.github.certbot4j.apache.vhost.VirtualHost;
import io.github.certbot4j.checkpoint.ChangeKind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the virtual hosts for HTTP redirect to those for HTTPS. */
final class HttpsRedirect {

  private static final Logger LOG = LoggerFactory.getLogger(HttpsRedirect.class);

  private static final String RULE = "^ https://%{SERVER_NAME}%{REQUEST_URI} ";
  private static final String FLAGS = "[END,NE,R=permanent]";
  private static final Set<String> SAME_FLAGS = Set.of(FLAGS, "[L,NE,R=permanent]");
  private static final Set<String> OUTDATED_FLAGS =
      Set.of("[L,QSA,R=permanent]", "[END,QSA,R=permanent]");

  private final Workspace workspace;
  private final ModuleSwitch modules;
  private final SslCopies copies;

  HttpsRedirect(Workspace workspace, ModuleSwitch modules, SslCopies copies) {
    this.workspace = workspace;
    this.modules = modules;
    this.copies = copies;
  }

  /**
   * Adds it for a virtual host.
   *
   * @param section the one for HTTPS
   * @return false if it is there
   */
  boolean add(Section section) {
    modules.enable(ChangeKind.PERMANENT, "rewrite");
    VirtualHost ssl = workspace.host(section);
    Optional<VirtualHost> plain =
        copies
            .sourceOf(section)
            .flatMap(each -> workspace.hosts().of(each))
            .or(() -> workspace.hosts().plainPartner(ssl));
    if (plain.isEmpty()) {
      new RedirectHost(workspace).create(ssl, rule());
      return true;
    }
    return redirect(plain.get(), ssl);
  }

  static String rule() {
    return "RewriteRule " + RULE + FLAGS;
  }

  private boolean redirect(VirtualHost plain, VirtualHost ssl) {
    List<Statement> rules = plain.all("RewriteRule");
    for (Statement rule : rules) {
      if (hasFlags(rule, SAME_FLAGS)) {
        return false;
      }
    }
    if (replaceOutdated(rules)) {
      workspace.note("Brought the redirect in " + plain.place() + " up to date");
      return false;
    }
    if (!rules.isEmpty()) {
      LOG.warn(
          "The virtual host at {} has other rewrite rules; the redirect to HTTPS comes after them.",
          plain.place());
    }
    List<String> lines = new ArrayList<>();
    if (!plain.isOn("RewriteEngine")) {
      lines.add("RewriteEngine on");
    }
    lines.addAll(conditions(ssl));
    lines.add(rule());
    workspace.append(plain.body(), String.join("\n", lines));
    workspace.note("Redirecting vhost in " + plain.file() + " to ssl vhost in " + ssl.file());
    return true;
  }

  private boolean replaceOutdated(List<Statement> rules) {
    boolean replaced = false;
    for (Statement rule : rules) {
      if (hasFlags(rule, OUTDATED_FLAGS) && !rule.fromMacro()) {
        rule.directive().setArgumentText(RULE + FLAGS);
        workspace.edited();
        replaced = true;
      }
    }
    return replaced;
  }

  private static boolean hasFlags(Statement rule, Set<String> flags) {
    List<String> words = rule.directive().arguments();
    return words.size() == 3
        && (words.get(0) + " " + words.get(1) + " ").equals(RULE)
        && flags.contains(words.get(2));
  }

  /** One for each name: the first that fits is enough. */
  static List<String> conditions(VirtualHost ssl) {
    List<String> conditions = new ArrayList<>();
    Iterator<String> names = ssl.names().iterator();
    while (names.hasNext()) {
      conditions.add(condition(names.next(), names.hasNext()));
    }
    return conditions;
  }

  private static String condition(String name, boolean more) {
    boolean pattern = name.indexOf('*') >= 0 || name.indexOf('?') >= 0;
    String test =
        pattern
            ? "^" + name.replace(".", "\\.").replace("*", ".*").replace("?", ".") + "$"
            : "=" + name;
    return "RewriteCond %{SERVER_NAME} " + test + (more ? " [OR]" : "");
  }
}
