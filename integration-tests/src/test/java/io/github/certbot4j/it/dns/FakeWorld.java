package io.github.certbot4j.it.dns;

import io.github.certbot4j.dns.contract.FakeProvider;
import io.github.certbot4j.dns.contract.FakeRecord;
import io.github.certbot4j.dns.contract.ZoneServer;
import io.github.certbot4j.it.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A fake of a service's API, and name servers that show what it has. */
final class FakeWorld implements DnsWorld {
  /** The file with all root certificates, in the test's directory. */
  static final String BUNDLE = "ca.pem";

  private final FakeProvider fake;
  private final ZoneServer names;
  private final String credentials;
  private final Map.Entry<String, String> wrong;
  private final Map<String, UnaryOperator<Path>> variables = new TreeMap<>();
  private volatile Predicate<FakeRecord> shown = record -> true;

  FakeWorld(FakeProvider fake, String credentials, String wrongCredentials, String hint) {
    this.fake = fake;
    this.credentials = credentials;
    this.wrong = Map.entry(wrongCredentials, hint);
    fake.zones().add("example.test");
    names =
        new ZoneServer(fake.zones()).nameServer("127.0.0.2", record -> shown.test(record)).start();
  }

  /** Has a variable name a file, given the test's directory. */
  FakeWorld with(String variable, UnaryOperator<Path> file) {
    variables.put(variable, file);
    return this;
  }

  /** Has the name server show only some TXT records; what the CA asks shows all. */
  void showing(Predicate<FakeRecord> some) {
    shown = some;
  }

  FakeProvider fake() {
    return fake;
  }

  @Override
  public int dnsPort() {
    return names.port();
  }

  @Override
  public String credentials() {
    return credentials;
  }

  @Override
  public Map.Entry<String, String> wrongCredentials() {
    return wrong;
  }

  @Override
  public Map<String, String> environment(Path directory, String caOfTheAcmeServer) {
    Path bundle = FileTree.write(directory.resolve(BUNDLE), caOfTheAcmeServer + fake.caPem());
    Map<String, String> environment = new TreeMap<>();
    environment.put("HTTPS_PROXY", fake.proxyUrl());
    environment.put("NO_PROXY", "localhost,127.0.0.1");
    environment.put("REQUESTS_CA_BUNDLE", bundle.toString());
    environment.put("CERTBOT_DNS_RESOLVER", names.resolver());
    variables.forEach(
        (variable, file) -> environment.put(variable, file.apply(directory).toString()));
    return environment;
  }

  @Override
  public List<String> txt(String name) {
    return fake.zones().txt(name);
  }

  @Override
  public List<String> violations() {
    return fake.violations();
  }

  @Override
  public void tolerateOtherClients() {
    fake.tolerateOtherClients();
  }

  @Override
  public void close() {
    names.close();
    try {
      fake.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
