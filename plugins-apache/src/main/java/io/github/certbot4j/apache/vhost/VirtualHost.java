package io.github.certbot4j.apache.vhost;

import io.github.certbot4j.apache.config.HostBlock;
import io.github.certbot4j.apache.config.Statement;
import io.github.certbot4j.apache.parse.NodeList;
import io.github.certbot4j.apache.parse.Section;
import io.github.certbot4j.model.DomainName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A virtual host as it was when the configuration was read. */
public final class VirtualHost {

  private static final String HTTPS_PORT = "443";
  private static final String SCHEME = "://";

  private final HostBlock block;
  private final List<Address> addresses;
  private final String serverName;
  private final List<String> aliases;
  private final boolean ssl;

  public VirtualHost(HostBlock block) {
    this.block = block;
    this.addresses = block.addresses().stream().map(Address::parse).distinct().toList();
    this.serverName = nameIn(block);
    this.aliases = aliasesIn(block);
    this.ssl = hasHttpsPort(addresses) || all("SSLEngine").stream().anyMatch(VirtualHost::isOn);
  }

  /** The part of a document that it is. Whoever has this has the virtual host itself. */
  public Section section() {
    return block.section();
  }

  public NodeList body() {
    return block.section().body();
  }

  public Path file() {
    return block.document().file();
  }

  /** File and line. */
  public String place() {
    return file() + (section().line() > 0 ? ":" + section().line() : "");
  }

  public List<Address> addresses() {
    return addresses;
  }

  /** Whether it speaks TLS. */
  public boolean isSsl() {
    return ssl;
  }

  /** Whether the server reads it. */
  public boolean isEnabled() {
    return block.enabled();
  }

  /** Whether it comes out of a macro, so that it can't be changed. */
  public boolean isFromMacro() {
    return block.fromMacro();
  }

  /** The name without scheme and port, in lower case; empty if there is none. */
  public Optional<String> serverName() {
    return serverName.isEmpty() ? Optional.empty() : Optional.of(serverName);
  }

  /** The further names and patterns, in lower case. */
  public List<String> aliases() {
    return aliases;
  }

  /** All names and patterns: the name first. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    serverName().ifPresent(names::add);
    names.addAll(aliases);
    return names;
  }

  /** Whether one of the names is this one or a pattern that fits it. */
  public boolean serves(DomainName domain) {
    return names().stream().anyMatch(name -> NamePattern.matches(name, domain.ascii()));
  }

  public boolean hasPort(String port) {
    return addresses.stream().anyMatch(address -> address.port().equals(port));
  }

  public boolean hasAnyPort() {
    return addresses.stream().anyMatch(Address::hasAnyPort);
  }

  /** The directives of a name in force in it, wherever they are written. */
  public List<Statement> all(String name) {
    return block.statements().stream().filter(statement -> statement.is(name)).toList();
  }

  /** All directives in force in it. */
  public List<Statement> statements() {
    return block.statements();
  }

  /** Whether a directive that is a switch is on. */
  public boolean isOn(String name) {
    List<Statement> switches = all(name);
    return !switches.isEmpty() && isOn(switches.get(switches.size() - 1));
  }

  private static boolean isOn(Statement statement) {
    return statement.argument(0).equalsIgnoreCase("on");
  }

  private static boolean hasHttpsPort(List<Address> addresses) {
    return addresses.stream().anyMatch(address -> address.port().equals(HTTPS_PORT));
  }

  private static String nameIn(HostBlock block) {
    String name = "";
    for (Statement statement : block.statements()) {
      if (statement.is("ServerName") && !statement.argument(0).isEmpty()) {
        name = bare(statement.argument(0));
      }
    }
    return name;
  }

  private static List<String> aliasesIn(HostBlock block) {
    List<String> aliases = new ArrayList<>();
    for (Statement statement : block.statements()) {
      if (statement.is("ServerAlias")) {
        statement.arguments().forEach(alias -> aliases.add(alias.toLowerCase(Locale.ROOT)));
      }
    }
    return aliases;
  }

  private static String bare(String serverName) {
    int scheme = serverName.indexOf(SCHEME);
    String name = scheme < 0 ? serverName : serverName.substring(scheme + SCHEME.length());
    int colon = name.lastIndexOf(':');
    boolean withPort = colon > name.lastIndexOf(']');
    return (withPort ? name.substring(0, colon) : name).toLowerCase(Locale.ROOT);
  }
}
