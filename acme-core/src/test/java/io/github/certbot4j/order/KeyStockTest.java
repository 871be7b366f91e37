package io.github.certbot4j.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.crypto.KeyPairs;
import io.github.certbot4j.model.KeySpec;
import java.security.KeyPair;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class KeyStockTest {

  private static final KeySpec P256 = new KeySpec.Ecdsa(KeySpec.Curve.SECP256R1);
  private static final KeySpec P384 = new KeySpec.Ecdsa(KeySpec.Curve.SECP384R1);

  private final KeyStock stock = new KeyStock(Runnable::run);

  @Test
  void nothing_is_made_in_reserve_unless_more_is_expected() {
    taken(P256);
    assertThat(stock.reserve()).isEmpty();

    stock.expectMore(true);
    taken(P256);
    assertThat(stock.reserve()).isNotEmpty();
  }

  @Test
  void what_is_in_reserve_is_used_up_when_no_more_is_expected() {
    stock.expectMore(true);
    taken(P256);
    stock.expectMore(false);
    taken(P256);
    assertThat(stock.reserve()).isEmpty();
  }

  @Test
  void no_more_are_in_reserve_than_were_taken_and_never_more_than_three() {
    stock.expectMore(true);
    for (int expected : new int[] {1, 2, 3, 3, 3}) {
      taken(P256);
      assertThat(stock.reserve()).hasSize(expected);
    }
    taken(P384);
    assertThat(stock.reserve()).hasSize(1);
  }

  @Test
  void one_is_made_at_a_time() {
    Deque<Runnable> begun = new ArrayDeque<>();
    KeyStock slow = new KeyStock(begun::add);
    slow.expectMore(true);
    assertThat(List.of(slow.take(P256), slow.take(P256), slow.take(P256)))
        .noneMatch(CompletableFuture::isDone);
    assertThat(begun).hasSize(3);

    begun.remove().run();
    begun.remove().run();
    begun.remove().run();
    assertThat(begun).hasSize(1);
    assertThat(slow.reserve()).hasSize(1);

    begun.remove().run();
    assertThat(begun).hasSize(1);
    assertThat(slow.reserve()).hasSize(2);
  }

  @Test
  void the_reserve_is_given_out_once() {
    stock.expectMore(true);
    KeyPair first = taken(P256);
    KeyPair reserve = stock.reserve().get(0).join();
    KeyPair second = taken(P256);
    KeyPair third = taken(P256);

    assertThat(second).isSameAs(reserve);
    assertThat(second.getPublic()).isNotEqualTo(first.getPublic());
    assertThat(third.getPublic()).isNotIn(first.getPublic(), second.getPublic());
  }

  @Test
  void a_reserve_of_another_kind_is_dropped() {
    stock.expectMore(true);
    taken(P256);

    assertThat(KeyPairs.specOf(taken(P384).getPublic())).contains(P384);
    assertThat(KeyPairs.specOf(stock.reserve().get(0).join().getPublic())).contains(P384);
  }

  @Test
  void a_key_that_came_back_is_given_out_again_but_not_one_that_could_not_be_made() {
    CompletableFuture<KeyPair> unused = CompletableFuture.completedFuture(taken(P256));
    stock.giveBack(P256, unused);
    assertThat(taken(P256)).isSameAs(unused.join());

    stock.giveBack(P256, CompletableFuture.failedFuture(new IllegalStateException("broken")));
    assertThat(KeyPairs.specOf(taken(P256).getPublic())).contains(P256);
  }

  private KeyPair taken(KeySpec kind) {
    return stock.take(kind).join();
  }
}
