package io.github.certbot4j.nginx.vhost;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.nginx.parse.Parser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ListenTest {

  private static Listen listen(String arguments) {
    return Listen.of(Parser.statement("listen " + arguments + ";"));
  }

  @ParameterizedTest
  @CsvSource({
    "80,'',80,80",
    "*:8080,*,8080,8080",
    "127.0.0.1,127.0.0.1,80,80",
    "127.0.0.1:81,127.0.0.1,81,81",
    "localhost:8000,localhost,8000,8000",
    "example.com,example.com,80,80",
    "[::]:80,[::],80,80",
    "[::1],[::1],80,80",
    "[2001:db8::1]:443,[2001:db8::1],443,443",
    "8080-8082,'',8080,8082",
    "1.2.3.4:80-81,1.2.3.4,80,81",
    "unix:/var/run/x.sock,unix:/var/run/x.sock,0,0",
    "99999999999,'',-1,-1",
  })
  void addresses_are_read(String text, String host, int first, int last) {
    assertThat(listen(text + " ssl")).isEqualTo(new Listen(host, first, last, List.of("ssl")));
  }

  @ParameterizedTest
  @CsvSource({
    "443,*:443,true",
    "443,0.0.0.0:443,true",
    "[::]:443,[0:0:0:0:0:0:0:0]:443,true",
    "[::1]:443,[0::1]:443,true",
    "443,[::]:443,false",
    "443,127.0.0.1:443,false",
    "443,444,false",
  })
  void the_same_address_has_the_same_key(String one, String other, boolean same) {
    assertThat(listen(one).key().equals(listen(other).key())).isEqualTo(same);
  }

  @Test
  void parameters_are_understood() {
    Listen listen = listen("[::]:443 ssl http2 default_server ipv6only=off backlog=5");
    assertThat(listen.isMarkedSecure()).isTrue();
    assertThat(listen.isDefault()).isTrue();
    assertThat(listen.isIpv6()).isTrue();
    assertThat(listen.setsSocketOptions()).isTrue();
    assertThat(listen.takesIpv4Too()).isTrue();
    assertThat(listen).hasToString("[::]:443 ssl default_server");
    assertThat(listen("443 quic").isMarkedSecure()).isTrue();
    assertThat(listen("443 default ssl").setsSocketOptions()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "default_server,true", "default,true", "backlog=5,true", "deferred,true", "reuseport,true",
    "ipv6only=on,true", "so_keepalive=on,true", "ssl,false", "http2,false", "proxy_protocol,false"
  })
  void what_may_be_said_only_once_is_known(String parameter, boolean onlyOnce) {
    assertThat(Listen.isOnlyOnce(parameter)).isEqualTo(onlyOnce);
  }

  @Test
  void an_ipv6_socket_for_both_leaves_no_room_for_ipv4() {
    Listen both = listen("[::]:80 ipv6only=off");
    assertThat(DualStack.takesIpv4(List.of(both), 80)).isTrue();
    assertThat(DualStack.takesIpv4(List.of(both), 443)).isFalse();
    assertThat(DualStack.takesIpv4(List.of(both, listen("80")), 80)).isFalse();
    assertThat(DualStack.takesIpv4(List.of(listen("[::]:80")), 80)).isFalse();
  }
}
