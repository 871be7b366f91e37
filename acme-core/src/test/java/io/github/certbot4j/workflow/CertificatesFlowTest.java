package io.github.certbot4j.workflow;

import static io.github.certbot4j.workflow.Workbench.NOT_DUE;
import static io.github.certbot4j.workflow.Workbench.NOW;
import static io.github.certbot4j.workflow.Workbench.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.lineage.ArchiveVersion;
import io.github.certbot4j.lineage.Kind;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificatesFlowTest {

  @TempDir Path temp;
  private final List<String> asked = new ArrayList<>();
  private Workbench bench;
  private boolean revoked;

  @BeforeEach
  void prepare() {
    bench = new Workbench(temp);
  }

  @Test
  void without_any_lineage_there_is_one_line() {
    assertThat(listing(bench.settings())).isEqualTo("No certificates found.");
  }

  @Test
  void a_lineage_is_described_to_the_letter() {
    bench.lineage("web", NOT_DUE, "b.test", "a.test");
    assertThat(listing(bench.settings()))
        .isEqualTo(
            """
            Found the following certs:
              Certificate Name: web
                Serial Number: 1234
                Key Type: ECDSA
                Domains: b.test a.test
                Expiry Date: 2026-05-20 03:04:05+00:00 (VALID: 60 days)
                Certificate Path: LIVE/web/fullchain.pem
                Private Key Path: LIVE/web/privkey.pem\
            """
                .replace("LIVE", bench.directories.live().toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "P2D, VALID: 2 days",
    "P1DT23H59M, VALID: 1 day",
    "P1D, VALID: 1 day",
    "PT23H59M59S, VALID: 23 hour(s)",
    "PT1S, VALID: 0 hour(s)",
    "PT0S, INVALID: EXPIRED",
    "-P400D, INVALID: EXPIRED"
  })
  void what_is_left_is_told_in_days_and_on_the_last_day_in_hours(String left, String told) {
    bench.lineage("a.test", NOT_DUE, "a.test");
    assertThat(listing(bench.settings(), NOT_DUE.minus(Duration.parse(left))))
        .contains("+00:00 (" + told + ")\n");
  }

  @Test
  void a_certificate_for_tests_says_so_before_anything_else() {
    bench.lineage(
        "a.test", NOT_DUE, Map.of("server", "https://staging.ca.test/directory"), "a.test");
    assertThat(listing(bench.settings())).contains("(INVALID: TEST_CERT)");
    revoked = true;
    assertThat(listing(bench.settings())).contains("(INVALID: TEST_CERT, REVOKED)");
  }

  @Test
  void what_has_expired_is_not_looked_up_at_the_ca() {
    revoked = true;
    bench.lineage("a.test", NOT_DUE, "a.test");
    assertThat(listing(bench.settings(), NOT_DUE)).contains("(INVALID: EXPIRED)");
    assertThat(asked).isEmpty();
    assertThat(listing(bench.settings())).contains("(INVALID: REVOKED)");
    assertThat(asked).containsExactly("a.test");
  }

  @Test
  void lineages_are_chosen_by_name_or_by_names_all_of_which_they_have() {
    bench.lineage("web", NOT_DUE, "a.test", "b.test");
    bench.lineage("mail", NOT_DUE, "b.test");
    assertThat(listing(named("mail"))).startsWith("Found the following matching certs:\n");
    assertThat(listed(named("mail"))).containsExactly("mail");
    assertThat(listed(bench.settings("b.test"))).containsExactly("mail", "web");
    assertThat(listed(bench.settings("b.test", "a.test"))).containsExactly("web");
    assertThat(
            listed(
                named("web")
                    .with(CertificateOptions.DOMAINS, names("b.test"), Origin.COMMAND_LINE)))
        .containsExactly("web");
  }

  @Test
  void a_choice_that_nothing_meets_leaves_an_empty_line() {
    bench.lineage("web", NOT_DUE, "a.test");
    assertThat(listing(named("mail"))).isEqualTo("Found the following matching certs:\n");
  }

  @Test
  void what_is_invalid_is_listed_below_whatever_the_choice() throws IOException {
    bench.lineage("a.test", NOT_DUE, "a.test");
    Lineage key = bench.lineage("key", NOT_DUE, "a.test");
    Lineage chain = bench.lineage("chain", NOT_DUE, "a.test");
    Lineage full = bench.lineage("full", NOT_DUE, "a.test");
    Lineage cert = bench.lineage("cert", NOT_DUE, "a.test");
    Lineage odd = bench.lineage("odd", NOT_DUE, Map.of("server", "%(nothing)s"), "a.test");
    Path empty = bench.conf("empty", "");
    Files.writeString(
        key.path(Kind.PRIVKEY, new ArchiveVersion(1)),
        bench.lineage("other", NOT_DUE, "o.test").read(Kind.PRIVKEY));
    Files.writeString(chain.path(Kind.CHAIN, new ArchiveVersion(1)), "garbage");
    Files.writeString(full.path(Kind.FULLCHAIN, new ArchiveVersion(1)), "garbage");
    Files.writeString(cert.path(Kind.CERT, new ArchiveVersion(1)), "garbage");
    String text = listing(named("a.test"));
    assertThat(text)
        .startsWith("Found the following matching certs:\n  Certificate Name: a.test\n")
        .endsWith(
            String.join(
                "\n",
                "/live/a.test/privkey.pem",
                "",
                "The following renewal configurations were invalid:",
                "  " + cert.confPath(),
                "  " + chain.confPath(),
                "  " + empty,
                "  " + full.confPath(),
                "  " + key.confPath(),
                "  " + odd.confPath()));
  }

  @Test
  void nothing_is_told_of_a_lineage_that_turns_out_to_be_invalid_in_the_middle() {
    Lineage odd = bench.lineage("odd", NOT_DUE, Map.of("server", "%(nothing)s"), "a.test");
    assertThat(listing(bench.settings()))
        .isEqualTo("\nThe following renewal configurations were invalid:\n  " + odd.confPath());
  }

  @Test
  void with_nothing_but_invalid_configurations_only_those_are_listed() {
    Path empty = bench.conf("empty", "");
    assertThat(listing(bench.settings()))
        .isEqualTo("\nThe following renewal configurations were invalid:\n  " + empty);
  }

  private Settings named(String name) {
    return bench
        .settings()
        .with(CertificateOptions.CERTNAME, new CertName(name), Origin.COMMAND_LINE);
  }

  private List<String> listed(Settings settings) {
    return listing(settings)
        .lines()
        .filter(line -> line.startsWith("  Certificate Name: "))
        .map(line -> line.substring("  Certificate Name: ".length()))
        .toList();
  }

  private String listing(Settings settings) {
    return listing(settings, NOW);
  }

  private String listing(Settings settings, Instant now) {
    ScriptedDisplay display = ScriptedDisplay.unattended();
    RevocationCheck check =
        lineage -> {
          asked.add(lineage.name().value());
          return revoked;
        };
    new CertificatesFlow(display, check, now).run(settings, bench.lineages);
    assertThat(display.shown()).hasSize(1);
    return display.shown().get(0);
  }
}
