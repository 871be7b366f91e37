package io.github.certbot4j.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.it.Requirement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the read-only verbs to loading nothing they have no use for; ADR 5 says what it costs. */
final class StartUpIT {

  private static final List<String> FOR_ISSUING_ONLY =
      List.of(
          "com.google.gson.",
          "javax.net.ssl.",
          "org.bouncycastle.",
          "org.jose4j.",
          "org.shredzone.acme4j.",
          "io.github.certbot4j.acme.acme4j.");

  /**
   * Comparing records, dividing durations, digesting, opening every jar, parsing what has no
   * arguments.
   */
  private static final List<String> COSTLY =
      List.of(
          "java.lang.runtime.ObjectMethods",
          "java.math.BigDecimal",
          "java.security.MessageDigest",
          "groovy.",
          "java.sql.",
          "ch.qos.logback.classic.joran.");

  /**
   * The JVM's security properties, and the table of a multi-release jar such as Bouncy Castle's.
   */
  private static final List<String> COSTLY_FOR_PLUGINS =
      List.of("java.security.Security", "java.util.TreeSet");

  /** What nobody needs without a plugin from a jar. */
  private static final List<String> FOR_JARS_OF_PLUGINS =
      List.of("java.util.ServiceLoader", "sun.net.www.protocol.jar.JarURLConnection");

  private static final String OWN = "io.github.certbot4j.";

  /** What a certificate and its key are checked with. */
  private static final List<String> FOR_KEYS =
      List.of("java.security.spec.", "sun.security.ec.", "sun.security.rsa.");

  /** A line of {@code -XX:+PrintCompilation} for a method that the optimising compiler takes. */
  private static final Pattern OPTIMISED = Pattern.compile("^ *\\d+ +\\d+ [ %sbn!]{5} +4 ");

  /** One for a method that is left to the first compiler though there is something to profile. */
  private static final Pattern FIRST_ALONE =
      Pattern.compile("^ *\\d+ +\\d+ [ %sbn!]{5} +1 .*\\(\\d\\d+ bytes\\)");

  @TempDir Path directory;
  private Installation installation;
  private Path configuration;

  @BeforeEach
  void install() throws Exception {
    installation = Installation.copiedTo(directory.resolve("installed"));
    configuration = directory.resolve("config");
    String name = "training.test";
    Path archive = Files.createDirectories(configuration.resolve("archive").resolve(name));
    Path live = Files.createDirectories(configuration.resolve("live").resolve(name));
    Path sample = sample();
    Files.createDirectories(configuration.resolve("renewal"));
    makeCertificateOfSixtyDays(archive.resolve("cert1.pem"), archive.resolve("privkey1.pem"));
    Files.copy(sample.resolve("ecdsa/chain.pem"), archive.resolve("chain1.pem"));
    joinFullchain(archive);
    for (String item : List.of("cert", "chain", "fullchain", "privkey")) {
      Files.createSymbolicLink(
          live.resolve(item + ".pem"), archive.resolve(item + "1.pem").toAbsolutePath());
    }
    String conf =
        Files.readString(sample.resolve("renewal.conf"))
            .replace("@config@", configuration.toString())
            .replace("@name@", name);
    Files.writeString(configuration.resolve("renewal").resolve(name + ".conf"), conf);
    Files.createDirectories(directory.resolve("home/.config/letsencrypt"));
    Files.writeString(
        directory.resolve("home/.config/letsencrypt/cli.ini"),
        "config-dir = %s\nwork-dir = %s\nlogs-dir = %s\n"
            .formatted(configuration, directory.resolve("work"), directory.resolve("logs")));
  }

  private Path sample() {
    return installation.home().resolve("share/training");
  }

