package io.github.certbot4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Questions at a real terminal, and what each answer leads to. */
class PromptsIT {
  private static final String ONE = "one.example.test";
  private static final String TWO = "two.example.test";

  @RegisterExtension
  static final TestCa CA =
      new TestCa(PebbleSettings.usual().authorizationReuse(100).takingEveryNonce());

  @RegisterExtension final Sandbox sandbox = new Sandbox();
  private Certbot certbot;

  @BeforeEach
  void chooseProgram() {
    certbot = Certbot.ours(sandbox, CA);
  }

  /** {@code certonly} for these names, with nothing to prevent questions but those of accounts. */
  private ProgramRun certonly(String... names) {
    ProgramRun run =
        certbot
            .plain("certonly", "--standalone", "--server", CA.pebble().directoryUrl())
            .with("--agree-tos", "-m", "admin@example.test", "--no-eff-email")
            .with("--http-01-port", Integer.toString(CA.pebble().challengePort()));
    for (String name : names) {
      run.with("-d", name);
    }
    return run;
  }

  /** Runs at a terminal; after each text of a pair has been shown, the other one is typed. */
  private Outcome talk(ProgramRun run, String... promptsAndAnswers) throws Exception {
    try (Terminal terminal = new Terminal(sandbox, run)) {
      for (int i = 0; i < promptsAndAnswers.length; i += 2) {
        String prompt = promptsAndAnswers[i];
        int before = 0;
        for (int j = 0; j <= i; j += 2) {
          before += promptsAndAnswers[j].equals(prompt) ? 1 : 0;
        }
        terminal.await(prompt, before);
        terminal.type(promptsAndAnswers[i + 1]);
      }
      return terminal.finish();
    }
  }

  private TreeSnapshot tree() {
    return TreeSnapshot.of(sandbox.config());
  }

  @Test
  void the_same_names_may_be_kept_renewed_or_given_up() throws Exception {
    certbot.issue(ONE);
    TreeSnapshot before = tree();

    talk(certonly(ONE), "[1-2]", "1").succeeded();
    talk(certonly(ONE), "[1-2]", "c").failed(1);
    assertThat(before.differences(tree())).isEmpty();

    talk(certonly(ONE), "[1-2]", "2").succeeded();
    assertThat(sandbox.lineage(ONE).isWhole().version()).isEqualTo(2);
  }

  @Test
  void an_answer_that_is_none_repeats_the_question() throws Exception {
    certbot.issue(ONE);
    TreeSnapshot before = tree();

    talk(certonly(ONE), "[1-2]", "7", "[1-2]", "", "[1-2]", "one", "[1-2]", "1").succeeded();

    assertThat(before.differences(tree())).isEmpty();
  }

  @Test
  void more_names_are_added_after_a_yes_only() throws Exception {
    certbot.issue(ONE);
    TreeSnapshot before = tree();

    talk(certonly(ONE, TWO), "(E)xpand/(C)ancel", "c").failed(1).says("--duplicate");
    assertThat(before.differences(tree())).isEmpty();

    talk(certonly(ONE, TWO), "(E)xpand/(C)ancel", "E").succeeded();
    assertThat(sandbox.lineage(ONE).isWhole().names()).containsExactlyInAnyOrder(ONE, TWO);
  }

  @Test
  void other_names_replace_those_of_a_named_lineage_after_a_yes_only() throws Exception {
    certbot.issue(ONE);
    TreeSnapshot before = tree();

    talk(certonly(TWO).with("--cert-name", ONE), "(U)pdate certificate/(C)ancel", "c")
        .failed(1)
        .says("+ " + TWO, "- " + ONE);
    assertThat(before.differences(tree())).isEmpty();

    talk(certonly(TWO).with("--cert-name", ONE), "(U)pdate certificate/(C)ancel", "u").succeeded();
    assertThat(sandbox.lineage(ONE).isWhole().names()).containsExactly(TWO);
  }

  @Test
  void certificates_to_delete_are_ticked_and_confirmed() throws Exception {
    certbot.issue(ONE);
    certbot.issue(TWO);
    TreeSnapshot before = tree();
    String list = "Enter 'c' to cancel):";
    String sure = "(D)elete/(C)ancel";

    talk(certbot.plain("delete"), list, "c").failed(1);
    talk(certbot.plain("delete"), list, "3", list, "1", sure, "c").succeeded();
    assertThat(before.differences(tree())).isEmpty();

    talk(certbot.plain("delete"), list, "2", sure, "d").succeeded();
    assertThat(sandbox.lineage(ONE).exists()).isTrue();
    assertThat(sandbox.lineage(TWO).exists()).isFalse();
  }

  @Test
  void what_was_revoked_is_deleted_after_a_yes_only() throws Exception {
    certbot.issue(ONE);
    certbot.issue(TWO);
    TreeSnapshot before = tree();

    talk(certbot.plain("revoke", "--cert-name", ONE), "(Y)es (recommended)/(N)o", "n").succeeded();
    assertThat(before.differences(tree())).isEmpty();

    talk(
            certbot.plain("revoke", "--cert-name", TWO),
            "(Y)es (recommended)/(N)o",
            "y",
            "(D)elete/(C)ancel",
            "d")
        .succeeded();
    assertThat(sandbox.lineage(TWO).exists()).isFalse();
  }

  @Test
  void a_new_account_needs_an_address_and_agreement() throws Exception {
    ProgramRun run = certbot.plain("register", "--server", CA.pebble().directoryUrl());
    String address = "Enter 'c' to cancel):";

    talk(run, address, "no address", address, "a@example.test", "(Y)es/(N)o", "n").failed(1);
    assertThat(certbot.accountDirectory()).isEmpty();

    talk(run, address, "a@example.test", "(Y)es/(N)o", "y", "(Y)es/(N)o", "n").succeeded();
    assertThat(certbot.accountDirectory()).isPresent();
    certbot.withCa("show_account").run().succeeded().says("a@example.test");

    talk(certbot.plain("unregister", "--server", CA.pebble().directoryUrl()), "(A)bort", "a")
        .failed(1);
    assertThat(certbot.accountDirectory()).isPresent();
  }

  @Test
  void names_are_typed_and_typed_again_when_one_is_wrong() throws Exception {
    String names = "Enter 'c' to cancel):";

    talk(certonly(), names, ONE + " a..test", "(Y)es/(N)o", "y", names, ONE + ", " + TWO)
        .succeeded();

    List<String> issued = sandbox.lineage(ONE).isWhole().names();
    assertThat(issued).containsExactlyInAnyOrder(ONE, TWO);
  }
}
