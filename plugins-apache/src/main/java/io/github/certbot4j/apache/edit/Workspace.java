package io.github.certbot4j.apache.edit;

import io.github.certbot4j.apache.config.ApacheTrouble;
import io.github.certbot4j.apache.config.ConfigFiles;
import io.github.certbot4j.apache.config.ConfigReader;
import io.github.certbot4j.apache.config.LoadedConfiguration;
import io.github.certbot4j.apache.config.ServerFacts;
import io.github.certbot4j.apache.control.ApacheControl;
import io.github.certbot4j.apache.control.ServerEnvironment;
import io.github.certbot4j.apache.control.ServerReport;
import io.github.certbot4j.apache.distro.ServerSetup;
import io.github.certbot4j.apache.parse.ConfigDocument;
import io.github.certbot4j.apache.parse.ConfigSyntaxException;
import io.github.certbot4j.apache.parse.NodeList;
import io.github.certbot4j.apache.parse.Section;
import io.github.certbot4j.apache.vhost.VirtualHost;
import io.github.certbot4j.apache.vhost.VirtualHosts;
import io.github.certbot4j.checkpoint.ChangeKind;
import io.github.certbot4j.checkpoint.ConfigurationWriter;
import io.github.certbot4j.checkpoint.FileCheckpoints;
import io.github.certbot4j.file.FileTrouble;
import io.github.certbot4j.spi.PluginContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The configuration as it is worked on: documents with pending edits, and what the server would
 * make of them. Read when it is first asked for, and again after each edit.
 */
public final class Workspace {

  private static final List<String> ROOT_FILES =
      List.of("apache2.conf", "httpd.conf", "conf/httpd.conf");

  /** It is loaded before anything that depends on it counts. */
  private static final String SSL_MODULE = "ssl_module";

  private final ServerSetup setup;
  private final ApacheControl control;
  private final FileCheckpoints checkpoints;
  private final ConfigurationWriter writer;
  private final ConfigFiles files = new ConfigFiles();
  private final ConfigReader reader;
  private final Set<Path> additional = new LinkedHashSet<>();
  private final List<String> notes = new ArrayList<>();
  private ServerReport report;
  private LoadedConfiguration configuration;
  private VirtualHosts hosts;

  /** Nothing is read yet. */
  public Workspace(ServerSetup setup, PluginContext context, FileCheckpoints checkpoints) {
    this.setup = setup;
    this.control = new ApacheControl(setup, context);
    this.checkpoints = checkpoints;
    this.writer = new ConfigurationWriter(checkpoints);
    ServerEnvironment environment =
        new ServerEnvironment(
            context.environment(), context.commands(), setup.layout().serverRoot());
    this.reader = new ConfigReader(files, environment);
  }

  public ServerSetup setup() {
    return setup;
  }

  public ApacheControl control() {
    return control;
  }

  public FileCheckpoints checkpoints() {
    return checkpoints;
  }

  /** Makes links and files that can be taken back. */
  public ConfigurationWriter writer() {
    return writer;
  }

