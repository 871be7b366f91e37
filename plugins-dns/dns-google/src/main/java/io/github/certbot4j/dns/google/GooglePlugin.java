package io.github.certbot4j.dns.google;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.DnsService;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.ServiceDeclaration;
import io.github.certbot4j.dns.WrittenSets;
import io.github.certbot4j.dns.credentials.CredentialsForm;
import io.github.certbot4j.dns.http.Json;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionSpec.Stored;
import io.github.certbot4j.spi.OptionTypes;

/** The plugin for Google Cloud DNS. */
public final class GooglePlugin extends DnsPlugin {

  static final String KEY_FILE_OPTION = "--dns-google-credentials";

  static final OptionSpec<String> PROJECT =
      OptionSpec.of("dns_google_project", OptionTypes.TEXT)
          .names("--dns-google-project")
          .topics("dns-google")
          .metavar("PROJECT")
          .stored(Stored.WHEN_RELEVANT)
          .description(
              "The id of the project that holds the zones, if it isn't the one of the credentials.")
          .build();

  private static final ServiceDeclaration DECLARATION =
      ServiceDeclaration.of(
              "google",
              "Google Cloud DNS",
              CredentialsForm.fileOfItsOwn("Google Cloud DNS credentials file"))
          .waitSeconds(60)
          .ttl(60)
          .furtherOptions(PROJECT)
          .guide(
              "Create a service account (<https://cloud.google.com/iam/docs/service-accounts-create>)"
                  + " and a key for it, and name the JSON file with `"
                  + KEY_FILE_OPTION
                  + "`. Only root should be able to read it (`chmod 600`).\n\n"
                  + "Without that option the file in the variable `GOOGLE_APPLICATION_CREDENTIALS`"
                  + " is used, else what `gcloud auth application-default login` left in the home"
                  + " directory, else the account of the machine at Google on which certbot runs."
                  + " Files of workload identity federation and of impersonated accounts work too.",
              "The role `roles/dns.admin`, or `dns.changes.create`, `dns.changes.get`,"
                  + " `dns.managedZones.list`, `dns.resourceRecordSets.create`,"
                  + " `dns.resourceRecordSets.delete`, `dns.resourceRecordSets.list` and"
                  + " `dns.resourceRecordSets.update`"
                  + " (<https://cloud.google.com/dns/docs/access-control>).",
              "Only public zones are used. After a change it is waited until Google says that it is"
                  + " done, and then for its name servers.")
          .build();

  private final WrittenSets<Json> written = new WrittenSets<>();

  public GooglePlugin() {
    super(DECLARATION);
  }

  @Override
  protected DnsService open(ServiceContext context) {
    return new GoogleService(context, written.forOneOrder());
  }
}
