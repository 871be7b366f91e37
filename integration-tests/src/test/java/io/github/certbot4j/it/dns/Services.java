package io.github.certbot4j.it.dns;

import io.github.certbot4j.dns.cloudflare.FakeCloudflare;
import io.github.certbot4j.dns.digitalocean.FakeDigitalOcean;
import io.github.certbot4j.dns.dnsimple.FakeDnsimple;
import io.github.certbot4j.dns.dnsmadeeasy.FakeDnsMadeEasy;
import io.github.certbot4j.dns.gehirn.FakeGehirn;
import io.github.certbot4j.dns.google.FakeGoogle;
import io.github.certbot4j.dns.linode.FakeLinode;
import io.github.certbot4j.dns.luadns.FakeLuadns;
import io.github.certbot4j.dns.nsone.FakeNsone;
import io.github.certbot4j.dns.ovh.FakeOvh;
import io.github.certbot4j.dns.route53.FakeRoute53;
import io.github.certbot4j.dns.sakuracloud.FakeSakuraCloud;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Every service that the end-to-end tests go through: a new plugin adds a line to {@link #all}. */
final class Services {
  private Services() {}

  /** Starts the world of one service; the directory is for its files. */
  interface Starter {
    DnsWorld start(Path directory) throws IOException;
  }

  /** The starters by the plugins' names. */
  static Map<String, Starter> all() {
    Map<String, Starter> all = new TreeMap<>();
    all.put("dns-rfc2136", BindWorld::new);
    all.put(
        "dns-cloudflare",
        directory ->
            new FakeWorld(
                new FakeCloudflare(),
                "dns_cloudflare_api_token = " + FakeCloudflare.TOKEN + "\n",
                "dns_cloudflare_api_token = wrong-token\n",
                "Is the API token right"));
    all.put(
        "dns-gehirn",
        directory ->
            new FakeWorld(
                new FakeGehirn(),
                "dns_gehirn_api_token = %s\ndns_gehirn_api_secret = %s\n"
                    .formatted(FakeGehirn.TOKEN, FakeGehirn.SECRET),
                "dns_gehirn_api_token = a-token\ndns_gehirn_api_secret = wrong-secret\n",
                "Are the API token and the API secret right?"));
    all.put("dns-digitalocean", directory -> digitalOcean());
    all.put("dns-dnsimple", directory -> dnsimple());
    all.put("dns-dnsmadeeasy", directory -> dnsMadeEasy());
    all.put("dns-google", directory -> google());
    all.put("dns-linode", directory -> linode());
    all.put("dns-luadns", directory -> luadns());
    all.put("dns-nsone", directory -> nsone());
    all.put("dns-ovh", directory -> ovh());
    all.put("dns-route53", directory -> route53());
    all.put("dns-sakuracloud", directory -> sakuraCloud());
    return all;
  }

  private static DnsWorld digitalOcean() {
    String line = "dns_digitalocean_token = %s\n";
    return new FakeWorld(
        new FakeDigitalOcean(),
        line.formatted(FakeDigitalOcean.TOKEN),
        line.formatted("wrong-token"),
        "Is the API token right");
  }

  private static DnsWorld dnsimple() {
    String line = "dns_dnsimple_token = %s\n";
    return new FakeWorld(
        new FakeDnsimple(),
        line.formatted(FakeDnsimple.TOKEN),
        line.formatted("wrong-token"),
        "Is the API access token right?");
  }

  private static DnsWorld dnsMadeEasy() {
    String lines = "dns_dnsmadeeasy_api_key = %s\ndns_dnsmadeeasy_secret_key = %s\n";
    return new FakeWorld(
        new FakeDnsMadeEasy(),
        lines.formatted(FakeDnsMadeEasy.KEY, FakeDnsMadeEasy.SECRET),
        lines.formatted("a-key", "wrong-secret"),
        "Are the API key and the secret key right");
  }

  private static DnsWorld linode() {
    String line = "dns_linode_key = %s\n";
    return new FakeWorld(
        new FakeLinode(),
        line.formatted(FakeLinode.TOKEN),
        line.formatted("wrong-token"),
        "Is the token right");
  }

  private static DnsWorld luadns() {
    String lines = "dns_luadns_email = %s\ndns_luadns_token = %s\n";
    return new FakeWorld(
        new FakeLuadns(),
        lines.formatted(FakeLuadns.EMAIL, FakeLuadns.TOKEN),
        lines.formatted(FakeLuadns.EMAIL, "wrong-token"),
        "Are the e-mail address and the token right?");
  }

  private static DnsWorld nsone() {
    String line = "dns_nsone_api_key = %s\n";
    return new FakeWorld(
        new FakeNsone(),
        line.formatted(FakeNsone.KEY),
        line.formatted("wrong-key"),
        "Is the API key right?");
  }

  private static DnsWorld ovh() {
    String lines =
        """
        dns_ovh_endpoint = ovh-eu
        dns_ovh_application_key = %s
        dns_ovh_application_secret = %s
        dns_ovh_consumer_key = %s
        """;
    return new FakeWorld(
        new FakeOvh(),
        lines.formatted(FakeOvh.APPLICATION_KEY, FakeOvh.APPLICATION_SECRET, FakeOvh.CONSUMER_KEY),
        lines.formatted(FakeOvh.APPLICATION_KEY, "wrong-secret", FakeOvh.CONSUMER_KEY),
        "Is the application secret right?");
  }

  private static DnsWorld sakuraCloud() {
    String lines = "dns_sakuracloud_api_token = %s\ndns_sakuracloud_api_secret = %s\n";
    return new FakeWorld(
        new FakeSakuraCloud(),
        lines.formatted(FakeSakuraCloud.TOKEN, FakeSakuraCloud.SECRET),
        lines.formatted("a-token", "wrong-secret"),
        "Are the access token and its secret right?");
  }

  private static DnsWorld google() {
    FakeGoogle fake = new FakeGoogle();
    // A key that nobody knows.
    String wrong = FakeGoogle.foreignKeyFile();
    return new FakeWorld(fake, fake.keyFile(), wrong, "Is the key still one of the account's")
        .with("HTTPLIB2_CA_CERTS", directory -> directory.resolve(FakeWorld.BUNDLE));
  }

  private static DnsWorld route53() {
    String form =
        """
        [default]
        aws_access_key_id = %s
        aws_secret_access_key = %s
        """;
    return new FakeWorld(
            new FakeRoute53(),
            form.formatted(FakeRoute53.ACCESS_KEY, FakeRoute53.SECRET_KEY),
            form.formatted(FakeRoute53.ACCESS_KEY, "wrong/Secret+Key1234567890"),
            "Are the AWS credentials right")
        .with("AWS_SHARED_CREDENTIALS_FILE", directory -> directory.resolve("own/credentials.ini"));
  }
}
