package io.github.certbot4j.apache.edit;

import io.github.certbot4j.apache.config.ApacheTrouble;
import io.github.certbot4j.apache.config.Statement;
import io.github.certbot4j.apache.parse.Section;
import io.github.certbot4j.apache.parse.Words;
import io.github.certbot4j.apache.vhost.VirtualHost;
import io.github.certbot4j.spi.DeployPaths;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has a virtual host use a certificate, and the TLS settings that go with it. */
public final class CertificateSettings {

  private static final String CERTIFICATE = "SSLCertificateFile";
  private static final String KEY = "SSLCertificateKeyFile";
  private static final String CHAIN = "SSLCertificateChainFile";

  /** Since this version the file of the certificate holds the CA's certificates too. */
  private static final String WHOLE_CHAIN_IN_ONE_FILE = "2.4.8";

  private final Workspace workspace;
  private final Path optionsFile;
  private final Map<Section, Statement> robbed = new LinkedHashMap<>();

  /**
   * For one run.
   *
   * @param optionsFile the file with TLS settings that virtual hosts include
   */
  public CertificateSettings(Workspace workspace, Path optionsFile) {
    this.workspace = workspace;
    this.optionsFile = optionsFile;
  }

  /** Changes the virtual host. */
  public void apply(Section section, DeployPaths paths) {
    Optional<Path> separateChain = separateChain(paths);
    Path certificate =
        separateChain.isPresent() ? paths.cert() : paths.fullchain().orElse(paths.cert());
    set(section, CERTIFICATE, certificate);
    set(section, KEY, paths.privkey());
    workspace.host(section).all(CHAIN).forEach(statement -> remove(statement, section));
    includeOptions(section);
    separateChain.ifPresent(chain -> add(section, CHAIN + " " + Words.quoted(chain.toString())));
    if (!workspace.host(section).isOn("SSLEngine")) {
      add(section, "SSLEngine on");
    }
    workspace.note(
        "Changed vhost at "
            + workspace.host(section).place()
            + " to use "
            + certificate
            + " and "
            + paths.privkey());
  }

  /**
   * Checks that no other virtual host lost the certificate that it had from a file which both
   * include.
   *
   * @throws io.github.certbot4j.model.FailureException naming one that did
   */
  public void requireNoneRobbed() {
    for (Map.Entry<Section, Statement> entry : robbed.entrySet()) {
      VirtualHost host = workspace.host(entry.getKey());
      if (host.all(CERTIFICATE).isEmpty() || host.all(KEY).isEmpty()) {
        throw ApacheTrouble.of(
            "The virtual host at "
                + host.place()
                + " has its certificate from "
                + entry.getValue().place()
                + ", a file that others include too.",
            "Install for all names that are served with that file, or write the certificate's"
                + " directives into each virtual host.");
      }
    }
    robbed.clear();
  }

  /** Forgets what was done, after it was undone. */
  public void forget() {
    robbed.clear();
  }

  private Optional<Path> separateChain(DeployPaths paths) {
    boolean oneFile = workspace.facts().version().isAtLeast(WHOLE_CHAIN_IN_ONE_FILE);
    if (oneFile && paths.fullchain().isPresent()) {
      return Optional.empty();
    }
    if (paths.chain().isEmpty()) {
      throw ApacheTrouble.of(
          "Apache " + workspace.facts().version() + " needs the CA's certificates too.",
          oneFile ? "Use --fullchain-path or --chain-path." : "Use --chain-path.");
    }
    return paths.chain();
  }

  /** The last directive that the virtual host has of its own gets the value; others go. */
  private void set(Section section, String name, Path path) {
    String value = Words.quoted(path.toString());
    List<Statement> all = new ArrayList<>(workspace.host(section).all(name));
    Statement kept = null;
    for (Statement statement : all) {
      kept = isOwn(statement, section) ? statement : kept;
    }
    for (Statement statement : all) {
      if (!statement.equals(kept)) {
        remove(statement, section);
      }
    }
    if (kept == null) {
      add(section, name + " " + value);
    } else if (!kept.directive().argumentText().equals(value)) {
      kept.directive().setArgumentText(value);
      workspace.edited();
    }
  }

  private void add(Section section, String line) {
    workspace.append(section.body(), line);
  }

  private void remove(Statement statement, Section from) {
    if (statement.fromMacro()) {
      throw ApacheTrouble.of(
          "The directive at " + statement.place() + " belongs to a macro and can't be replaced.",
          "Write the certificate's directives into the virtual host itself.");
    }
    if (!isOwn(statement, from)) {
      for (VirtualHost host : workspace.hosts().all()) {
        boolean shares =
            host.section() != from
                && host.statements().stream()
                    .anyMatch(other -> other.directive() == statement.directive());
        if (shares) {
          robbed.putIfAbsent(host.section(), statement);
        }
      }
    }
    statement.directive().siblings().remove(statement.directive());
    workspace.edited();
  }

  /** Whether a directive stands in the virtual host itself, not in a file that it includes. */
  private static boolean isOwn(Statement statement, Section section) {
    return !statement.fromMacro() && statement.document() == section.siblings().document();
  }

  private void includeOptions(Section section) {
    boolean included =
        workspace.host(section).all("Include").stream()
            .anyMatch(statement -> statement.arguments().contains(optionsFile.toString()));
    if (!included) {
      add(section, "Include " + Words.quoted(optionsFile.toString()));
    }
  }

  /** The files of the keys that a virtual host uses. */
  public static List<String> keysOf(VirtualHost host) {
    return host.all(KEY).stream().map(statement -> statement.argument(0)).toList();
  }
}
