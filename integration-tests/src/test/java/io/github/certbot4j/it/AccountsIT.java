package io.github.certbot4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The life of an account at the CA and on disk. */
class AccountsIT {
  private static final String[] TERMS = {"--agree-tos", "--no-eff-email"};

  @RegisterExtension static final TestCa CA = new TestCa(PebbleSettings.usual());

  @RegisterExtension
  static final TestCa BINDING_CA = new TestCa(PebbleSettings.usual().requiringBinding());

  @RegisterExtension final Sandbox sandbox = new Sandbox();
  private Certbot certbot;

  @BeforeEach
  void chooseProgram() {
    certbot = Certbot.ours(sandbox, CA);
  }

  @Test
  void an_account_is_registered_shown_updated_and_deactivated() throws Exception {
    certbot.withCa("register", "-m", "a@example.test").with(TERMS).run().succeeded();

    Path account = certbot.accountDirectory().orElseThrow();
    assertThat(FileTree.names(account))
        .containsExactly("meta.json", "private_key.json", "regr.json");
    Path key = account.resolve("private_key.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("r--------");
    certbot.withCa("show_account").run().succeeded().says("/my-account/", "a@example.test");
    certbot
        .withCa("update_account", "-m", "b@example.test,c@example.test")
        .with("--no-eff-email")
        .run()
        .succeeded();
    certbot.withCa("show_account").run().succeeded().says("b@example.test", "c@example.test");
    certbot.withCa("unregister").run().succeeded();
    assertThat(certbot.accountDirectory()).isEmpty();
    certbot.withCa("show_account").run().failed(1);
  }

  @Test
  void an_account_needs_no_address_when_that_is_said() {
    certbot.withCa("register", "--register-unsafely-without-email").with(TERMS).run().succeeded();

    certbot.withCa("show_account").run().succeeded().says("none");
  }

  @Test
  void a_second_registration_is_refused_and_changes_nothing() {
    certbot.withCa("register", "-m", "a@example.test").with(TERMS).run().succeeded();
    TreeSnapshot before = TreeSnapshot.of(sandbox.config());

    certbot.withCa("register", "-m", "a@example.test").with(TERMS).run().failed(1);

    assertThat(before.differences(TreeSnapshot.of(sandbox.config()))).isEmpty();
  }

  @Test
  void without_agreement_to_the_terms_there_is_no_account() {
    certbot.withCa("register", "-m", "a@example.test").run().failed(1);

    assertThat(certbot.accountDirectory()).isEmpty();
  }

  @Test
  void a_malformed_address_is_refused_by_the_ca_and_nothing_is_stored() {
    certbot.withCa("register", "-m", "not an address").with(TERMS).run().failed(1);

    assertThat(certbot.accountDirectory()).isEmpty();
  }

  @Test
  void verbs_that_need_an_account_say_so_when_there_is_none() {
    certbot.withCa("unregister").run().failed(1);
    certbot.withCa("update_account", "-m", "b@example.test").run().failed(1);
  }

  @Test
  void external_binding_opens_a_ca_that_requires_it() throws Exception {
    Certbot bound = Certbot.ours(sandbox, BINDING_CA);

    bound
        .certonly("--standalone", "-d", "eab.example.test")
        .with("--eab-kid", PebbleSettings.BINDING_KID)
        .with("--eab-hmac-key", PebbleSettings.BINDING_KEY)
        .run()
        .succeeded();

    sandbox.lineage("eab.example.test").isWhole();
    assertThat(TreeSnapshot.of(sandbox.config()).entries()).isNotEmpty();
    try (var files = Files.walk(sandbox.config())) {
      assertThat(files.filter(Files::isRegularFile).map(FileTree::read))
          .as("the key of the binding is nowhere on disk")
          .noneMatch(text -> text.contains(PebbleSettings.BINDING_KEY));
    }
    assertThat(FileTree.read(sandbox.log()))
        .as("nor in the log")
        .doesNotContain("\"" + PebbleSettings.BINDING_KEY + "\"");
  }

  @Test
  void without_external_binding_such_a_ca_gives_no_account() {
    Certbot unbound = Certbot.ours(sandbox, BINDING_CA);

    unbound.withCa("register", "-m", "a@example.test").with(TERMS).run().failed(1);

    assertThat(unbound.accountDirectory()).isEmpty();
  }

  @Test
  void one_of_several_accounts_is_chosen_by_its_id() throws Exception {
    certbot.issue("first.example.test");
    Path first = certbot.accountDirectory().orElseThrow();
    Path aside = sandbox.path("aside");
    FileTree.move(first, aside);
    certbot.withCa("register", "-m", "z@example.test").with(TERMS).run().succeeded();
    FileTree.move(aside, first);

    certbot.certonly("--standalone", "-d", "none.example.test").run().failed(1);
    certbot
        .certonly("--standalone", "-d", "chosen.example.test")
        .with("--account", first.getFileName().toString())
        .run()
        .succeeded();

    sandbox.lineage("chosen.example.test").isWhole();
    certbot.renew("--force-renewal", "--cert-name", "first.example.test").run().succeeded();
  }

  @Test
  void verification_of_the_server_can_be_switched_off_and_is_on_by_default() {
    certbot
        .withCa("register", "-m", "a@example.test")
        .with(TERMS)
        .withoutEnv("REQUESTS_CA_BUNDLE")
        .withoutEnv("SSL_CERT_FILE")
        .run()
        .failed(1);
    assertThat(certbot.accountDirectory()).isEmpty();

    certbot
        .withCa("register", "-m", "a@example.test", "--no-verify-ssl")
        .with(TERMS)
        .withoutEnv("REQUESTS_CA_BUNDLE")
        .withoutEnv("SSL_CERT_FILE")
        .run()
        .succeeded();
    assertThat(certbot.accountDirectory()).isPresent();
  }
}