  /** The file that the server begins with; empty if there is none. */
  public Optional<Path> rootFile() {
    return ROOT_FILES.stream()
        .map(setup.layout().serverRoot()::resolve)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** What the server's program says. */
  public ServerReport report() {
    if (report == null) {
      report = control.report(control.version());
    }
    return report;
  }

  public ServerFacts facts() {
    return report().facts();
  }

  /** Asks the server's program again, after modules were switched. */
  public void refreshFacts() {
    report = control.report(facts().version());
    configuration = null;
  }

  /**
   * What the server would read.
   *
   * @throws io.github.certbot4j.model.FailureException naming file, line and column of what can't
   *     be understood
   */
  public LoadedConfiguration configuration() {
    if (configuration == null) {
      configuration =
          guarded(() -> reader.read(requiredRoot(), assumingSsl(facts()), otherFiles()));
      hosts = VirtualHosts.of(configuration);
    }
    return configuration;
  }

  /** The arguments of {@code Listen} in force, as things are now. */
  public List<String> listens() {
    return guarded(() -> reader.read(requiredRoot(), facts(), List.of())).statements().stream()
        .filter(statement -> statement.is("Listen") && !statement.arguments().isEmpty())
        .map(statement -> statement.argument(0))
        .toList();
  }

  public VirtualHosts hosts() {
    configuration();
    return hosts;
  }

  /** A virtual host as it is now, by where it is written. */
  public VirtualHost host(Section section) {
    return hosts()
        .of(section)
        .orElseThrow(
            () -> new IllegalStateException("the virtual host is gone: " + section.line()));
  }

  /** The document of the file that the server begins with. */
  public ConfigDocument root() {
    return files.document(requiredRoot());
  }

  public ConfigDocument document(Path file) {
    return files.document(file);
  }

  /** Adds lines at the end of a list. */
  public void append(NodeList list, String lines) {
    list.append(lines);
    edited();
  }

  /** Has the configuration evaluated anew; called after each edit of a document. */
  public void edited() {
    configuration = null;
  }

  /** Has the virtual hosts of a file read, though the server may not read it yet. */
  public void consider(Path file) {
    additional.add(file);
    configuration = null;
  }

  /** Notes for people what is going to be changed. */
  public void note(String text) {
    notes.add(text);
  }

  /** Writes a file that isn't there yet, at once. */
  public void create(Path file, byte[] content) {
    writer.write(ChangeKind.PERMANENT, Map.of(file, content), "Created " + file + "\n");
    consider(file);
  }

  /** Writes pending edits. */
  public void write(ChangeKind kind) {
    List<ConfigDocument> changed = files.changed();
    Map<Path, byte[]> edits = new LinkedHashMap<>();
    changed.forEach(Workspace::requireUntouched);
    changed.forEach(document -> edits.put(document.file(), document.bytes()));
    String text = notes.isEmpty() ? "" : String.join("\n", notes) + "\n";
    writer.write(kind, edits, text);
    changed.forEach(ConfigDocument::markWritten);
    notes.clear();
  }

  private static void requireUntouched(ConfigDocument document) {
    try {
      if (!document.isWritten(Files.readAllBytes(document.file()))) {
        throw ApacheTrouble.of(
            document.file() + " was changed by somebody else while this program worked on it.",
            "Those changes are kept. Run the command again.");
      }
    } catch (IOException e) {
      throw FileTrouble.cannot("read", document.file(), e);
    }
  }

  /** Forgets everything read and every edit, after files were restored. */
  public void forget() {
    files.forget();
    additional.clear();
    notes.clear();
    configuration = null;
    report = null;
  }

  private static LoadedConfiguration guarded(Supplier<LoadedConfiguration> reading) {
    try {
      return reading.get();
    } catch (ConfigSyntaxException e) {
      throw ApacheTrouble.of(
          "Apache's configuration can't be understood: " + e.getMessage() + ".",
          "Correct that place, and run this again.");
    }
  }

  private Path requiredRoot() {
    return rootFile()
        .orElseThrow(
            () ->
                ApacheTrouble.of(
                    "There is no configuration of Apache in " + setup.layout().serverRoot() + ".",
                    "See --apache-server-root."));
  }

  private static ServerFacts assumingSsl(ServerFacts facts) {
    Set<String> modules = new HashSet<>(facts.modules());
    modules.add(SSL_MODULE);
    return new ServerFacts(
        facts.version(), modules, facts.defines(), facts.includes(), facts.serverRoot());
  }

  private List<Path> otherFiles() {
    List<Path> others = new ArrayList<>();
    if (setup.vhostRootGiven() || setup.family().readsVhostRoot()) {
      String pattern = setup.layout().vhostRoot() + "/" + setup.layout().vhostFiles();
      others.addAll(reader.filesOf(pattern));
    }
    additional.stream().filter(Files::exists).forEach(others::add);
    return others;
  }
}
