package io.github.certbot4j.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.regex.Pattern;

/** A certificate authority on loopback ports. */
public final class PebbleServer implements AutoCloseable {
  private static final Pattern VALIDATED = Pattern.compile(" authz (\\S+) set VALID ");

  private final int acmePort;
  private final int managementPort;
  private final int challengePort;
  private final TlsIdentity tls;
  private final HttpClient http;
  private final ServerProcess server;
  private final ValidAuthorizations valid;

  public PebbleServer(Path directory, PebbleSettings settings, int dnsPort)
      throws IOException, GeneralSecurityException {
    String program = Requirement.program("pebble", "pebble").toString();
    List<Integer> ports = FreePorts.find(4);
    acmePort = ports.get(0);
    managementPort = ports.get(1);
    challengePort = settings.challengePort() == 0 ? ports.get(2) : settings.challengePort();
    tls = TlsIdentity.create(directory);
    http = HttpClient.newBuilder().sslContext(tls.clientContext()).build();
    Path config =
        FileTree.write(directory.resolve("pebble.json"), configuration(settings, ports.get(3)));
    server =
        new ServerProcess(
            List.of(program, "-config", config.toString(), "-dnsserver", "127.0.0.1:" + dnsPort),
            settings.environment(),
            directory.resolve("pebble.log"),
            this::answers);
    valid = new ValidAuthorizations(this::send, origin());
  }

  private String configuration(PebbleSettings settings, int tlsPort) {
    return """
        {"pebble": {
          "listenAddress": "127.0.0.1:%d",
          "managementListenAddress": "127.0.0.1:%d",
          "certificate": "%s",
          "privateKey": "%s",
          "httpPort": %d,
          "tlsPort": %d,
          "ocspResponderURL": "",
          "certificateValidityPeriod": %d,
          "externalAccountBindingRequired": %b,
          "externalAccountMACKeys": {"%s": "%s"}
        }}
        """
        .formatted(
            acmePort,
            managementPort,
            tls.certificate(),
            tls.key(),
            challengePort,
            tlsPort,
            settings.validitySeconds(),
            settings.bindingRequired(),
            PebbleSettings.BINDING_KID,
            PebbleSettings.BINDING_KEY);
  }

  public String directoryUrl() {
    return origin() + "/dir";
  }

  private String origin() {
    return "https://localhost:" + acmePort;
  }

  /** The port at which http-01 challenges are looked for. */
  public int challengePort() {
    return challengePort;
  }

  /** What a client must trust to talk to this server. */
  public Path tlsCertificate() {
    return tls.certificate();
  }

  /** PEM of a root: 0 is that of the default chain, 1 that of the alternate one. */
  public String root(int index) {
    return get("https://localhost:" + managementPort + "/roots/" + index).body();
  }

  /** The CA's own record of a certificate, by serial number in hex. */
  public String certificateRecord(String serial) {
    return get("https://localhost:" + managementPort + "/cert-status-by-serial/" + serial).body();
  }

  public long orders() {
    return server.linesWith("Added order ");
  }

  public long accounts() {
    return server.linesWith(" accounts in memory");
  }

  public long certificates() {
    return server.linesWith("Issued certificate serial ");
  }

  public long requests(String path) {
    return server.linesWith(" " + path + " -> calling handler()");
  }

  /** Has the accounts of a configuration directory prove every name once more. */
  public void forgetProvedNames(Path configDirectory) {
    List<String> proved =
        VALIDATED.matcher(server.log()).results().map(found -> found.group(1)).toList();
    valid.forget(proved, configDirectory);
  }

  public String log() {
    return server.log();
  }

  private boolean answers() {
    try {
      return get(directoryUrl()).statusCode() == 200;
    } catch (AssertionError notYet) {
      return false;
    }
  }

  private HttpResponse<String> get(String url) {
    return send(HttpRequest.newBuilder(URI.create(url)).build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer from " + request.uri(), e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
