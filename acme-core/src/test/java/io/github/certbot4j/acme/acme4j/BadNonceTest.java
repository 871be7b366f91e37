package io.github.certbot4j.acme.acme4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.acme.AcmeGateway;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.net.StubServer;
import io.github.certbot4j.net.StubServer.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BadNonceTest {

  private final StubServer server = StubServer.plain();
  private final AcmeGateway gateway = Gateways.to(server);

  @AfterEach
  void close() {
    gateway.close();
    server.close();
  }

  @Test
  void a_rejected_nonce_is_replaced_by_the_one_that_came_with_the_rejection() {
    List<Reply> replies = new ArrayList<>(Collections.nCopies(6, badNonce()));
    replies.add(Reply.text(200, "text/plain", ""));
    server.reply("/revoke", replies.toArray(new Reply[0]));

    gateway.revoke(Gateways.KEY, new byte[1], 0);

    assertThat(server.requests()).filteredOn(each -> each.path().equals("/nonce")).isEmpty();
    assertThat(server.requests()).hasSize(8);
    assertThat(server.last("/revoke").header()).contains("\"nonce\":\"nonce7\"");
  }

  @Test
  void a_server_that_rejects_every_nonce_is_given_up() {
    server.reply("/revoke", badNonce());

    Failure.Refused failure =
        Gateways.failure(Failure.Refused.class, () -> gateway.revoke(Gateways.KEY, new byte[1], 0));

    assertThat(failure.problem().type()).isEqualTo("badNonce");
    assertThat(server.requests()).hasSize(11);
  }

  private static Reply badNonce() {
    return Reply.problem(400, "badNonce", "too old");
  }
}
