package io.github.certbot4j.dns.gehirn;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.contract.BadLogin;
import io.github.certbot4j.dns.contract.FakeProvider;
import io.github.certbot4j.dns.contract.ProviderContract;
import java.util.List;

final class GehirnPluginTest extends ProviderContract {

  @Override
  protected DnsPlugin plugin() {
    return new GehirnPlugin();
  }

  @Override
  protected FakeProvider newFake() {
    return new FakeGehirn();
  }

  @Override
  protected String credentials() {
    return text(FakeGehirn.TOKEN, FakeGehirn.SECRET);
  }

  @Override
  protected List<BadLogin> badLogins() {
    return List.of(
        new BadLogin(text("wrong-token", FakeGehirn.SECRET), "API token and the API secret"));
  }

  @Override
  protected String permissionHint() {
    return "use the DNS service";
  }

  private static String text(String token, String secret) {
    return "dns_gehirn_api_token = " + token + "\ndns_gehirn_api_secret = " + secret + "\n";
  }
}
