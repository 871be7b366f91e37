package io.github.certbot4j.workflow;

import io.github.certbot4j.account.Account;
import io.github.certbot4j.account.AccountStore;
import io.github.certbot4j.acme.EffMailingList;
import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.OptionTable;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.PathOptions;
import io.github.certbot4j.config.RenewalParams;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.config.StoredParams;
import io.github.certbot4j.crypto.IssuedMaterial;
import io.github.certbot4j.crypto.KeyPairs;
import io.github.certbot4j.crypto.TestAuthority;
import io.github.certbot4j.crypto.TestCertificate;
import io.github.certbot4j.exec.Command;
import io.github.certbot4j.exec.CommandResult;
import io.github.certbot4j.exec.SearchPath;
import io.github.certbot4j.exec.UnwindStack;
import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.hook.HookRunner;
import io.github.certbot4j.ini.IniValue;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.lineage.LineageStore;
import io.github.certbot4j.lineage.Material;
import io.github.certbot4j.lineage.NewCertificate;
import io.github.certbot4j.model.AcmeServer;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.Directories;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.net.ProxySettings;
import io.github.certbot4j.order.FakeCa;
import io.github.certbot4j.order.KeyStock;
import io.github.certbot4j.order.OrderService;
import io.github.certbot4j.report.Notes;
import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.contract.StoppedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that a flow needs, in a temporary directory and with a CA in memory. */
final class Workbench {

  static final Instant NOW = Instant.parse("2026-03-20T12:00:00Z");
  static final Instant DUE = Instant.parse("2026-04-02T03:04:05Z");
  static final Instant NOT_DUE = Instant.parse("2026-05-20T03:04:05Z");
  static final AcmeServer SERVER = new AcmeServer("https://ca.test/directory");

  final FakeCa ca = new FakeCa();
  final FakeGateway gateway = new FakeGateway(ca);
  final FakePlugins plugins = new FakePlugins(ca.events());
  final StoppedClock clock = new StoppedClock(NOW);
  final UnwindStack unwind = new UnwindStack();
  private final KeyStock keys = new KeyStock();
  final Notes notes = new Notes();
  final Directories directories;
  final LineageStore lineages;
  final AccountStore accounts;
  final HookRunner hooks;
  private final RenewalParams params = new RenewalParams(OptionTable.core());

  Workbench(Path root) {
    directories = new Directories(root.resolve("etc"), root.resolve("work"), root.resolve("logs"));
    lineages = new LineageStore(directories, "1.15.0", new AtomicFiles());
    accounts = new AccountStore(directories, Clock.fixed(NOW, ZoneOffset.UTC), () -> "host.test");
    hooks = new HookRunner(this::run, directories, new SearchPath("/bin"));
    TestAuthority authority = new TestAuthority();
    ca.issueWith(csr -> authority.issue(csr, NOT_DUE));
  }

  private CommandResult run(Command command) {
    List<String> argv = command.argv();
    ca.events().add("hook " + argv.get(argv.size() - 1));
    return new CommandResult(0, "", "");
  }

  /** The options of a run that names nothing but its directories, its server and a quick key. */
  Settings settings() {
    return Settings.empty()
        .with(PathOptions.CONFIG_DIR, directories.config().toString(), Origin.COMMAND_LINE)
        .with(PathOptions.WORK_DIR, directories.work().toString(), Origin.COMMAND_LINE)
        .with(PathOptions.LOGS_DIR, directories.logs().toString(), Origin.COMMAND_LINE)
        .with(PathOptions.SERVER, SERVER, Origin.COMMAND_LINE)
        .with(CertificateOptions.KEY_TYPE, "ecdsa", Origin.COMMAND_LINE);
  }

  Settings settings(String... domains) {
    return settings().with(CertificateOptions.DOMAINS, names(domains), Origin.COMMAND_LINE);
  }

  static List<DomainName> names(String... domains) {
    return Arrays.stream(domains).map(DomainName::parse).toList();
  }

  /** An account at the server. */
  Account account() {
    return accounts.create(
        SERVER, KeyPairs.generate(TestCertificate.P256), URI.create("https://ca.test/account/1"));
  }

  /** A lineage of the server, with what {@code renew} needs. */
  Lineage lineage(String name, Instant notAfter, String... domains) {
    return lineage(name, notAfter, Map.of(), domains);
  }

  Lineage lineage(String name, Instant notAfter, Map<String, String> more, String... domains) {
    return lineages.create(
        new NewCertificate(new CertName(name), material(notAfter, domains), params(more)));
  }

  static Material material(Instant notAfter, String... domains) {
    IssuedMaterial issued = IssuedMaterial.of(notAfter, domains);
    return Material.of(issued.chain(), issued.keyPem());
  }

  static StoredParams params(Map<String, String> more) {
    Map<String, IniValue> values = new LinkedHashMap<>();
    values.put("authenticator", IniValue.of("fake"));
    values.put("server", IniValue.of(SERVER.url()));
    values.put("key_type", IniValue.of("ecdsa"));
    more.forEach((key, value) -> values.put(key, IniValue.of(value)));
    return new StoredParams(values, Map.of());
  }

  /** A renewal configuration with this text. */
  Path conf(String name, String text) {
    try {
      Files.createDirectories(directories.renewal());
      return Files.writeString(directories.renewal().resolve(name + ".conf"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Lineage load(String name) {
    return (Lineage) lineages.load(new CertName(name)).orElseThrow();
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> events() {
    return ca.events();
  }

  /** What hooks, plugins and the CA were asked to do, without polling. */
  List<String> deeds() {
    return events().stream().filter(event -> !event.startsWith("poll")).toList();
  }

  Gateways gateways() {
    return new Gateways((server, settings, verifyTls) -> gateway);
  }

  Registrar registrar(Display display) {
    return new Registrar(gateways(), display);
  }

  AccountChooser accountChooser(Display display) {
    return new AccountChooser(gateways(), display, registrar(display));
  }

  AttemptStarter starter(Display display) {
    return new AttemptStarter(plugins, accountChooser(display));
  }

  CertificateObtainer obtainer() {
    OrderService orders = new OrderService(unwind, clock, keys, () -> {});
    return new CertificateObtainer(orders, new FileRecoveries(clock), gateways());
  }

  Issuer issuer() {
    return new Issuer(obtainer(), params, hooks, unwind);
  }

  RenewFlow renewFlow(Display display, RevocationCheck revocations, RandomDelay delay) {
    RenewalSteps steps =
        new RenewalSteps(
            starter(display),
            issuer(),
            hooks,
            plugins,
            new RenewalSteps.Surroundings(
                dirs -> accounts, display, new ObtainReporter(display, notes), delay));
    LineageRenewer renewer =
        new LineageRenewer(params, steps, revocations, (lineage, settings, store) -> false, NOW);
    return new RenewFlow(renewer, hooks, display, unwind, keys);
  }

  ObtainFlow obtainFlow(Display display) {
    RequestDecider decider =
        new RequestDecider(
            new NamesChooser(display), new DecisionQuestions(display), lineage -> false, NOW);
    return new ObtainFlow(
        starter(display),
        decider,
        issuer(),
        hooks,
        new ObtainEnding(
            new ObtainReporter(display, notes),
            new EffSubscription(
                new EffMailingList(ProxySettings.NONE, EffMailingList.ADDRESS), display)));
  }
}
