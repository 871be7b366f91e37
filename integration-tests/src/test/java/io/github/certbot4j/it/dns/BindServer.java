package io.github.certbot4j.it.dns;

import io.github.certbot4j.it.FileTree;
import io.github.certbot4j.it.FreePorts;
import io.github.certbot4j.it.Requirement;
import io.github.certbot4j.it.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** A BIND name server on a loopback port, with zones that keys may update. */
final class BindServer implements AutoCloseable {
  /** A key name for each algorithm; all have the same secret. */
  static final List<String> ALGORITHMS =
      List.of("hmac-md5", "hmac-sha1", "hmac-sha224", "hmac-sha256", "hmac-sha384", "hmac-sha512");

  static final String SECRET =
      Base64.getEncoder()
          .encodeToString(
              "a secret of enough length for all of them, 0123456789 0123456789"
                  .getBytes(StandardCharsets.US_ASCII));

  private static final List<String> ZONES =
      List.of(
          "example.test", "sub.example.test", "_acme-challenge.deleg.example.test", "closed.test");

  private final int port;
  private final ServerProcess server;

  BindServer(Path directory) throws IOException {
    port = FreePorts.findOne();
    StringBuilder config = new StringBuilder(options(directory));
    for (String algorithm : ALGORITHMS) {
      config.append(key("key-" + algorithm, algorithm));
    }
    config.append(key("powerless", "hmac-sha256"));
    ZONES.forEach(zone -> config.append(zone(directory, zone)));
    Path file = FileTree.write(directory.resolve("named.conf"), config.toString());
    server =
        new ServerProcess(
            List.of(Requirement.program("named", "bind9") + "", "-g", "-c", file.toString()),
            Map.of(),
            directory.resolve("named.log"),
            this::answers);
  }

  int port() {
    return port;
  }

  String log() {
    return server.log();
  }

  private String options(Path directory) {
    return """
        options {
          directory "%1$s";
          pid-file "%1$s/named.pid";
          session-keyfile "%1$s/session.key";
          managed-keys-directory "%1$s";
          listen-on port %2$d { 127.0.0.1; };
          listen-on-v6 { none; };
          recursion no;
          dnssec-validation no;
        };
        controls { };
        """
        .formatted(directory, port);
  }

  private static String key(String name, String algorithm) {
    return "key \"%s\" { algorithm %s; secret \"%s\"; };\n".formatted(name, algorithm, SECRET);
  }

  private static String zone(Path directory, String name) {
    FileTree.write(
        directory.resolve(name + ".zone"),
        """
        $TTL 60
        @ IN SOA ns.example.test. root.example.test. 1 60 60 60 60
        @ IN NS ns.example.test.
        _acme-challenge IN TXT "somebody else's"
        """
            + (name.equals("example.test") ? "ns IN A 127.0.0.1\n" : ""));
    StringBuilder grants = new StringBuilder();
    ALGORITHMS.forEach(key -> grants.append("grant key-").append(key).append(" zonesub TXT; "));
    String query = name.equals("closed.test") ? "allow-query { key key-hmac-sha256; };" : "";
    return "zone \"%s\" { type primary; file \"%s.zone\"; update-policy { %s}; %s };\n"
        .formatted(name, name, grants, query);
  }

  private boolean answers() {
    return !find("example.test", Type.SOA).isEmpty();
  }

  /** The TXT values at a name. */
  List<String> txt(String name) {
    return find(name, Type.TXT).stream()
        .map(record -> String.join("", ((TXTRecord) record).getStrings()))
        .toList();
  }

  private List<Record> find(String name, int type) {
    try {
      SimpleResolver resolver =
          new SimpleResolver(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      resolver.setTimeout(Duration.ofSeconds(2));
      Name full = Name.fromString(name, Name.root);
      Message answer = resolver.send(Message.newQuery(Record.newRecord(full, type, DClass.IN)));
      return answer.getSection(Section.ANSWER);
    } catch (UncheckedIOException | IOException notYet) {
      return List.of();
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
