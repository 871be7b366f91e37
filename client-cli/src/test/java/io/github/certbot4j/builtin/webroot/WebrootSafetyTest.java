package io.github.certbot4j.builtin.webroot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when those who may write to the web server's directory are not to be trusted. */
class WebrootSafetyTest {

  private static final int NOBODY = 65_534;

  @TempDir Path temp;
  private Path root;
  private Path challenges;
  private final Publication publication = new Publication("/.well-known/acme-challenge/");

  @BeforeEach
  void makeRoot() throws IOException {
    root = Files.createDirectory(temp.resolve("root"));
    challenges = root.resolve(".well-known/acme-challenge");
  }

  @Test
  void a_left_over_file_is_replaced() throws IOException {
    Files.createDirectories(challenges);
    Files.writeString(challenges.resolve("token"), "left over");
    publication.publish(root, "token", "new");
    assertThat(challenges.resolve("token")).hasContent("new");
    publication.withdraw("token");
    assertThat(challenges).isEmptyDirectory();
  }

  @Test
  void a_link_in_the_place_of_the_file_is_never_written_through() throws IOException {
    Path victim = Files.writeString(temp.resolve("victim"), "untouched");
    Files.createDirectories(challenges);
    Files.createSymbolicLink(challenges.resolve("token"), victim);
    publication.publish(root, "token", "new");
    assertThat(challenges.resolve("token")).hasContent("new");
    publication.withdraw("token");
    assertThat(victim).hasContent("untouched");
  }

  @Test
  void a_directory_in_the_place_of_the_file_is_an_error_and_stays() throws IOException {
    Files.createDirectories(challenges.resolve("token/inside"));
    assertThatThrownBy(() -> publication.publish(root, "token", "new"))
        .isInstanceOf(IOException.class);
    publication.withdraw("token");
    assertThat(challenges.resolve("token/inside")).isDirectory();
  }

  @Test
  void a_new_directory_that_was_exchanged_for_another_is_not_given_away() throws IOException {
    Path theirs = Files.createDirectory(temp.resolve("theirs"));
    giveToNobody(theirs);
    Path secret = Files.createDirectories(root.resolve("secret"));
    Files.writeString(secret.resolve("file"), "x");
    Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
    try (HeldDirectory held = HeldDirectory.open(root);
        HeldDirectory model = HeldDirectory.open(theirs)) {
      Files.move(root, temp.resolve("moved"));
      Files.createSymbolicLink(root, elsewhere);
      Files.move(temp.resolve("moved/secret"), temp.resolve("moved/.well-known"));
      held.createChild(".well-known", model).close();
    }
    assertThat(Files.getAttribute(temp.resolve("moved/.well-known"), "unix:uid")).isEqualTo(0);
  }

  @Test
  void a_link_of_this_user_is_followed() throws IOException {
    Path shared = Files.createDirectories(temp.resolve("shared"));
    Files.createSymbolicLink(root.resolve(".well-known"), shared);
    publication.publish(root, "token", "content");
    assertThat(shared.resolve("acme-challenge/token")).hasContent("content");
    publication.withdraw("token");
    assertThat(shared).isEmptyDirectory();
    assertThat(root.resolve(".well-known")).isSymbolicLink();
  }

  @Test
  void a_link_of_another_user_into_a_directory_of_this_one_is_refused() throws IOException {
    Path secret = Files.createDirectories(temp.resolve("secret"));
    plantLink(secret);
    assertThatThrownBy(() -> publication.publish(root, "token", "content"))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("it is a link of");
    publication.withdraw("token");
    assertThat(secret).isEmptyDirectory();
  }

  @Test
  void a_link_of_another_user_into_a_directory_of_that_user_is_followed() throws IOException {
    Path theirs = Files.createDirectories(temp.resolve("theirs"));
    plantLink(theirs);
    giveToNobody(theirs);
    publication.publish(root, "token", "content");
    assertThat(theirs.resolve("acme-challenge/token")).hasContent("content");
    publication.withdraw("token");
    assertThat(theirs).isEmptyDirectory();
  }

  @Test
  void new_directories_belong_to_the_owner_and_group_of_the_root_and_the_file_does_not()
      throws IOException {
    giveToNobody(root);
    publication.publish(root, "token", "content");
    for (Path directory : new Path[] {challenges, challenges.getParent()}) {
      assertThat(Files.getAttribute(directory, "unix:uid")).isEqualTo(NOBODY);
      assertThat(Files.getAttribute(directory, "unix:gid")).isEqualTo(NOBODY);
    }
    assertThat(Files.getAttribute(challenges.resolve("token"), "unix:uid")).isEqualTo(0);
    publication.withdraw("token");
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void directories_that_exist_keep_owner_and_mode() throws IOException {
    Path wellKnown = Files.createDirectory(root.resolve(".well-known"));
    Files.setPosixFilePermissions(wellKnown, PosixFilePermissions.fromString("rwx--x---"));
    publication.publish(root, "token", "content");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(wellKnown)))
        .isEqualTo("rwx--x---");
    publication.withdraw("token");
  }

  @Test
  void all_may_read_whatever_the_umask() throws Exception {
    Path missing = temp.resolve("made/root");
    Process child =
        new ProcessBuilder(
                "/bin/sh",
                "-c",
                "umask 077; exec \"$0\" -Xshare:auto -cp \"$1\" \"$2\" \"$3\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                System.getProperty("java.class.path"),
                PublishingProcess.class.getName(),
                missing.toString())
            .inheritIO()
            .start();
    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isZero();
    Path file = missing.resolve(".well-known/acme-challenge/token");
    assertThat(mode(file)).isEqualTo("rw-r--r--");
    for (Path path = file.getParent(); !path.equals(temp); path = path.getParent()) {
      assertThat(mode(path)).as(path.toString()).isEqualTo("rwxr-xr-x");
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private void plantLink(Path target) throws IOException {
    giveToNobody(Files.createSymbolicLink(root.resolve(".well-known"), target));
  }

  private static void giveToNobody(Path path) throws IOException {
    assumeTrue(System.getProperty("user.name").equals("root"), "only root can give files away");
    Files.setAttribute(path, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
    Files.setAttribute(path, "unix:gid", NOBODY, LinkOption.NOFOLLOW_LINKS);
  }
}
