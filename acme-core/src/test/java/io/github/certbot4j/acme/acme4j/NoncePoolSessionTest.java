package io.github.certbot4j.acme.acme4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.shredzone.acme4j.connector.NonceHolder;
import org.shredzone.acme4j.provider.GenericAcmeProvider;

final class NoncePoolSessionTest {

  private final NoncePoolSession session =
      new NoncePoolSession(URI.create("http://localhost/dir"), new GenericAcmeProvider());

  @Test
  void a_nonce_is_there_for_the_next_request() {
    try (NonceHolder holder = session.lockNonce()) {
      assertThat(holder.getNonce()).isNull();
      holder.setNonce("one");
    }

    try (NonceHolder holder = session.lockNonce()) {
      assertThat(holder.getNonce()).isEqualTo("one");
    }
  }

  @Test
  void a_nested_holder_fills_the_outer_one() {
    try (NonceHolder outer = session.lockNonce()) {
      try (NonceHolder inner = session.lockNonce()) {
        inner.setNonce("one");
      }
      assertThat(outer.getNonce()).isEqualTo("one");
    }
  }

  @Test
  void a_nonce_in_use_is_not_given_to_another_thread() {
    try (NonceHolder holder = session.lockNonce()) {
      holder.setNonce("one");
    }

    try (NonceHolder holder = session.lockNonce()) {
      assertThat(holder.getNonce()).isEqualTo("one");
      assertThat(CompletableFuture.supplyAsync(this::take).join()).isEqualTo("none");
    }
    assertThat(CompletableFuture.supplyAsync(this::take).join()).isEqualTo("one");
  }

  private String take() {
    try (NonceHolder holder = session.lockNonce()) {
      String nonce = holder.getNonce();
      return nonce == null ? "none" : nonce;
    }
  }
}
