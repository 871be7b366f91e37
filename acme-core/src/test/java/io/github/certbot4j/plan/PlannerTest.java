package io.github.certbot4j.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.plan.IssueRequest.Flags;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlannerTest {

  private static final Flags NONE = new Flags(false, false, false, false, false, false, false);
  private static final Flags DUPLICATE = new Flags(true, false, false, false, false, false, false);
  private static final Flags EXPAND = new Flags(false, true, false, false, false, false, false);
  private static final Flags FORCE = new Flags(false, false, true, false, false, false, false);
  private static final Flags KEEP = new Flags(false, false, false, true, false, false, false);
  private static final Flags NEW_NAMES = new Flags(false, false, false, false, true, false, false);
  private static final Flags STAGING = new Flags(false, false, false, false, false, false, true);
  private static final Flags BREAK = new Flags(false, false, false, false, false, true, true);

  private final Planner planner = new Planner();

  @Test
  void names_that_no_lineage_has_make_a_new_one_called_after_the_first() {
    assertThat(decide(NONE, "*.b.test,a.test", lineage("c.test", "c.test")))
        .isEqualTo(new Decision.Issue(new CertName("b.test"), names("*.b.test,a.test")));
  }

  @Test
  void fewer_names_than_a_lineage_has_make_a_new_one() {
    assertThat(decide(NONE, "a.test", lineage("a.test", "a.test,b.test")))
        .isEqualTo(new Decision.Issue(new CertName("a.test"), names("a.test")));
  }

  @Test
  void the_same_names_in_another_order_are_asked_about_when_not_due() {
    Decision decision = decide(NONE, "b.test,a.test", lineage("x", "a.test,b.test"));
    assertThat(decision).isInstanceOf(Decision.AskKeepOrRenew.class);
    Decision.AskKeepOrRenew ask = (Decision.AskKeepOrRenew) decision;
    assertThat(ask.keep()).isEqualTo(new Decision.Keep(new CertName("x"), false));
    assertThat(ask.renew())
        .isEqualTo(new Decision.Renew(new CertName("x"), names("b.test,a.test")));
  }

  @Test
  void the_same_names_are_renewed_when_due_and_kept_when_so_told() {
    assertThat(decide(KEEP, "a.test", due(lineage("a.test", "a.test"))))
        .isEqualTo(new Decision.Renew(new CertName("a.test"), names("a.test")));
    assertThat(decide(KEEP, "a.test", lineage("a.test", "a.test")))
        .isEqualTo(new Decision.Keep(new CertName("a.test"), false));
  }

  @Test
  void of_several_lineages_with_the_same_names_the_last_is_meant() {
    assertThat(
            decide(KEEP, "a.test", lineage("a.test-0001", "a.test"), lineage("a.test", "a.test")))
        .isEqualTo(new Decision.Keep(new CertName("a.test"), false));
  }

  @Test
  void the_largest_subset_is_expanded_and_the_first_of_equals() {
    LineageFacts one = lineage("one", "a.test");
    LineageFacts two = lineage("two", "a.test,b.test");
    LineageFacts three = lineage("three", "b.test,c.test");
    assertThat(decide(EXPAND, "a.test,b.test,c.test", one, two, three))
        .isEqualTo(new Decision.Renew(new CertName("two"), names("a.test,b.test,c.test")));
    assertThat(decide(FORCE, "a.test,b.test,c.test", three, two))
        .isEqualTo(new Decision.Renew(new CertName("three"), names("a.test,b.test,c.test")));
    assertThat(decide(NONE, "a.test,b.test,c.test", one)).isInstanceOf(Decision.AskExpand.class);
  }

  @Test
  void equal_names_win_over_a_subset() {
    assertThat(decide(KEEP, "a.test,b.test", lineage("s", "a.test"), lineage("e", "a.test,b.test")))
        .isEqualTo(new Decision.Keep(new CertName("e"), false));
  }

  @Test
  void duplicate_looks_at_no_lineage() {
    assertThat(decide(DUPLICATE, "a.test", lineage("a.test", "a.test")))
        .isEqualTo(new Decision.Issue(new CertName("a.test"), names("a.test")));
  }

  @Test
  void a_named_lineage_with_other_names_is_asked_about_unless_told() {
    LineageFacts lineage = lineage("x", "a.test,b.test");
    Decision.AskNewNames ask =
        (Decision.AskNewNames) decideNamed(NONE, "x", "b.test,c.test", lineage);
    assertThat(ask.added()).isEqualTo(names("c.test"));
    assertThat(ask.removed()).isEqualTo(names("a.test"));
    assertThat(decideNamed(NEW_NAMES, "x", "b.test,c.test", lineage))
        .isEqualTo(new Decision.Renew(new CertName("x"), names("b.test,c.test")));
  }

  @Test
  void a_named_lineage_that_is_missing_is_made_or_refused_without_names() {
    assertThat(decideNamed(NONE, "x", "a.test", lineage("y", "a.test")))
        .isEqualTo(new Decision.Issue(new CertName("x"), names("a.test")));
    assertThat(decideNamed(NONE, "x", "")).isInstanceOf(Decision.Refuse.class);
  }

  @Test
  void a_named_lineage_without_names_keeps_its_own() {
    assertThat(decideNamed(NONE, "x", "", due(lineage("x", "a.test,b.test"))))
        .isEqualTo(new Decision.Renew(new CertName("x"), names("a.test,b.test")));
  }

  @Test
  void a_version_waiting_for_its_links_is_deployed_instead_of_renewing() {
    LineageFacts waiting =
        new LineageFacts(new CertName("a.test"), names("a.test"), "rsa", false, true, true);
    assertThat(decide(NONE, "a.test", waiting))
        .isEqualTo(new Decision.Keep(new CertName("a.test"), true));
  }

  @Test
  void another_key_type_needs_the_lineages_name_too() {
    LineageFacts rsa = due(lineage("a.test", "a.test"));
    IssueRequest unnamed =
        new IssueRequest(names("a.test"), Optional.empty(), Optional.of("ecdsa"), NONE);
    IssueRequest named =
        new IssueRequest(
            names("a.test"), Optional.of(new CertName("a.test")), Optional.of("ecdsa"), NONE);
    assertThat(planner.decide(unnamed, List.of(rsa))).isInstanceOf(Decision.Refuse.class);
    assertThat(planner.decide(named, List.of(rsa))).isInstanceOf(Decision.Renew.class);
  }

  @Test
  void a_test_certificate_replaces_a_real_one_only_on_demand() {
    LineageFacts real = due(lineage("a.test", "a.test"));
    assertThat(decide(STAGING, "a.test", real)).isInstanceOf(Decision.Refuse.class);
    assertThat(decide(BREAK, "a.test", real)).isInstanceOf(Decision.Renew.class);
    LineageFacts test =
        new LineageFacts(new CertName("a.test"), names("a.test"), "rsa", true, false, true);
    assertThat(decide(STAGING, "a.test", test)).isInstanceOf(Decision.Renew.class);
    assertThat(
            ((Decision.AskKeepOrRenew) decide(STAGING, "a.test", lineage("a.test", "a.test")))
                .renew())
        .isInstanceOf(Decision.Refuse.class);
  }

  private Decision decide(Flags flags, String names, LineageFacts... lineages) {
    return planner.decide(
        new IssueRequest(names(names), Optional.empty(), Optional.empty(), flags),
        List.of(lineages));
  }

  private Decision decideNamed(Flags flags, String name, String names, LineageFacts... lineages) {
    return planner.decide(
        new IssueRequest(names(names), Optional.of(new CertName(name)), Optional.empty(), flags),
        List.of(lineages));
  }

  private static LineageFacts lineage(String name, String names) {
    return new LineageFacts(new CertName(name), names(names), "rsa", false, false, false);
  }

  private static LineageFacts due(LineageFacts facts) {
    return new LineageFacts(
        facts.name(), facts.names(), facts.keyKind(), facts.fromStagingServer(), false, true);
  }

  private static List<DomainName> names(String commaSeparated) {
    return commaSeparated.isEmpty()
        ? List.of()
        : Arrays.stream(commaSeparated.split(",")).map(DomainName::parse).toList();
  }
}
