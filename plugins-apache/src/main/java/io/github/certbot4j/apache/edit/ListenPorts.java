package io.github.certbot4j.apache.edit;

import io.github.certbot4j.apache.parse.ConfigDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Has the server listen at a port, at the addresses that it listens at already. */
public final class ListenPorts {

  private static final String PORTS_FILE = "ports.conf";

  private final Workspace workspace;

  public ListenPorts(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Sees to a port for TLS, in a section that only counts with mod_ssl. */
  public void ensureHttps(String port) {
    List<String> missing = missing(existing(), port);
    if (missing.isEmpty()) {
      return;
    }
    SslSection.in(listenFile()).body().prepend(lines(missing));
    noteAndReread(missing);
  }

  /** Sees to a port without TLS. */
  public void ensureHttp(String port) {
    List<String> missing = missing(existing(), port);
    if (missing.isEmpty()) {
      return;
    }
    listenFile().top().append(lines(missing));
    noteAndReread(missing);
  }

  /**
   * What must be listened at besides.
   *
   * @param existing arguments of {@code Listen}
   * @return arguments of {@code Listen}; none if the port is listened at, anywhere
   */
  static List<String> missing(List<String> existing, String port) {
    Set<String> hosts = new LinkedHashSet<>();
    boolean everywhere = existing.isEmpty();
    for (String listen : existing) {
      int colon = listen.lastIndexOf(':');
      if (listen.substring(colon + 1).equals(port)) {
        return List.of();
      }
      String host = colon < 0 ? "" : listen.substring(0, colon);
      everywhere |= host.isEmpty() || host.equals("*");
      hosts.add(host);
    }
    return everywhere ? List.of(port) : hosts.stream().map(host -> host + ":" + port).toList();
  }

  private List<String> existing() {
    return workspace.configuration().statements().stream()
        .filter(statement -> statement.is("Listen") && !statement.arguments().isEmpty())
        .map(statement -> statement.argument(0))
        .toList();
  }

  /** Where such directives belong: a file of their own, if the server reads it. */
  private ConfigDocument listenFile() {
    Path ports = workspace.setup().layout().serverRoot().resolve(PORTS_FILE);
    if (Files.isRegularFile(ports)) {
      ConfigDocument document = workspace.document(ports);
      if (workspace.configuration().enabled().contains(document.file())) {
        return document;
      }
    }
    return workspace.root();
  }

  private static String lines(List<String> arguments) {
    return String.join("\n", arguments.stream().map(each -> "Listen " + each).toList());
  }

  private void noteAndReread(List<String> added) {
    workspace.note("Added " + lines(added).replace("\n", ", "));
    workspace.edited();
  }
}
