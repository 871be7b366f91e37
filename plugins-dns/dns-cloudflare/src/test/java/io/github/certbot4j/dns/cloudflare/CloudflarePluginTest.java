package io.github.certbot4j.dns.cloudflare;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.contract.BadLogin;
import io.github.certbot4j.dns.contract.FakeProvider;
import io.github.certbot4j.dns.contract.ProviderContract;
import java.util.List;

final class CloudflarePluginTest extends ProviderContract {

  @Override
  protected DnsPlugin plugin() {
    return new CloudflarePlugin();
  }

  @Override
  protected FakeProvider newFake() {
    return new FakeCloudflare();
  }

  @Override
  protected String credentials() {
    return "dns_cloudflare_api_token = " + FakeCloudflare.TOKEN + "\n";
  }

  @Override
  protected List<BadLogin> badLogins() {
    return List.of(
        new BadLogin("dns_cloudflare_api_token = malformed-token\n", "whole token or key"),
        new BadLogin("dns_cloudflare_api_token = wrong-token\n", "API token right"),
        new BadLogin(
            "dns_cloudflare_email = user@example.com\ndns_cloudflare_api_key = wrong-key\n",
            "Global API Key right"));
  }

  @Override
  protected String permissionHint() {
    return "Zone:DNS:Edit";
  }
}
