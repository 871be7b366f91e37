package io.github.certbot4j.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RenewalMomentTest {

  private static final Instant START = Instant.parse("2026-11-22T00:00:00Z");
  private static final Instant END = Instant.parse("2026-11-24T00:00:00Z");

  @Test
  void it_lies_in_the_window_and_differs_between_certificates() {
    Set<Instant> moments = new HashSet<>();
    for (int serial = 1; serial <= 100; serial++) {
      Instant moment = RenewalMoment.within(START, END, BigInteger.valueOf(serial));
      assertThat(moment).isBetween(START, END);
      moments.add(moment);
    }
    assertThat(moments).hasSizeGreaterThan(90);
  }

  @Test
  void it_is_always_the_same_for_one_certificate() {
    BigInteger serial = new BigInteger("3fa1c2", 16);
    assertThat(RenewalMoment.within(START, END, serial))
        .isEqualTo(RenewalMoment.within(START, END, new BigInteger("3fa1c2", 16)));
  }

  @Test
  void an_empty_or_reversed_window_means_its_start() {
    assertThat(RenewalMoment.within(START, START, BigInteger.ONE)).isEqualTo(START);
    assertThat(RenewalMoment.within(END, START, BigInteger.ONE)).isEqualTo(END);
  }
}
