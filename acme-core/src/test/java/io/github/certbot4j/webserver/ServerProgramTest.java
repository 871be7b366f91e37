package io.github.certbot4j.webserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.exec.Command;
import io.github.certbot4j.exec.CommandResult;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.PluginContext;
import io.github.certbot4j.spi.PluginUnusableException;
import io.github.certbot4j.spi.contract.Contexts;
import io.github.certbot4j.spi.contract.GivenOptions;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ServerProgramTest {

  private final List<Command> run = new ArrayList<>();
  private CommandResult result = new CommandResult(0, "", "");
  private final PluginContext context =
      Contexts.of(
          new GivenOptions(),
          ScriptedDisplay.unattended(),
          command -> {
            run.add(command);
            return result;
          });

  @Test
  void a_program_is_run_from_where_it_was_found_with_the_usual_places_in_its_path() {
    ServerProgram sh = new ServerProgram("x", "sh", context);

    assertThat(sh.file()).isPresent();
    sh.require("--x-ctl");
    sh.run("-s", "reload");

    assertThat(run.get(0).argv())
        .containsExactly(sh.file().orElseThrow().toString(), "-s", "reload");
    assertThat(run.get(0).environment().get("PATH")).contains("/usr/sbin");
  }

  @Test
  void a_missing_program_is_told_with_its_option() {
    ServerProgram missing = new ServerProgram("x", "no-such-server", context);

    assertThatThrownBy(() -> missing.require("--x-ctl"))
        .isInstanceOfSatisfying(
            PluginUnusableException.class,
            e -> assertThat(e.reason()).isEqualTo(PluginUnusableException.Reason.NOT_INSTALLED))
        .hasMessageContaining("no-such-server")
        .hasMessageContaining("--x-ctl");
  }

  @Test
  void a_refusal_is_told_in_the_servers_own_words_on_one_line() {
    result = new CommandResult(1, "", "nginx: [emerg] unknown directive\n\nnginx: test failed\n");
    ServerProgram sh = new ServerProgram("x", "sh", context);

    assertThatThrownBy(() -> sh.require("The configuration is refused", "Mend it.", "-t"))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> {
              assertThat(e.failure()).isInstanceOf(Failure.PluginTrouble.class);
              assertThat(e.failure().subject()).contains("x");
            })
        .hasMessage(
            "The configuration is refused ('sh -t', exit code 1): nginx: [emerg] unknown"
                + " directive; nginx: test failed. Mend it.");
  }

  @Test
  void a_server_that_complains_on_standard_output_is_heard_too() {
    result = new CommandResult(1, "Action 'graceful' failed.\n", "");
    ServerProgram sh = new ServerProgram("x", "sh", context);

    assertThatThrownBy(() -> sh.require("No reload", "", "graceful"))
        .hasMessage("No reload ('sh graceful', exit code 1): Action 'graceful' failed.");
  }

  @Test
  void a_failure_is_a_result_for_those_who_have_another_way() {
    result = new CommandResult(3, "", "");

    assertThat(new ServerProgram("x", "sh", context).run("-k").exitCode()).isEqualTo(3);
  }
}
