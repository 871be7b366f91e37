package io.github.certbot4j.apache.enhance;

import io.github.certbot4j.apache.config.ApacheTrouble;
import io.github.certbot4j.apache.edit.SiteActivation;
import io.github.certbot4j.apache.edit.Workspace;
import io.github.certbot4j.apache.vhost.Address;
import io.github.certbot4j.apache.vhost.VirtualHost;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A virtual host that does nothing but redirect to HTTPS. */
final class RedirectHost {

  private static final Logger LOG = LoggerFactory.getLogger(RedirectHost.class);

  private static final String HTTP_PORT = "80";
  private static final int LONGEST_NAME = 255;

  private final Workspace workspace;

  RedirectHost(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Makes it, for a virtual host that none for HTTP belongs to, and enables it.
   *
   * @param rule the directive that redirects
   */
  void create(VirtualHost ssl, String rule) {
    List<Address> addresses =
        ssl.addresses().stream().map(address -> address.withPort(HTTP_PORT)).distinct().toList();
    Optional<VirtualHost> inTheWay = workspace.hosts().conflicting(addresses);
    if (inTheWay.isPresent()) {
      throw ApacheTrouble.of(
          "No virtual host for HTTP belongs to the one at "
              + ssl.place()
              + ", and a new one that redirects would get into the way of the one at "
              + inTheWay.get().place()
              + ".",
          "Add a virtual host for HTTP with the same names, or use --no-redirect.");
    }
    Path file = fileFor(ssl);
    workspace.create(file, text(ssl, addresses, rule).getBytes(StandardCharsets.UTF_8));
    new SiteActivation(workspace).enable(file);
    LOG.info("Made a virtual host in {} that redirects to HTTPS.", file);
  }

  private Path fileFor(VirtualHost ssl) {
    Path root = workspace.setup().layout().vhostRoot();
    Path directory = Files.isDirectory(root) ? root : ssl.file().getParent();
    String name = ssl.serverName().map(each -> "le-redirect-" + each + ".conf").orElse("");
    boolean usable = !name.isEmpty() && name.length() <= LONGEST_NAME && name.indexOf('/') < 0;
    Path file = directory.resolve(usable ? name : "le-redirect.conf");
    if (Files.exists(file)) {
      throw ApacheTrouble.of(
          "The file " + file + " is in the place of a virtual host that redirects to HTTPS.",
          "Enable it if it does that; else move it away.");
    }
    return file;
  }

  private String text(VirtualHost ssl, List<Address> addresses, String rule) {
    StringBuilder text = new StringBuilder("<VirtualHost");
    addresses.forEach(address -> text.append(' ').append(address));
    text.append(">\n");
    ssl.serverName().ifPresent(name -> text.append("ServerName ").append(name).append(" \n"));
    if (!ssl.aliases().isEmpty()) {
      text.append("ServerAlias ").append(String.join(" ", ssl.aliases())).append(" \n");
    }
    return text.append("ServerSignature Off\n\nRewriteEngine On\n")
        .append(rule)
        .append("\n\nErrorLog ")
        .append(workspace.setup().layout().logsRoot().resolve("redirect.error.log"))
        .append("\nLogLevel warn\n</VirtualHost>\n")
        .toString();
  }
}
