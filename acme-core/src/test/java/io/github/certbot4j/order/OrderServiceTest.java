package io.github.certbot4j.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.acme.AcmeOrder;
import io.github.certbot4j.crypto.CertificateView;
import io.github.certbot4j.crypto.KeyPairs;
import io.github.certbot4j.crypto.TestCertificate;
import io.github.certbot4j.exec.UnwindStack;
import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import io.github.certbot4j.spi.contract.StoppedClock;
import java.net.URI;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderServiceTest {

  private final FakeCa ca = new FakeCa();
  private final StoppedClock clock = new StoppedClock(Instant.EPOCH);
  private final RememberedOrder recovery = new RememberedOrder();
  private final KeyPair key = KeyPairs.generate(TestCertificate.P256);
  private final KeyStock keys = new KeyStock(Runnable::run);
  private final OrderService service =
      new OrderService(new UnwindStack(), clock, keys, () -> ca.events.add("pause"));
  private List<ChallengeType> supported = List.of(ChallengeType.HTTP_01);

  @BeforeEach
  void issueCertificatesForTheKey() {
    KeyPair authority = KeyPairs.generate(TestCertificate.P256);
    CertificateView leaf =
        TestCertificate.of("CN=a.test", key).dns("a.test").issuedBy("CN=ca", authority).build();
    ca.certificateChain = leaf.pem() + TestCertificate.authority("CN=ca", authority).pem();
  }

  @Test
  void all_responses_are_published_before_the_first_is_announced() {
    OrderOutcome outcome = obtain("a.test,b.test");
    assertThat(outcome).isInstanceOf(OrderOutcome.Issued.class);
    assertThat(ca.events)
        .containsExactly(
            "order",
            "publish a.test b.test",
            "pause",
            "answer http-01 a.test",
            "answer http-01 b.test",
            "poll order",
            "clean up a.test b.test",
            "finalize [a.test, b.test]",
            "poll order",
            "download");
    assertThat(recovery.events)
        .containsExactly("find", "placed https://ca.test/order/1", "keyed https://ca.test/order/1");
  }

  @Test
  void authorizations_that_are_valid_are_not_proved_again() {
    ca.alreadyValid.addAll(List.of("a.test", "b.test"));
    obtain("a.test,b.test");
    assertThat(ca.events)
        .containsExactly("order", "finalize [a.test, b.test]", "poll order", "download");
  }

  @Test
  void a_rehearsal_gives_up_valid_authorizations_and_tries_every_name() {
    ca.alreadyValid.add("b.test");
    OrderRequest rehearsal = request("a.test,b.test", true);
    service.obtain(rehearsal, ca, new Publisher(), OrderRecovery.NONE);
    assertThat(ca.events).startsWith("order", "give up b.test", "order", "publish a.test b.test");
  }

  @Test
  void names_that_fail_are_reported_and_nothing_is_finalized() {
    ca.failing.add("b.test");
    OrderOutcome outcome = obtain("a.test,b.test");
    assertThat(((OrderOutcome.NotValidated) outcome).failures())
        .extracting(FailedValidation::askedFor)
        .containsExactly("b.test");
    assertThat(ca.events)
        .contains("clean up a.test b.test")
        .noneMatch(e -> e.startsWith("finalize"));
    assertThat(recovery.events).endsWith("forget");
  }

  @Test
  void responses_are_taken_back_when_publishing_them_fails() {
    Publisher broken =
        new Publisher() {
          @Override
          public void perform(List<Challenge> challenges) {
            throw FailureException.rejected("no web root.", "");
          }
        };
    assertThatThrownBy(() -> service.obtain(request("a.test", false), ca, broken, recovery))
        .hasMessage("no web root.");
    assertThat(ca.events).containsExactly("order", "clean up a.test");
  }

  @Test
  void preferred_challenges_choose_among_what_the_plugin_supports() {
    supported = List.of(ChallengeType.HTTP_01, ChallengeType.DNS_01);
    OrderRequest dns =
        new OrderRequest(
            names("a.test"),
            new CertificateKey.Fresh(TestCertificate.P256, false),
            List.of(ChallengeType.DNS_01),
            Optional.empty(),
            Optional.empty(),
            false,
            Duration.ofSeconds(90));
    service.obtain(dns, ca, new Publisher(), recovery);
    assertThat(ca.events).contains("answer dns-01 a.test");
  }

  @Test
  void a_challenge_that_the_plugin_cannot_meet_is_named() {
    ca.offered = List.of(ChallengeType.DNS_01);
    assertThatThrownBy(() -> obtain("*.a.test"))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("*.a.test")
        .hasMessageContaining("dns-01")
        .hasMessageContaining("DNS plugin");
  }

  @Test
  void a_ca_that_does_not_issue_in_time_ends_the_wait_and_the_order_is_kept_for_later() {
    ca.neverIssues = true;
    assertThatThrownBy(() -> obtain("a.test")).hasMessageContaining("within 90 seconds");
    assertThat(clock.slept()).isGreaterThanOrEqualTo(Duration.ofSeconds(89));
    assertThat(recovery.events).doesNotContain("forget");
  }

  @Test
  void a_ca_that_issues_quickly_is_not_waited_for_long() {
    obtain("a.test");
    assertThat(clock.slept()).isLessThanOrEqualTo(Duration.ofMillis(40));
  }

  @Test
  void a_ca_that_takes_its_time_is_not_asked_again_and_again() {
    ca.looksUntilIssued = 8;
    obtain("a.test");
    assertThat(clock.slept()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
  }

  @Test
  void the_key_is_begun_before_the_order_is_placed() {
    keys.expectMore(true);
    keys.take(TestCertificate.P256).join();
    CompletableFuture<KeyPair> reserve = keys.reserve().get(0);
    ca.whenOrdered = () -> assertThat(keys.reserve()).doesNotContain(reserve);
    assertThat(obtain("a.test")).isInstanceOf(OrderOutcome.Issued.class);
  }

  @Test
  void a_key_whose_order_came_to_nothing_is_there_for_the_next() {
    ca.whenOrdered =
        () -> {
          throw FailureException.rejected("no more orders", "");
        };
    assertThatThrownBy(() -> obtain("a.test")).hasMessageContaining("no more orders");
    ca.whenOrdered = () -> {};
    ca.fail("b.test");
    assertThat(obtain("b.test")).isInstanceOf(OrderOutcome.NotValidated.class);
    KeyPair unused = keys.reserve().get(0).join();

    OrderOutcome.Issued issued = (OrderOutcome.Issued) obtain("a.test");

    assertThat(issued.keyPem()).contains(KeyPairs.toPkcs8Pem(unused));
    assertThat(keys.reserve()).isEmpty();
  }

  @Test
  void an_issued_order_of_an_earlier_run_is_only_downloaded() {
    FakeCa.FakeOrder earlier = ca.newOrder(names("a.test"), Optional.empty());
    earlier.status = AcmeOrder.Status.VALID;
    recovery.open.add(new OrderRecovery.OpenOrder(earlier.location(), KeyPairs.toPkcs8Pem(key)));
    ca.events.clear();
    OrderOutcome outcome = obtain("a.test");
    assertThat(((OrderOutcome.Issued) outcome).keyPem()).contains(KeyPairs.toPkcs8Pem(key));
    assertThat(ca.events).containsExactly("look up order", "download");
  }

  @Test
  void an_issued_order_whose_key_is_lost_is_not_used() {
    FakeCa.FakeOrder earlier = ca.newOrder(names("a.test"), Optional.empty());
    earlier.status = AcmeOrder.Status.VALID;
    recovery.open.add(new OrderRecovery.OpenOrder(earlier.location(), ""));
    obtain("a.test");
    assertThat(ca.orders).hasSize(2);
    assertThat(recovery.events).contains("placed https://ca.test/order/2");
  }

  @Test
  void a_pending_order_of_an_earlier_run_is_taken_up_where_it_stands() {
    FakeCa.FakeOrder earlier = ca.newOrder(names("a.test"), Optional.empty());
    recovery.open.add(new OrderRecovery.OpenOrder(earlier.location(), ""));
    ca.events.clear();
    obtain("a.test");
    assertThat(ca.events).doesNotContain("order").contains("publish a.test", "finalize [a.test]");
  }

  @Test
  void an_order_that_the_ca_has_forgotten_is_placed_anew() {
    recovery.open.add(new OrderRecovery.OpenOrder(URI.create("https://ca.test/order/gone"), ""));
    obtain("a.test");
    assertThat(ca.events).startsWith("look up order", "order");
  }

  private OrderOutcome obtain(String names) {
    return service.obtain(request(names, false), ca, new Publisher(), recovery);
  }

  private static OrderRequest request(String names, boolean rehearsal) {
    return new OrderRequest(
        names(names),
        new CertificateKey.Fresh(TestCertificate.P256, false),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        rehearsal,
        Duration.ofSeconds(90));
  }

  private static List<DomainName> names(String names) {
    return Arrays.stream(names.split(",")).map(DomainName::parse).toList();
  }

  /** Notes what is published and taken back. */
  private class Publisher implements Authenticator {
    @Override
    public void prepare() {}

    @Override
    public List<ChallengeType> supportedTypes(DomainName domain) {
      return supported;
    }

    @Override
    public void perform(List<Challenge> challenges) {
      ca.events.add("publish" + domains(challenges));
    }

    @Override
    public void cleanUp(List<Challenge> challenges) {
      ca.events.add("clean up" + domains(challenges));
    }

    private String domains(List<Challenge> challenges) {
      StringBuilder text = new StringBuilder();
      challenges.forEach(each -> text.append(' ').append(each.domain()));
      return text.toString();
    }
  }

  /** Remembers in memory. */
  private static final class RememberedOrder implements OrderRecovery {
    private final List<String> events = new ArrayList<>();
    private final List<OpenOrder> open = new ArrayList<>();

    @Override
    public Optional<OpenOrder> find() {
      events.add("find");
      return open.stream().findFirst();
    }

    @Override
    public void placed(URI order) {
      events.add("placed " + order);
    }

    @Override
    public void keyed(URI order, String keyPem, String csrPem) {
      events.add("keyed " + order);
    }

    @Override
    public void forget() {
      events.add("forget");
    }
  }
}
