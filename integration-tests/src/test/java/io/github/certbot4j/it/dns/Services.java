package io.github.certbot4j.it.dns;

import io.github.certbot4j.dns.cloudflare.FakeCloudflare;
import io.github.certbot4j.dns.gehirn.FakeGehirn;
import io.github.certbot4j.dns.google.FakeGoogle;
import io.github.certbot4j.dns.route53.FakeRoute53;
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
    all.put("dns-google", directory -> google());
    all.put("dns-route53", directory -> route53());
    return all;
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
