package io.github.certbot4j.dns.google;

import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.http.Json;
import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import io.github.certbot4j.dns.trouble.DnsTroubleException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An account whose secret lies in a JSON file. */
final class KeyFile implements GoogleAccount {

  private static final String SCOPE = "https://www.googleapis.com/auth/ndev.clouddns.readwrite";
  private static final String SERVICE_ACCOUNT = "service_account";

  private final TokenSource tokens;
  private final Optional<String> project;

  private KeyFile(TokenSource tokens, Optional<String> project) {
    this.tokens = tokens;
    this.project = project;
  }

  /**
   * Reads and checks a file.
   *
   * @throws DnsTroubleException naming it and what is wrong with it
   */
  static KeyFile read(Path file, ServiceContext context) {
    GoogleTransport transport = new GoogleTransport(context.plugin().environment());
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      Json json = Json.parse(text);
      boolean service = json.text("type").equals(SERVICE_ACCOUNT);
      GoogleCredentials credentials =
          service
              ? serviceAccount(json, transport)
              : GoogleCredentials.fromStream(
                      new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), transport)
                  .createScoped(SCOPE);
      Optional<String> project =
          service
              ? Optional.of(json.text("project_id"))
              : context
                  .plugin()
                  .environment()
                  .variable("GOOGLE_CLOUD_PROJECT")
                  .or(() -> json.find("quota_project_id").map(Json::text));
      return new KeyFile(new TokenSource(credentials, context), project);
    } catch (NoSuchFileException e) {
      throw unusable(file, "there is no such file");
    } catch (DnsTroubleException e) {
      throw unusable(file, e.trouble().message().replace("the answer", "it"));
    } catch (IOException | IllegalArgumentException e) {
      throw unusable(file, String.valueOf(e.getMessage()));
    } catch (ClassCastException | NullPointerException e) {
      // The library reads other kinds of files without looking at what it gets.
      throw unusable(file, "a value in it is missing, or is no text");
    }
  }

  private static GoogleCredentials serviceAccount(Json json, GoogleTransport transport)
      throws IOException {
    return ServiceAccountCredentials.newBuilder()
        .setClientEmail(json.text("client_email"))
        .setPrivateKeyString(json.text("private_key"))
        .setPrivateKeyId(json.text("private_key_id"))
        .setTokenServerUri(URI.create(json.text("token_uri")))
        .setProjectId(json.text("project_id"))
        .setScopes(List.of(SCOPE))
        .setHttpTransportFactory(transport)
        .setDefaultRetriesEnabled(false)
        .build();
  }

  private static DnsTroubleException unusable(Path file, String why) {
    return new DnsTroubleException(
        DnsTrouble.of(Kind.BAD_CREDENTIALS, "Error parsing credentials file '" + file + "': " + why)
            .withHint("It must be the JSON file of a service account's key."));
  }

  @Override
  public String newToken() {
    return tokens.next();
  }

  @Override
  public Optional<String> project() {
    return project;
  }
}
