package io.github.certbot4j.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The name server that Pebble asks: every name is 127.0.0.1, TXT records are set by HTTP. */
public final class ChallTestSrv implements AutoCloseable {
  private final int dnsPort;
  private final int managementPort;
  private final ServerProcess server;
  private final HttpClient http = HttpClient.newHttpClient();

  public ChallTestSrv(Path directory) throws IOException {
    String program = Requirement.program("pebble-challtestsrv", "pebble").toString();
    List<Integer> ports = FreePorts.find(2);
    dnsPort = ports.get(0);
    managementPort = ports.get(1);
    server =
        new ServerProcess(
            List.of(
                program,
                "-dns01=127.0.0.1:" + dnsPort,
                "-management=127.0.0.1:" + managementPort,
                "-http01=",
                "-https01=",
                "-tlsalpn01=",
                "-defaultIPv6="),
            Map.of(),
            directory.resolve("challtestsrv.log"),
            () -> post("clear-txt", "{\"host\":\"none.example.test.\"}"));
  }

  public int dnsPort() {
    return dnsPort;
  }

  /** The base URL of the management interface, for scripts that publish TXT records. */
  public String managementUrl() {
    return "http://127.0.0.1:" + managementPort;
  }

  /**
   * From now on this name has an address of its own: nobody listens there, if the listeners keep to
   * 127.0.0.1.
   */
  public void breakName(String name) {
    post("add-a", "{\"host\":\"" + name + ".\",\"addresses\":[\"127.9.9.9\"]}");
  }

  /** From now on this name can't be resolved. */
  public void hideName(String name) {
    post("set-servfail", "{\"host\":\"" + name + ".\"}");
  }

  private boolean post(String action, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(managementUrl() + "/" + action))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
