package io.github.certbot4j.it.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.it.Lineage;
import io.github.certbot4j.it.Outcome;
import io.github.certbot4j.it.TestCa;
import io.github.certbot4j.it.TreeSnapshot;
import io.github.certbot4j.it.webserver.Page;
import io.github.certbot4j.it.webserver.ServedChain;
import io.github.certbot4j.it.webserver.Visitor;
import io.github.certbot4j.it.webserver.WebCa;
import io.github.certbot4j.it.webserver.WebPorts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many ways to write sites down, and what holds for each of them. */
class NginxLayoutsIT {
  private static final String PATH = "/some/page?x=1";

  @RegisterExtension static final WebPorts PORTS = new WebPorts();

  @RegisterExtension static final TestCa CA = WebCa.careful();

  @RegisterExtension final NginxSite site = new NginxSite(CA);
  private final Visitor visitor = Visitor.ofTheWeb();

  static Stream<Layout> layouts() {
    String chosen = System.getProperty("certbot4j.it.layout", "");
    return Layout.all().stream().filter(layout -> layout.name().contains(chosen));
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void sites_get_tls_once_and_everything_can_be_taken_back(Layout layout) throws Exception {
    NginxServer server = site.server();
    layout.into(server);
    server.start();
    TreeSnapshot before = server.snapshot();
    Map<String, Page> pages = look(layout);

    run(layout).succeeded();

    server.test().succeeded();
    assertServedWithTls(layout, pages);
    assertOthersAnswerAsBefore(layout, pages);
    TreeSnapshot installed = server.snapshot();
    run(layout).succeeded();
    assertThat(installed.differences(server.snapshot())).as("changed by a second run").isEmpty();

    site.ours().rollback(100).run().succeeded();
    assertThat(before.differences(server.snapshot())).as("left by rollback").isEmpty();
    assertSamePages(pages, look(layout));
  }

  private Outcome run(Layout layout) {
    return site.ours()
        .run(layout.names().toArray(String[]::new))
        .with(layout.options().toArray(String[]::new))
        .run();
  }

  /** What a visitor sees, by URL. */
  private Map<String, Page> look(Layout layout) {
    Map<String, Page> pages = new HashMap<>();
    List<String> hosts = Stream.concat(layout.names().stream(), layout.others().stream()).toList();
    for (String host : hosts) {
      pages.put("http://" + host, visitor.http(host, PATH));
      if (layout.spokeTls()) {
        pages.put("https://" + host, visitor.https(host, PATH));
      }
    }
    return pages;
  }

  private void assertServedWithTls(Layout layout, Map<String, Page> before) throws Exception {
    Lineage lineage = site.sandbox().lineage(layout.names().get(0)).isWhole();
    for (String name : layout.names()) {
      Page old = before.get((layout.spokeTls() ? "https://" : "http://") + name);
      Page secure = visitor.https(name, PATH);
      ServedChain.of(secure).isThatOf(lineage, CA.pebble().root(0)).covers(name);
      assertThat(secure.status()).isEqualTo(old.status());
      assertThat(secure.body()).isEqualTo(old.body());
      assertHttp(visitor.http(name, PATH), before.get("http://" + name), layout, name);
      if (layout.speaksIpv6()) {
        assertThat(visitor.byIpv6().https(name, PATH).serial()).isEqualTo(lineage.serial());
        assertHttp(visitor.byIpv6().http(name, PATH), old, layout, name);
      }
      assertThat(secure.header("Strict-Transport-Security"))
          .isEqualTo(layout.options().contains("--hsts") ? "max-age=31536000" : "");
    }
  }

  private static void assertHttp(Page page, Page before, Layout layout, String name) {
    if (layout.redirects()) {
      assertThat(page.status()).as("%s", page).isEqualTo(301);
      assertThat(page.header("Location")).isEqualTo("https://" + name + PATH);
    } else {
      assertThat(page.body()).isEqualTo(before.body());
      assertThat(page.status()).isEqualTo(before.status());
    }
    assertThat(page.header("Strict-Transport-Security")).isEmpty();
  }

  private void assertOthersAnswerAsBefore(Layout layout, Map<String, Page> before) {
    for (String host : layout.others()) {
      Page page = visitor.http(host, PATH);
      assertThat(page.status()).isEqualTo(before.get("http://" + host).status());
      assertThat(page.body()).isEqualTo(before.get("http://" + host).body());
    }
  }

  private static void assertSamePages(Map<String, Page> before, Map<String, Page> now) {
    before.forEach(
        (url, page) -> {
          assertThat(now.get(url).status()).as(url).isEqualTo(page.status());
          assertThat(now.get(url).body()).as(url).isEqualTo(page.body());
          assertThat(now.get(url).chain()).as(url).isEqualTo(page.chain());
        });
  }
}
