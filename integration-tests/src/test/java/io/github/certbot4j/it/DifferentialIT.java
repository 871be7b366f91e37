package io.github.certbot4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.it.differential.Observation;
import io.github.certbot4j.it.differential.Scenario;
import io.github.certbot4j.it.differential.ScenarioFile;
import io.github.certbot4j.it.differential.Verdict;
import io.github.certbot4j.it.differential.WantedDifference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The scenarios of {@code differential/scenarios.txt}, carried out by the original and by this
 * program. Each has to do the same but for the differences that the scenario names and {@code
 * docs/differences.md} explains. The property {@code certbot4j.it.scenario} chooses those whose
 * name contains a text.
 */
class DifferentialIT {
  private static final ScenarioFile FILE = ScenarioFile.parse(resource());

  private static ProgramUnderComparison ours;
  private static ProgramUnderComparison original;

  /** The programs do not get in each other's way, so each works through the scenarios alone. */
  private static final ExecutorService OURS = Executors.newSingleThreadExecutor();

  private static final ExecutorService ORIGINAL = Executors.newSingleThreadExecutor();

  @BeforeAll
  static void startBoth() throws Exception {
    Path debian = Requirement.program("certbot", "certbot");
    ours = new ProgramUnderComparison(Distribution.launcher(), FILE);
    original = new ProgramUnderComparison(debian, FILE);
  }

  @AfterAll
  static void stopBoth() {
    OURS.shutdownNow();
    ORIGINAL.shutdownNow();
    if (ours != null) {
      ours.close();
    }
    if (original != null) {
      original.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> both_programs_do_the_same() {
    String chosen = System.getProperty("certbot4j.it.scenario", "");
    List<Comparison> comparisons =
        FILE.scenarios().stream()
            .filter(scenario -> scenario.name().contains(chosen))
            .map(Comparison::begin)
            .toList();
    return comparisons.stream()
        .map(comparison -> DynamicTest.dynamicTest(comparison.name(), comparison::judge));
  }

  @Test
  void every_difference_is_explained_in_the_documentation() {
    Path document = Path.of(System.getProperty("certbot4j.root", ".."), "docs/differences.md");
    String text = FileTree.read(document);

    Set<String> reasons =
        FILE.scenarios().stream()
            .flatMap(scenario -> scenario.wanted().stream())
            .map(WantedDifference::reason)
            .collect(Collectors.toSet());

    assertThat(reasons).isNotEmpty().allMatch(reason -> text.contains("`" + reason + "`"));
  }

  private record Comparison(
      Scenario scenario, Future<Observation> theirs, Future<Observation> own) {

    static Comparison begin(Scenario scenario) {
      return new Comparison(
          scenario,
          ORIGINAL.submit(() -> original.carryOut(scenario)),
          OURS.submit(() -> ours.carryOut(scenario)));
    }

    String name() {
      return scenario.name();
    }

    void judge() throws InterruptedException, ExecutionException {
      List<String> differences = own.get().differencesFrom(theirs.get());
      Verdict verdict = Verdict.on(differences, scenario.wanted());
      assertThat(verdict.isGood()).as("%s", verdict).isTrue();
    }
  }

  private static String resource() {
    try (InputStream in = DifferentialIT.class.getResourceAsStream("/differential/scenarios.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
