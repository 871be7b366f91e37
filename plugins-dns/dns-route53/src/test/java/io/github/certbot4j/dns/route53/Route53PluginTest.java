package io.github.certbot4j.dns.route53;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.contract.BadLogin;
import io.github.certbot4j.dns.contract.Bench;
import io.github.certbot4j.dns.contract.FakeAnswer;
import io.github.certbot4j.dns.contract.FakeProvider;
import io.github.certbot4j.dns.contract.ProviderContract;
import java.util.List;

/** The contract; credentials have a test of their own, since no file has them. */
final class Route53PluginTest extends ProviderContract {

  @Override
  protected DnsPlugin plugin() {
    return new Route53Plugin();
  }

  @Override
  protected FakeProvider newFake() {
    return new FakeRoute53();
  }

  @Override
  protected void prepare(Bench fresh) {
    fresh.variable("AWS_ACCESS_KEY_ID", FakeRoute53.ACCESS_KEY);
    fresh.variable("AWS_SECRET_ACCESS_KEY", FakeRoute53.SECRET_KEY);
  }

  @Override
  protected String credentials() {
    return "";
  }

  @Override
  protected List<BadLogin> badLogins() {
    return List.of();
  }

  @Override
  protected String permissionHint() {
    return "route53:ChangeResourceRecordSets";
  }

  @Override
  protected FakeAnswer tooManyRequests() {
    return FakeRoute53.error(400, "Throttling", "Rate exceeded");
  }
}
