package io.github.certbot4j.dns.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Two orders at the same time, as with {@code renew --parallel}: each has an authenticator and a
 * credentials file of its own, the plugin's object is one. Their names are alike, which is the
 * worst case: aliases (CNAME) may lead both to one record set.
 */
public abstract class SideBySideContract extends ProviderFixture {

  private final Challenge one = Bench.challenge("example.com", "one");
  private final Challenge other = Bench.challenge("example.com", "other");

  @Test
  final void it_says_that_it_works_side_by_side() {
    assertThat(worksSideBySide()).isTrue();
  }

  @Test
  final void two_orders_that_write_at_the_same_time_lose_no_value() {
    FakeZone zone = zoneWithForeignValue();
    Authenticator first = authenticator("first");
    Authenticator second = authenticator("second");
    Rival rival = new Rival(() -> second.perform(List.of(other)));
    fake().holdNext(this::changesRecords, rival::startAndGoOnWhenItWaits);

    first.perform(List.of(one));
    rival.join();

    assertThat(published(one))
        .containsExactlyInAnyOrder("foreign", one.validation(), other.validation());
    second.cleanUp(List.of(other));
    assertThat(published(one)).containsExactlyInAnyOrder("foreign", one.validation());
    first.cleanUp(List.of(one));
    assertThat(published(one)).containsExactly("foreign");
    assertThat(zone.at(one.validationName(), "TXT")).hasSize(1);
    assertThat(log().warnings()).isEmpty();
  }

  @Test
  final void an_order_that_is_cleaned_up_while_another_writes_takes_its_own_value_only() {
    zoneWithForeignValue();
    Authenticator first = authenticator("first");
    Authenticator second = authenticator("second");
    first.perform(List.of(one));
    Rival rival = new Rival(() -> first.cleanUp(List.of(one)));
    fake().holdNext(this::changesRecords, rival::startAndGoOnWhenItWaits);

    second.perform(List.of(other));
    rival.join();

    assertThat(published(one)).containsExactlyInAnyOrder("foreign", other.validation());
    second.cleanUp(List.of(other));
    assertThat(published(one)).containsExactly("foreign");
    assertThat(log().warnings()).isEmpty();
  }

  @Test
  final void orders_for_names_of_one_zone_keep_out_of_each_others_way() {
    zoneWithForeignValue();
    Challenge inner = Bench.challenge("www.example.com", "inner");
    Authenticator first = authenticator("first");
    Authenticator second = authenticator("second");
    Rival rival = new Rival(() -> second.perform(List.of(inner)));
    fake().holdNext(this::changesRecords, rival::startAndGoOnWhenItWaits);

    first.perform(List.of(one));
    rival.join();

    assertThat(published(one)).containsExactlyInAnyOrder("foreign", one.validation());
    assertThat(published(inner)).containsExactly(inner.validation());
    Rival leaving = new Rival(() -> second.cleanUp(List.of(inner)));
    fake().holdNext(this::changesRecords, leaving::startAndGoOnWhenItWaits);
    first.cleanUp(List.of(one));
    leaving.join();
    assertThat(published(one)).containsExactly("foreign");
    assertThat(published(inner)).isEmpty();
  }

  private FakeZone zoneWithForeignValue() {
    FakeZone zone = fake().zones().add("example.com");
    fake().zones().foreign(zone, "TXT", one.validationName(), "foreign");
    return zone;
  }
}
