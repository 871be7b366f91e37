package io.github.certbot4j.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.config.StoredParams;
import io.github.certbot4j.file.InMemory;
import io.github.certbot4j.ini.IniValue;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LineageStoreTest {

  private static final Material FIRST = Tree.material("a.test");
  private static final Material SECOND = Tree.material("a.test", "b.test");

  @TempDir(factory = InMemory.class)
  Path temporary;

  private Tree tree;

  @BeforeEach
  void makeTree() {
    tree = new Tree(temporary);
  }

  @Test
  void a_new_lineage_has_the_layout_of_the_original() throws IOException {
    Lineage lineage = create("a.test");

    assertThat(Files.readSymbolicLink(tree.live("a.test", Kind.FULLCHAIN)))
        .isEqualTo(Path.of("../../archive/a.test/fullchain1.pem"));
    assertThat(lineage.read(Kind.FULLCHAIN)).isEqualTo(FIRST.certPem() + FIRST.chainPem());
    assertThat(mode(tree.archived("a.test", Kind.PRIVKEY, 1))).isEqualTo("rw-------");
    assertThat(mode(tree.directories.live())).isEqualTo("rwx------");
    assertThat(mode(tree.directories.archive())).isEqualTo("rwx------");
    assertThat(mode(tree.directories.renewal())).isEqualTo("rwxr-xr-x");
    assertThat(tree.directories.live().resolve("README")).isNotEmptyFile();
    assertThat(tree.directories.live().resolve("a.test/README")).isNotEmptyFile();
    assertThat(lineage.params()).isEqualTo(Tree.PARAMS);
    assertThat(lineage.conf().version()).contains("1.15.0");
  }

  @Test
  void a_taken_name_gets_a_number() {
    create("a.test");

    assertThat(create("a.test").name().value()).isEqualTo("a.test-0001");
    assertThat(create("a.test").name().value()).isEqualTo("a.test-0002");
  }

  @Test
  void live_links_without_a_configuration_are_left_alone() throws IOException {
    create("a.test");
    Files.delete(tree.conf("a.test"));

    assertThat(create("a.test").name().value()).isEqualTo("a.test-0001");
    assertThat(tree.live("a.test", Kind.CERT)).hasContent(FIRST.certPem());
  }

  @Test
  void what_the_original_leaves_when_it_is_killed_is_taken_over() throws IOException {
    Files.createDirectories(tree.directories.renewal());
    Files.writeString(tree.conf("a.test"), "");
    Files.createDirectories(tree.directories.archive().resolve("a.test"));
    Files.createDirectories(tree.directories.live().resolve("a.test"));
    Files.createSymbolicLink(
        tree.live("a.test", Kind.CERT), Path.of("../../archive/a.test/cert1.pem"));

    Lineage lineage = create("a.test");

    assertThat(lineage.name()).isEqualTo(Tree.NAME);
    assertThat(lineage.currentVersion(Kind.CERT)).contains(new ArchiveVersion(1));
  }

  @Test
  void archived_versions_that_nothing_refers_to_are_numbered_on() throws IOException {
    Path archive = Files.createDirectories(tree.directories.archive().resolve("a.test"));
    Files.writeString(archive.resolve("privkey3.pem"), "precious");

    Lineage lineage = create("a.test");

    assertThat(lineage.currentVersion(Kind.CERT)).contains(new ArchiveVersion(4));
    assertThat(archive.resolve("privkey3.pem")).hasContent("precious");
  }

  @Test
  void a_file_where_a_directory_is_needed_makes_a_name_taken() throws IOException {
    Files.createDirectories(tree.directories.archive());
    Files.writeString(tree.directories.archive().resolve("a.test"), "");

    assertThat(create("a.test").name().value()).isEqualTo("a.test-0001");
  }

  @Test
  void links_are_absolute_where_relative_ones_would_go_astray() throws IOException {
    Path elsewhere = Files.createDirectories(temporary.resolve("deeply/nested/live"));
    Files.createDirectories(tree.directories.config());
    Files.createSymbolicLink(tree.directories.live(), elsewhere);

    create("a.test");

    assertThat(Files.readSymbolicLink(tree.live("a.test", Kind.CERT)))
        .isEqualTo(tree.archived("a.test", Kind.CERT, 1));
  }

  @Test
  void a_key_that_is_not_the_certificates_is_refused_before_anything_is_written() {
    Material wrong = new Material(FIRST.certPem(), FIRST.chainPem(), SECOND.keyPem());

    assertThatThrownBy(() -> tree.store().create(Tree.newCertificate(Tree.NAME, wrong)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("does not belong to the certificate");
    assertThat(tree.store().names()).isEmpty();
    assertThat(tree.directories.archive().resolve("a.test")).doesNotExist();
    tree.assertNoTraces();
  }

  @Test
  void a_successor_waits_until_it_is_deployed() throws IOException {
    create("a.test");
    Lineage added = tree.store().addVersion(tree.load("a.test"), SECOND, Tree.PARAMS);

    assertThat(added.read(Kind.CERT)).isEqualTo(FIRST.certPem());
    assertThat(added.hasPendingDeployment()).isTrue();

    Lineage deployed = tree.store().deployPending(added);

    assertThat(deployed.read(Kind.CERT)).isEqualTo(SECOND.certPem());
    assertThat(Files.readSymbolicLink(tree.live("a.test", Kind.CERT)))
        .isEqualTo(Path.of("../../archive/a.test/cert2.pem"));
    assertThat(tree.store().deployPending(deployed)).isSameAs(deployed);
    tree.assertNoTraces();
  }

  @Test
  void a_successor_lies_beside_the_version_in_use_even_if_the_archive_is_said_to_be_elsewhere()
      throws IOException {
    create("a.test");
    Path elsewhere = Files.createDirectories(temporary.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("cert6.pem"), "");
    String archive = tree.directories.archive().resolve("a.test").toString();
    Files.writeString(
        tree.conf("a.test"), Tree.text(tree.conf("a.test")).replace(archive, elsewhere.toString()));

    renew();

    assertThat(tree.archived("a.test", Kind.CERT, 7)).hasContent(SECOND.certPem());
    assertThat(tree.live("a.test", Kind.CERT)).hasContent(SECOND.certPem());
    assertThat(tree.load("a.test").archiveDirectory()).isEqualTo(elsewhere);
  }

  @Test
  void a_refused_write_leaves_nothing_behind() throws IOException {
    create("a.test");
    Path inTheWay = tree.archived("a.test", Kind.FULLCHAIN, 2).resolveSibling(".chain2.pem.tmp");
    Files.writeString(Files.createDirectory(inTheWay).resolve("x"), "");

    assertThatThrownBy(() -> tree.store().addVersion(tree.load("a.test"), SECOND, Tree.PARAMS))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining(".chain2.pem.tmp");

    assertThat(tree.load("a.test").nextFreeVersion()).isEqualTo(new ArchiveVersion(2));
    assertThat(tree.archived("a.test", Kind.PRIVKEY, 2)).doesNotExist();
  }

  @Test
  void a_successors_key_gets_group_and_harmless_permissions_of_the_old_one() throws IOException {
    create("a.test");
    Path old = tree.archived("a.test", Kind.PRIVKEY, 1);
    Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rwxrw-rwx"));

    tree.store().addVersion(tree.load("a.test"), SECOND, Tree.PARAMS);

    Path key = tree.archived("a.test", Kind.PRIVKEY, 2);
    assertThat(mode(key)).isEqualTo("rw-rw-r--");
    assertThat(Files.getAttribute(key, "unix:gid")).isEqualTo(Files.getAttribute(old, "unix:gid"));
  }

  @Test
  void a_configuration_keeps_its_permissions_and_is_followed_through_a_link() throws IOException {
    create("a.test");
    Path elsewhere = temporary.resolve("real.conf");
    Files.move(tree.conf("a.test"), elsewhere);
    Files.createSymbolicLink(tree.conf("a.test"), elsewhere);
    Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rw-r-----"));
    StoredParams params =
        new StoredParams(Map.of("authenticator", IniValue.of("manual")), Map.of());

    Lineage saved = tree.store().saveConf(tree.load("a.test"), params);

    assertThat(saved.params()).isEqualTo(params);
    assertThat(tree.conf("a.test")).isSymbolicLink();
    assertThat(mode(elsewhere)).isEqualTo("rw-r-----");
  }

  @Test
  void hand_made_absolute_links_stay_absolute() throws IOException {
    create("a.test");
    Path link = tree.live("a.test", Kind.CERT);
    Files.delete(link);
    Files.createSymbolicLink(link, tree.archived("a.test", Kind.CERT, 1));

    renew();

    assertThat(Files.readSymbolicLink(link)).isEqualTo(tree.archived("a.test", Kind.CERT, 2));
  }

  @Test
  void an_interrupted_move_is_put_back_when_the_lineage_is_loaded() throws IOException {
    create("a.test");
    renew();
    keepPreviousLinks(Kind.values());
    Files.delete(tree.live("a.test", Kind.CHAIN));

    Lineage lineage = tree.load("a.test");

    assertThat(lineage.read(Kind.CERT)).isEqualTo(FIRST.certPem());
    assertThat(lineage.hasPendingDeployment()).isTrue();
    assertThat(Files.readSymbolicLink(tree.live("a.test", Kind.CERT)))
        .isEqualTo(Path.of("../../archive/a.test/cert1.pem"));
    assertThat(Files.readSymbolicLink(tree.live("a.test", Kind.CHAIN)))
        .isEqualTo(tree.archived("a.test", Kind.CHAIN, 1));
    tree.assertNoTraces();
  }

  @Test
  void a_move_that_was_over_is_not_undone() throws IOException {
    create("a.test");
    renew();
    keepPreviousLinks(Kind.CERT, Kind.CHAIN);

    assertThat(tree.load("a.test").read(Kind.CERT)).isEqualTo(SECOND.certPem());
    tree.assertNoTraces();
  }

  @Test
  void deleting_removes_the_lineage_and_nothing_else() {
    create("a.test");
    create("b.test");

    tree.store().delete(Tree.NAME);

    assertThat(tree.store().names()).containsExactly(new CertName("b.test"));
    assertThat(tree.directories.live().resolve("a.test")).doesNotExist();
    assertThat(tree.directories.archive().resolve("a.test")).doesNotExist();
    Tree.assertConsistent(tree.load("b.test"));
    tree.assertNoTraces();
  }

  @Test
  void deleting_keeps_a_live_directory_with_files_of_the_users() throws IOException {
    create("a.test");
    Path own = Files.writeString(tree.directories.live().resolve("a.test/bundle.pem"), "mine");

    tree.store().delete(Tree.NAME);

    assertThat(own).hasContent("mine");
    assertThat(tree.live("a.test", Kind.CERT)).doesNotExist();
  }

  @Test
  void deleting_takes_only_versions_from_an_archive_elsewhere() throws IOException {
    create("a.test");
    Path elsewhere = Files.createDirectories(temporary.resolve("precious"));
    Files.writeString(elsewhere.resolve("cert7.pem"), "");
    Files.writeString(elsewhere.resolve("diary"), "");
    String conf = Tree.text(tree.conf("a.test"));
    String archive = tree.directories.archive().resolve("a.test").toString();
    Files.writeString(tree.conf("a.test"), conf.replace(archive, elsewhere.toString()));

    tree.store().delete(Tree.NAME);

    assertThat(elsewhere.toFile().list()).containsExactly("diary");
  }

  @Test
  void deleting_something_unintelligible_removes_the_configuration_only() throws IOException {
    create("a.test");
    Files.writeString(tree.conf("a.test"), "gibberish");

    assertThatThrownBy(() -> tree.store().delete(Tree.NAME))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("nothing else");
    assertThat(tree.conf("a.test")).doesNotExist();
    assertThat(tree.live("a.test", Kind.CERT)).exists();
  }

  @Test
  void deleting_what_is_not_there_fails() {
    assertThatThrownBy(() -> tree.store().delete(Tree.NAME))
        .isInstanceOf(FailureException.class)
        .hasMessageStartingWith("There is no certificate named a.test");
  }

  @Test
  void links_follow_a_moved_archive_and_moved_live_files() throws IOException {
    create("a.test");
    create("b.test");
    Path archive = temporary.resolve("etc/moved/a");
    Path live = temporary.resolve("etc/served");
    Files.createDirectories(archive.getParent());
    Files.move(tree.directories.archive().resolve("a.test"), archive);
    Files.move(tree.directories.live().resolve("a.test"), live);
    String conf = Tree.text(tree.conf("a.test"));
    Files.writeString(
        tree.conf("a.test"),
        conf.replace(tree.directories.archive().resolve("a.test").toString(), archive.toString())
            .replace(tree.directories.live().resolve("a.test").toString(), live.toString()));

    assertThat(tree.store().updateSymlinks()).isEmpty();

    assertThat(Files.readSymbolicLink(live.resolve("cert.pem")))
        .isEqualTo(Path.of("../moved/a/cert1.pem"));
    Tree.assertConsistent(tree.load("a.test"));
    Tree.assertConsistent(tree.load("b.test"));
  }

  @Test
  void links_that_would_lead_nowhere_are_left_alone_and_the_others_updated() throws IOException {
    create("a.test");
    create("b.test");
    Files.writeString(
        tree.conf("a.test"),
        Tree.text(tree.conf("a.test")).replace("archive/a.test", "archive/missing"));
    Path other = tree.live("b.test", Kind.CERT);
    Files.delete(other);
    Files.createSymbolicLink(other, Path.of("gone/cert1.pem"));

    assertThat(tree.store().updateSymlinks())
        .extracting(BrokenLineage::name)
        .containsExactly(Tree.NAME);

    assertThat(tree.live("a.test", Kind.CERT)).hasContent(FIRST.certPem());
    assertThat(other).hasContent(FIRST.certPem());
  }

  private Lineage create(String name) {
    return tree.store().create(Tree.newCertificate(new CertName(name), FIRST));
  }

  private void renew() {
    tree.store().deployPending(tree.store().addVersion(tree.load("a.test"), SECOND, Tree.PARAMS));
  }

  /** As if a move from the first version had been broken off. */
  private void keepPreviousLinks(Kind... kinds) throws IOException {
    for (Kind kind : kinds) {
      Files.createSymbolicLink(
          tree.live("a.test", kind).resolveSibling(kind.previousName()),
          tree.archived("a.test", kind, 1));
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
