package io.github.certbot4j.dns.google;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.contract.BadLogin;
import io.github.certbot4j.dns.contract.FakeProvider;
import io.github.certbot4j.dns.contract.FakeRequest;
import io.github.certbot4j.dns.contract.ProviderContract;
import java.util.List;

final class GooglePluginTest extends ProviderContract {

  private final FakeGoogle google = new FakeGoogle();

  @Override
  protected DnsPlugin plugin() {
    return new GooglePlugin();
  }

  @Override
  protected FakeProvider newFake() {
    return google;
  }

  @Override
  protected String credentials() {
    return google.keyFile();
  }

  @Override
  protected List<BadLogin> badLogins() {
    return List.of(
        new BadLogin(FakeGoogle.foreignKeyFile(), "Is the key still one of the account's"));
  }

  @Override
  protected String permissionHint() {
    return "roles/dns.admin";
  }

  @Override
  protected boolean noticesConflicts() {
    return true;
  }

  @Override
  protected boolean changesRecords(FakeRequest request) {
    return request.method().equals("POST") && request.path().endsWith("/changes");
  }
}
