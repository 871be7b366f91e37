package io.github.certbot4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody answers: the input ends, or Ctrl-C is pressed at the question. */
class BrokenOffPromptsIT {
  private static final String CTRL_C = "\u0003";
  private static final String CTRL_D = "\u0004";

  @RegisterExtension static final TestCa CA = new TestCa(PebbleSettings.usual());

  private static Sandbox sandbox;
  private static Certbot certbot;

  @BeforeAll
  static void issueOne() throws Exception {
    sandbox = Sandbox.open();
    certbot = Certbot.ours(sandbox, CA);
    certbot.issue("one.example.test");
  }

  @AfterAll
  static void removeAll() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "certonly --standalone -d one.example.test, [1-2]",
    "certonly --standalone -d one.example.test -d two.example.test, (E)xpand",
    "certonly --standalone -d two.example.test --cert-name one.example.test, (U)pdate",
    "certonly --standalone, Enter 'c' to cancel",
    "certonly --manual -d manual.example.test, Press Enter",
    "delete, Enter 'c' to cancel",
    "delete --cert-name one.example.test, (D)elete",
    "unregister, (D)eactivate"
  })
  void it_ends_with_1_and_leaves_everything_as_it_was(String line, String prompt) throws Exception {
    for (String key : List.of(CTRL_C, CTRL_D)) {
      TreeSnapshot before = TreeSnapshot.of(sandbox.config());

      Outcome outcome = breakOff(line, prompt, key);

      outcome.failed(1);
      assertThat(before.differences(TreeSnapshot.of(sandbox.config()))).isEmpty();
      for (var directory : List.of(sandbox.config(), sandbox.work(), sandbox.logs())) {
        assertThat(directory.resolve(".certbot.lock")).doesNotExist();
      }
    }
  }

  private static Outcome breakOff(String line, String prompt, String key) throws Exception {
    ProgramRun run = certbot.plain(line.split(" ")).with("--server", CA.pebble().directoryUrl());
    try (Terminal terminal = new Terminal(sandbox, run)) {
      terminal.await(prompt, 1);
      terminal.press(key);
      return terminal.finish();
    }
  }
}
