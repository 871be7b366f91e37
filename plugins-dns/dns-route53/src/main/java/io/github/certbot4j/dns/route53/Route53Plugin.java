package io.github.certbot4j.dns.route53;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.DnsService;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.ServiceDeclaration;
import io.github.certbot4j.dns.WrittenSets;
import io.github.certbot4j.dns.credentials.CredentialsForm;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** The plugin for Amazon Route 53. */
public final class Route53Plugin extends DnsPlugin {

  private static final ServiceDeclaration DECLARATION =
      ServiceDeclaration.of("route53", "Amazon Route 53", CredentialsForm.surroundings())
          .waitSeconds(10)
          .ttl(10)
          .guide(
              "There is no option for them: they are found where all AWS tools look, in this"
                  + " order.\n\n"
                  + "1. The variables `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and"
                  + " `AWS_SESSION_TOKEN`.\n"
                  + "2. A web identity: `AWS_WEB_IDENTITY_TOKEN_FILE` and `AWS_ROLE_ARN`.\n"
                  + "3. The profile `AWS_PROFILE`, else `default`, of `~/.aws/credentials` and"
                  + " `~/.aws/config`, or of the files that `AWS_SHARED_CREDENTIALS_FILE` and"
                  + " `AWS_CONFIG_FILE` name: keys, a role to assume, a program, a log-in.\n"
                  + "4. The container's role.\n"
                  + "5. The machine's role, from its instance metadata.\n\n"
                  + "Renewals run as root, mostly without the variables of your shell: keep keys in"
                  + " root's `~/.aws/credentials`.",
              "`route53:ListHostedZones` and `route53:GetChange` for everything,"
                  + " `route53:ListResourceRecordSets` and `route53:ChangeResourceRecordSets` for"
                  + " the zone. Without `route53:ListResourceRecordSets` it works too, but TXT"
                  + " records of others at the same name are then overwritten.",
              "Only public hosted zones are used. The change is waited for until Route 53 says that"
                  + " all its name servers have it, for at most ten minutes, or as long as"
                  + " `--dns-route53-propagation-seconds` allows if that is given.",
              "Proxies, bundles of root certificates (`AWS_CA_BUNDLE` before"
                  + " `REQUESTS_CA_BUNDLE`), `AWS_REGION` for AWS in China or GovCloud, and"
                  + " `AWS_ENDPOINT_URL` work as everywhere.")
          .build();

  private final WrittenSets<ResourceRecordSet> written = new WrittenSets<>();

  public Route53Plugin() {
    super(DECLARATION);
  }

  @Override
  protected DnsService open(ServiceContext context) {
    return new Route53Service(context, written.forOneOrder());
  }
}
