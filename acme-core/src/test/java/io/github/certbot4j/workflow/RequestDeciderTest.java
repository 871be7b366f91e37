package io.github.certbot4j.workflow;

import static io.github.certbot4j.workflow.Workbench.NOT_DUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.config.DecisionOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.plan.Decision;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestDeciderTest {

  @TempDir Path temp;
  private final List<String> asked = new ArrayList<>();
  private final ScriptedDisplay display = ScriptedDisplay.unattended();
  private Workbench bench;
  private boolean revoked;

  @BeforeEach
  void prepare() {
    bench = new Workbench(temp);
    bench.account();
    bench.lineage("a.test", NOT_DUE, "a.test");
    bench.lineage("b.test", NOT_DUE, "b.test");
  }

  @Test
  void a_revoked_certificate_is_renewed_even_if_the_user_would_keep_it() {
    revoked = true;
    Settings keep =
        bench.settings("a.test").with(DecisionOptions.REINSTALL, true, Origin.COMMAND_LINE);
    assertThat(decide(keep)).isInstanceOf(Decision.Renew.class);
  }

  @Test
  void only_the_lineage_that_is_concerned_is_looked_up_at_the_ca() {
    assertThat(decide(bench.settings("a.test"))).isInstanceOf(Decision.Keep.class);
    assertThat(asked).containsExactly("a.test");
  }

  @Test
  void a_request_that_is_renewed_anyway_asks_no_ca() {
    Settings forced =
        bench.settings("a.test").with(DecisionOptions.RENEW_BY_DEFAULT, true, Origin.COMMAND_LINE);
    assertThat(decide(forced)).isInstanceOf(Decision.Renew.class);
    assertThat(decide(bench.settings("c.test"))).isInstanceOf(Decision.Issue.class);
    assertThat(asked).isEmpty();
  }

  @Test
  void a_lineage_whose_renewal_is_switched_off_is_not_renewed_because_of_a_revocation() {
    revoked = true;
    bench.lineage("c.test", NOT_DUE, Map.of("autorenew", "False"), "c.test");
    assertThat(decide(bench.settings("c.test"))).isInstanceOf(Decision.Keep.class);
  }

  private Decision decide(Settings settings) {
    RequestDecider decider =
        new RequestDecider(
            new NamesChooser(display),
            new DecisionQuestions(display),
            lineage -> {
              asked.add(lineage.name().value());
              return revoked;
            },
            Workbench.NOW);
    return decider.decide(bench.starter(display).start(bench.accounts, settings), bench.lineages);
  }
}
