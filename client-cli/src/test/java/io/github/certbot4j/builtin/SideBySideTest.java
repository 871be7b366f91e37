package io.github.certbot4j.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.builtin.manual.ManualPlugin;
import io.github.certbot4j.builtin.none.NullPlugin;
import io.github.certbot4j.builtin.standalone.StandalonePlugin;
import io.github.certbot4j.builtin.webroot.WebrootOptions;
import io.github.certbot4j.builtin.webroot.WebrootPlugin;
import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import io.github.certbot4j.spi.Plugin;
import io.github.certbot4j.spi.SharedOptions;
import io.github.certbot4j.spi.contract.Contexts;
import io.github.certbot4j.spi.contract.GivenOptions;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Authenticators of several lineages at the same time. */
final class SideBySideTest {

  private static final Challenge A = challenge("a.example", "token-a");
  private static final Challenge B = challenge("b.example", "token-b");

  @TempDir Path root;

  @Test
  void what_needs_a_person_or_one_address_works_alone() {
    GivenOptions anywhere = standalone("", 80);
    assertThat(new StandalonePlugin().worksSideBySide(anywhere)).isTrue();
    assertThat(new StandalonePlugin().worksSideBySide(standalone("127.0.0.1", 80))).isFalse();
    assertThat(new WebrootPlugin().worksSideBySide(anywhere)).isTrue();
    assertThat(new ManualPlugin().worksSideBySide(anywhere)).isFalse();
    assertThat(new NullPlugin().worksSideBySide(anywhere)).isFalse();
  }

  @Test
  void two_standalone_authenticators_of_one_port_share_the_server() throws IOException {
    int port = freePort();
    Plugin plugin = new StandalonePlugin();
    Authenticator first = authenticator(plugin, standalone("", port));
    Authenticator second = authenticator(plugin, standalone("", port));

    first.perform(List.of(A));
    second.perform(List.of(B));
    assertThat(get(port, A)).isEqualTo(A.validation());
    first.cleanUp(List.of(A));
    assertThat(get(port, B)).as("it stays for the other").isEqualTo(B.validation());
    second.cleanUp(List.of(B));

    try (ServerSocket next = new ServerSocket(port)) {
      assertThat(next.getLocalPort()).as("the port is free again").isEqualTo(port);
    }
  }

  @Test
  void a_directory_for_challenges_stays_until_the_last_lineage_needs_it_no_more() {
    Plugin plugin = new WebrootPlugin();
    GivenOptions options =
        new GivenOptions().with(WebrootOptions.WEBROOT_PATH, List.of(root.toString()));
    Authenticator first = authenticator(plugin, options);
    Authenticator second = authenticator(plugin, options);

    first.perform(List.of(A));
    second.perform(List.of(B));
    first.cleanUp(List.of(A));
    assertThat(root.resolve(".well-known/acme-challenge/token-b")).hasContent(B.validation());
    second.cleanUp(List.of(B));

    assertThat(root).isEmptyDirectory();
  }

  private static Authenticator authenticator(Plugin plugin, GivenOptions options) {
    return plugin
        .authenticator()
        .orElseThrow()
        .create(Contexts.of(options, ScriptedDisplay.unattended()));
  }

  private static GivenOptions standalone(String address, int port) {
    return new GivenOptions()
        .with(SharedOptions.HTTP01_ADDRESS, address)
        .with(SharedOptions.HTTP01_PORT, port);
  }

  private static Challenge challenge(String domain, String token) {
    return new Challenge(
        DomainName.parse(domain), ChallengeType.HTTP_01, token, token + ".thumbprint");
  }

  private static String get(int port, Challenge challenge) throws IOException {
    URI place = URI.create("http://127.0.0.1:" + port + Challenge.HTTP_PATH + challenge.token());
    try (InputStream in = place.toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
