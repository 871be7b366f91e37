package io.github.certbot4j.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.file.InMemory;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LineageLoadTest {

  private static final Material FIRST = Tree.material("a.test", "www.a.test");
  private static final Material SECOND = Tree.material("a.test");

  @TempDir(factory = InMemory.class)
  Path temporary;

  private Tree tree;

  @BeforeEach
  void createLineage() {
    tree = new Tree(temporary);
    tree.store().create(Tree.newCertificate(Tree.NAME, FIRST));
  }

  @Test
  void a_lineage_tells_its_versions_paths_and_names() {
    Lineage lineage = tree.load("a.test");

    assertThat(lineage.names()).containsExactly("a.test", "www.a.test");
    assertThat(lineage.certificate().notAfter()).isEqualTo(Tree.NOT_AFTER);
    assertThat(lineage.currentVersion(Kind.CHAIN)).contains(new ArchiveVersion(1));
    assertThat(lineage.latestCommonVersion()).contains(new ArchiveVersion(1));
    assertThat(lineage.nextFreeVersion()).isEqualTo(new ArchiveVersion(2));
    assertThat(lineage.hasPendingDeployment()).isFalse();
    assertThat(lineage.livePaths().privkey()).isEqualTo(tree.live("a.test", Kind.PRIVKEY));
    assertThat(lineage.archiveDirectory()).isEqualTo(tree.directories.archive().resolve("a.test"));
    assertThat(lineage.renewBefore()).isEmpty();
  }

  @Test
  void lineages_are_listed_in_byte_order_without_hidden_files() throws IOException {
    for (String name : List.of("b.conf", "a.test-0001.conf", "Z.conf", "é.conf", ".x.conf", "y")) {
      Files.writeString(tree.directories.renewal().resolve(name), "");
    }

    assertThat(tree.store().names())
        .extracting(CertName::value)
        .containsExactly("Z", "a.test-0001", "a.test", "b", "é");
    assertThat(tree.store().confPaths()).hasSize(5).contains(tree.conf("a.test"));
  }

  @Test
  void a_missing_directory_holds_no_lineages() {
    Tree empty = new Tree(temporary.resolve("elsewhere"));

    assertThat(empty.store().names()).isEmpty();
    assertThat(empty.store().load(Tree.NAME)).isEmpty();
    empty.store().recover();
  }

  @Test
  void loading_all_tells_whole_from_broken_ones() throws IOException {
    Files.writeString(tree.conf("broken"), "not an ini file");

    List<String> found = new ArrayList<>();
    for (LoadedLineage loaded : tree.store().loadAll()) {
      found.add(loaded.fold(whole -> "whole " + whole.name(), broken -> "broken " + broken.name()));
    }

    assertThat(found).containsExactly("whole a.test", "broken broken");
  }

  @Test
  void versions_left_incomplete_are_passed_over() throws IOException {
    Files.copy(tree.archived("a.test", Kind.CERT, 1), tree.archived("a.test", Kind.CERT, 4));
    Files.copy(tree.archived("a.test", Kind.CHAIN, 1), tree.archived("a.test", Kind.CHAIN, 4));

    Lineage lineage = tree.load("a.test");

    assertThat(lineage.nextFreeVersion()).isEqualTo(new ArchiveVersion(5));
    assertThat(lineage.latestCommonVersion()).contains(new ArchiveVersion(1));
    assertThat(lineage.availableVersions(Kind.CERT))
        .containsExactly(new ArchiveVersion(1), new ArchiveVersion(4));
    assertThat(lineage.hasPendingDeployment()).isFalse();
  }

  @Test
  void the_newest_complete_version_decides_about_renewal_and_the_live_one_about_names() {
    tree.store().addVersion(tree.load("a.test"), SECOND, Tree.PARAMS);

    Lineage lineage = tree.load("a.test");

    assertThat(lineage.hasPendingDeployment()).isTrue();
    assertThat(lineage.names()).containsExactly("a.test", "www.a.test");
    assertThat(lineage.latestCertificate().pem()).isEqualTo(SECOND.certPem());
  }

  @Test
  void an_unreadable_interval_counts_as_thirty_days() throws IOException {
    Files.writeString(
        tree.conf("a.test"), "renew_before_expiry = soon\n" + Tree.text(tree.conf("a.test")));

    assertThat(tree.load("a.test").renewBefore()).contains(RenewBefore.DEFAULT);
  }

  @Test
  void an_empty_configuration_is_broken() throws IOException {
    Files.writeString(tree.conf("a.test"), "");

    assertThat(broken().reason())
        .isEqualTo(tree.conf("a.test") + " is empty, as an interrupted run" + " leaves it.");
    assertThat(broken().advice()).contains("--cert-name a.test");
  }

  @Test
  void text_outside_the_grammar_is_broken_and_told_with_its_line() throws IOException {
    Files.writeString(tree.conf("a.test"), "version = 1.15.0\nwhat is this\n");

    assertThat(broken().reason()).startsWith(tree.conf("a.test") + ", line 2: ");
  }

  @Test
  void bytes_that_are_not_utf8_are_broken() throws IOException {
    Files.write(tree.conf("a.test"), "x = \u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(broken().reason()).isEqualTo(tree.conf("a.test") + " is not UTF-8 text.");
  }

  @ParameterizedTest
  @EnumSource
  void a_path_that_is_not_given_is_broken(Kind kind) throws IOException {
    edit("\n" + kind.key() + " = ", "\nx_" + kind.key() + " = ");

    assertThat(broken().reason()).contains("does not say where '" + kind.key() + "' is");
  }

  @Test
  void a_reference_to_nowhere_in_a_path_is_broken() throws IOException {
    edit("cert = ", "cert = %(nowhere)s");

    assertThat(broken().reason()).contains("nowhere");
  }

  @Test
  void a_version_that_is_none_is_broken() throws IOException {
    edit("version = 1.15.0", "version = 1.15.0-clone");

    assertThat(broken().reason()).contains("1.15.0-clone");
  }

  @Test
  void a_newer_version_or_none_is_no_obstacle() throws IOException {
    edit("version = 1.15.0", "version = 5.1.0");
    assertThat(tree.load("a.test").conf().version()).contains("5.1.0");

    edit("version = 5.1.0\n", "");
    assertThat(tree.load("a.test").conf().version()).isEmpty();
  }

  @Test
  void what_is_to_be_said_of_a_lineage_waits_for_its_turn() throws IOException {
    assertThat(tree.store().readListed(Tree.NAME).remarks()).isEmpty();

    edit("version = 1.15.0", "version = 5.1.0");
    ReadLineage read = tree.store().readListed(Tree.NAME);
    assertThat(read.remarks())
        .containsExactly(
            tree.conf("a.test") + " was written by the newer version 5.1.0; reading it anyway.");
    assertThat(read.told()).isSameAs(read.lineage()).isInstanceOf(Lineage.class);
  }

  @Test
  void what_tells_whether_a_lineage_is_due_is_read_with_it() throws IOException {
    Lineage lineage = (Lineage) tree.store().readToRenew(Tree.NAME).lineage();
    Files.delete(tree.archived("a.test", Kind.CERT, 1));
    Files.writeString(tree.archived("a.test", Kind.CHAIN, 2), "");

    assertThat(lineage.latestCertificate().notAfter()).isEqualTo(Tree.NOT_AFTER);
    assertThat(lineage.certificate()).isSameAs(lineage.latestCertificate());
    assertThat(lineage.hasPendingDeployment()).isFalse();
  }

  @Test
  void a_certificate_that_cannot_be_read_ahead_is_told_to_who_asks() throws IOException {
    Files.writeString(tree.archived("a.test", Kind.CERT, 1), "nonsense");

    Lineage lineage = (Lineage) tree.store().readToRenew(Tree.NAME).lineage();

    assertThatThrownBy(lineage::latestCertificate)
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("cert1.pem: No certificate found");
  }

  @Test
  void a_live_file_that_is_no_link_is_broken() throws IOException {
    Path live = tree.live("a.test", Kind.CHAIN);
    Files.delete(live);
    assertThat(broken().reason()).isEqualTo(live + " is missing.");

    Files.writeString(live, FIRST.chainPem());
    assertThat(broken().reason()).isEqualTo(live + " is not a symbolic link.");
  }

  @Test
  void a_link_that_leads_nowhere_is_broken() throws IOException {
    Files.delete(tree.archived("a.test", Kind.PRIVKEY, 1));

    assertThat(broken().reason())
        .isEqualTo(
            tree.live("a.test", Kind.PRIVKEY)
                + " leads to "
                + tree.archived("a.test", Kind.PRIVKEY, 1)
                + ", which does not exist.");
  }

  @Test
  void a_key_linked_to_an_older_one_is_accepted() throws IOException {
    Material sameKey = new Material(FIRST.certPem(), FIRST.chainPem(), FIRST.keyPem());
    tree.store().deployPending(tree.store().addVersion(tree.load("a.test"), sameKey, Tree.PARAMS));
    Path key = tree.archived("a.test", Kind.PRIVKEY, 2);
    Files.delete(key);
    Files.createSymbolicLink(key, Path.of("privkey1.pem"));

    Lineage lineage = tree.load("a.test");

    assertThat(lineage.currentVersion(Kind.PRIVKEY)).contains(new ArchiveVersion(2));
    assertThat(LineageChecks.problem(lineage)).isEmpty();
  }

  @Test
  void an_unreadable_certificate_is_told_only_to_who_asks_for_it() throws IOException {
    Files.writeString(tree.archived("a.test", Kind.CERT, 1), "nonsense");

    Lineage lineage = tree.load("a.test");

    assertThat(LineageChecks.problem(lineage).orElseThrow().reason())
        .contains("cert1.pem: No certificate found");
  }

  @Test
  void files_that_do_not_belong_together_are_found() throws IOException {
    Path fullchain = tree.archived("a.test", Kind.FULLCHAIN, 1);
    Files.writeString(fullchain, FIRST.certPem());
    assertThat(problem()).contains("fullchain is not made of its certificate and its chain");

    Files.writeString(fullchain, FIRST.certPem() + FIRST.chainPem());
    assertThat(LineageChecks.problem(tree.load("a.test"))).isEmpty();

    Files.writeString(tree.archived("a.test", Kind.PRIVKEY, 1), SECOND.keyPem());
    assertThat(problem()).contains("private key does not belong to the certificate");

    Files.writeString(tree.archived("a.test", Kind.CHAIN, 1), FIRST.certPem());
    assertThat(problem()).contains("not verifiably signed");

    Files.writeString(tree.archived("a.test", Kind.CHAIN, 1), "");
    assertThat(problem()).contains("chain.pem: No certificate found");
  }

  private String problem() {
    return LineageChecks.problem(tree.load("a.test")).orElseThrow().reason();
  }

  private BrokenLineage broken() {
    return tree.loadBroken("a.test");
  }

  private void edit(String from, String to) throws IOException {
    String text = Tree.text(tree.conf("a.test"));
    assertThat(text).contains(from);
    Files.writeString(tree.conf("a.test"), text.replace(from, to));
  }
}