  /** Puts one of the certificates that archives are made with in the place of the other. */
  private void take(String kind) throws IOException {
    Path archive = configuration.resolve("archive/training.test");
    for (String item : List.of("cert", "chain", "privkey")) {
      Files.copy(
          sample().resolve(kind).resolve(item + ".pem"),
          archive.resolve(item + "1.pem"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    joinFullchain(archive);
  }

  private static void joinFullchain(Path archive) throws IOException {
    String fullchain =
        Files.readString(archive.resolve("cert1.pem"))
            + Files.readString(archive.resolve("chain1.pem"));
    Files.writeString(archive.resolve("fullchain1.pem"), fullchain);
  }

  /** With that lifetime it is due at a part of it; the one for rehearsals lives a hundred years. */
  private static void makeCertificateOfSixtyDays(Path certificate, Path key) throws Exception {
    String openssl = Requirement.program("openssl", "openssl").toString();
    String[] command = {
      openssl,
      "req",
      "-x509",
      "-nodes",
      "-days",
      "60",
      "-subj",
      "/CN=training.test",
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:prime256v1",
      "-out",
      certificate.toString(),
      "-keyout",
      key.toString()
    };
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  @Test
  void renewing_nothing_loads_nothing_for_issuing() throws Exception {
    // The first run learns that the server has no renewal information to give.
    run("", "renew", "-q");
    List<String> classes = loadedBy("renew", "-q");
    assertThat(classes).contains("io.github.certbot4j.workflow.RenewFlow");
    assertNoneOf(classes, FOR_ISSUING_ONLY);
    assertNoneOf(classes, COSTLY);
    assertNoneOf(classes, FOR_JARS_OF_PLUGINS);
  }

  @ParameterizedTest
  @CsvSource({
    "nginx, nginx.NginxPlugin",
    "apache, apache.ApachePlugin apache.autohsts.ProgressFile"
  })
  void a_stored_installer_is_asked_for_work_and_not_loaded(String plugin, String loaded)
      throws Exception {
    List<String> classes = loadedForStored(plugin, "installer = " + plugin);
    assertThat(ofPlugins(classes)).containsExactlyInAnyOrder(loaded.split(" "));
    assertNoneOf(classes, FOR_ISSUING_ONLY);
    assertNoneOf(classes, COSTLY);
    assertNoneOf(classes, COSTLY_FOR_PLUGINS);
  }

  @Test
  void a_stored_dns_plugin_is_asked_for_its_options_and_not_loaded() throws Exception {
    List<String> classes =
        loadedForStored("dns-cloudflare", "dns_cloudflare_credentials = /etc/cloudflare.ini");
    assertThat(ofPlugins(classes))
        .contains("dns.cloudflare.CloudflarePlugin")
        .doesNotContain("dns.cloudflare.CloudflareService", "dns.DnsAuthenticator")
        .filteredOn(name -> name.endsWith("Plugin"))
        .containsExactlyInAnyOrder("dns.cloudflare.CloudflarePlugin", "dns.DnsPlugin");
    assertNoneOf(classes, FOR_ISSUING_ONLY);
    assertNoneOf(classes, COSTLY);
    assertNoneOf(classes, COSTLY_FOR_PLUGINS);
  }

  @Test
  void growing_headers_are_worked_on() throws Exception {
    Files.writeString(configuration.resolve(".pluginstorage.json"), "{}");
    List<String> classes = loadedForStored("apache", "installer = apache");
    assertThat(ofPlugins(classes)).contains("apache.ApacheServer");
  }

  @Test
  void listing_loads_nothing_for_issuing() throws Exception {
    List<String> classes = loadedBy("certificates");
    assertThat(classes).contains("io.github.certbot4j.workflow.CertificatesFlow");
    assertNoneOf(classes, FOR_ISSUING_ONLY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ecdsa", "rsa"})
  void the_archive_has_what_certificates_are_checked_with(String kind) throws Exception {
    take(kind);
    installation.makeClassDataArchive();
    List<String> lines = linesOfLoading("certificates");
    assertThat(lines).anyMatch(StartUpIT::isForKeys);
    assertThat(lines)
        .filteredOn(line -> line.startsWith(OWN) || isForKeys(line))
        // A switch over types, which Java puts together when it comes to it.
        .filteredOn(line -> !line.contains("$$TypeSwitch"))
        .filteredOn(line -> !line.contains("shared objects file"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"renew -q", "certificates"})
  void one_lineage_is_not_worth_the_optimising_compiler(String verb) throws Exception {
    take("rsa");
    run("", "renew", "-q");
    Installation.Result result = run("-XX:+PrintCompilation", verb.split(" "));
    assertThat(result.exitCode()).as(result.stderr()).isZero();
    assertThat(result.stdout().lines()).hasSizeGreaterThan(50);
    assertThat(result.stdout().lines().filter(line -> OPTIMISED.matcher(line).find())).isEmpty();
  }

  /** Left to the first compiler, a thousand signatures take twice as long. */
  @ParameterizedTest
  @MethodSource("io.github.certbot4j.launcher.LauncherIT#javas")
  void keys_are_left_to_both_compilers_where_the_rehearsal_says_what_to_compile(Path java)
      throws Exception {
    take("ecdsa");
    installation.makeClassDataArchive(java);
    Installation.Result result =
        run(java, "-XX:+AOTReplayTraining -XX:+PrintCompilation", "certificates");
    assertThat(result.exitCode()).as(result.stderr()).isZero();
    assertThat(result.stdout()).contains(" sun.security.util.math.");
    List<String> byFirstAlone =
        result.stdout().lines().filter(line -> FIRST_ALONE.matcher(line).find()).toList();
    assertThat(byFirstAlone)
        .noneMatch(line -> line.contains(" java.math.") || line.contains(" sun.security."));
    assertThat(byFirstAlone.stream().anyMatch(line -> line.contains(" " + OWN)))
        .isEqualTo(LauncherIT.hasAotCache(java));
  }

  @Test
  void telling_the_version_loads_no_library() throws Exception {
    List<String> classes = loadedBy("--version");
    assertThat(classes).contains("io.github.certbot4j.cli.Main");
    assertNoneOf(classes, FOR_ISSUING_ONLY);
    assertNoneOf(classes, List.of("ch.qos.logback.", "org.slf4j."));
  }

  /** What is loaded when the lineage was obtained with this plugin, and with one more option. */
  private List<String> loadedForStored(String authenticator, String entry) throws Exception {
    Path conf = configuration.resolve("renewal/training.test.conf");
    String text = Files.readString(conf);
    Files.writeString(
        conf,
        text.substring(0, text.indexOf("authenticator ="))
            + "authenticator = %s\n%s\n".formatted(authenticator, entry));
    // Without the archive every jar is opened in search of the logging library.
    installation.makeClassDataArchive();
    run("", "renew", "-q");
    return loadedBy("renew", "-q");
  }

  /** The classes of plugins in jars of their own, without what all classes of ours begin with. */
  private static List<String> ofPlugins(List<String> classes) {
    List<String> found = new ArrayList<>();
    for (String name : classes) {
      String own = name.startsWith(OWN) ? name.substring(OWN.length()) : "";
      if (own.matches("(nginx|apache|dns)[.].*")) {
        found.add(own);
      }
    }
    return found;
  }

  private static void assertNoneOf(List<String> classes, List<String> prefixes) {
    assertThat(classes).filteredOn(name -> prefixes.stream().anyMatch(name::startsWith)).isEmpty();
  }

  private static boolean isForKeys(String line) {
    return FOR_KEYS.stream().anyMatch(line::startsWith);
  }

  private List<String> loadedBy(String... words) throws IOException, InterruptedException {
    List<String> classes = new ArrayList<>();
    for (String line : linesOfLoading(words)) {
      classes.add(line.substring(0, line.indexOf(' ')));
    }
    return classes;
  }

  /** A class and its source in each. */
  private List<String> linesOfLoading(String... words) throws IOException, InterruptedException {
    Path list = directory.resolve("classes");
    Installation.Result result = run("-Xlog:class+load:file=" + list + ":none", words);
    assertThat(result.exitCode()).as(result.stderr()).isZero();
    return Files.readAllLines(list);
  }

  private Installation.Result run(String options, String... words)
      throws IOException, InterruptedException {
    return run(Path.of(System.getProperty("java.home")), options, words);
  }

  private Installation.Result run(Path java, String options, String... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(installation.launcher().toString()));
    command.addAll(List.of(words));
    return installation.run(
        Map.of(
            "CERTBOT4J_JAVA",
            java.toString(),
            "CERTBOT4J_JAVA_OPTIONS",
            options,
            "HOME",
            directory.resolve("home").toString(),
            "XDG_CONFIG_HOME",
            ""),
        directory,
        command.toArray(new String[0]));
  }
}
