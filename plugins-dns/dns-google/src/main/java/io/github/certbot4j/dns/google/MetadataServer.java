package io.github.certbot4j.dns.google;

import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.http.FixedLogin;
import io.github.certbot4j.dns.http.Masking;
import io.github.certbot4j.dns.http.Patience;
import io.github.certbot4j.dns.http.RestAnswer;
import io.github.certbot4j.dns.http.RestApi;
import io.github.certbot4j.dns.http.RestClient;
import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import io.github.certbot4j.dns.trouble.DnsTroubleException;
import io.github.certbot4j.net.ConnectionOpener;
import io.github.certbot4j.net.ProxySettings;
import io.github.certbot4j.net.TlsTrust;
import io.github.certbot4j.spi.Waiter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The account of the machine at Google that this runs on, which a server beside it tells. */
final class MetadataServer implements GoogleAccount {

  /** Where it is unless somebody says otherwise. */
  static final String USUAL_HOST = "metadata.google.internal";

  private static final String FLAVOR = "Metadata-Flavor";
  private static final String GOOGLE = "Google";

  private final RestApi impatient;
  private final RestApi patient;

  /**
   * The server.
   *
   * @param host where it is; perhaps with a port
   */
  MetadataServer(ServiceContext context, String host) {
    String base = "http://" + host + "/computeMetadata/v1";
    Waiter waiter = context.plugin().waiter();
    // Elsewhere than at Google there is nobody to wait for.
    this.impatient = api(base, new Patience(waiter, () -> true), waiter);
    this.patient = api(base, context.patience(), waiter);
  }

  /** It is a neighbour, and no proxy's business. */
  private static RestApi api(String base, Patience patience, Waiter waiter) {
    ConnectionOpener direct =
        new ConnectionOpener(ProxySettings.NONE, new TlsTrust(true, Optional.empty()));
    return new RestApi(
        base,
        new FixedLogin(Map.of(FLAVOR, GOOGLE)) {},
        new RestClient(direct, patience, waiter, new Masking(List.of())));
  }

  @Override
  public Optional<String> project() {
    return Optional.of(ask("/project/project-id", impatient).body().strip());
  }

  @Override
  public String newToken() {
    return ask("/instance/service-accounts/default/token", patient).json().text("access_token");
  }

  private static RestAnswer ask(String path, RestApi api) {
    try {
      RestAnswer answer = api.get(path).confidential().send();
      if (answer.header(FLAVOR, "").equals(GOOGLE)) {
        return answer;
      }
      throw none("it isn't one of Google's");
    } catch (DnsTroubleException e) {
      throw e.is(Kind.BAD_CREDENTIALS) ? e : none(e.trouble().describe());
    }
  }

  private static DnsTroubleException none(String why) {
    return new DnsTroubleException(
        DnsTrouble.of(
                Kind.BAD_CREDENTIALS,
                "there is no credentials file, and no metadata server to ask: " + why)
            .withHint("Name a key file with " + GooglePlugin.KEY_FILE_OPTION + "."));
  }
}
