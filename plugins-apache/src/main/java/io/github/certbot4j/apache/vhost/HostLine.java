package io.github.certbot4j.apache.vhost;

import java.util.ArrayList;
import java.util.List;

/** What a virtual host looks like in questions. */
final class HostLine {

  private HostLine() {}

  /** In one line: file, name, whether it has TLS, whether it is enabled. */
  static String of(VirtualHost host) {
    return String.format(
        "%-30s | %-21s | %5s | %s",
        host.file().getFileName(), name(host), host.isSsl() ? "HTTPS" : "", enabled(host));
  }

  /** In four lines. */
  static String severalLines(VirtualHost host) {
    List<String> addresses = new ArrayList<>();
    host.addresses().forEach(address -> addresses.add(address.toString()));
    return "File: "
        + host.place()
        + "\nAddresses: "
        + String.join(", ", addresses)
        + "\nNames: "
        + String.join(", ", host.names())
        + "\nHTTPS: "
        + (host.isSsl() ? "Yes" : "No");
  }

  private static String name(VirtualHost host) {
    if (host.names().isEmpty()) {
      return "";
    }
    return host.names().size() == 1 ? host.names().iterator().next() : "Multiple Names";
  }

  private static String enabled(VirtualHost host) {
    return host.isEnabled() ? "Enabled" : "";
  }
}
