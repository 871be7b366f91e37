package io.github.certbot4j.acme;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.certbot4j.net.ProxySettings;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The mailing list of the Electronic Frontier Foundation, for those who agreed to be on it. */
public final class EffMailingList {

  /** Where subscriptions are sent. */
  public static final URI ADDRESS = URI.create("https://supporters.eff.org/subscribe/certbot");

  private final HttpPost post;
  private final URI address;

  /**
   * Opens the list; sends nothing.
   *
   * @param address where subscriptions are sent, see {@link #ADDRESS}
   */
  public EffMailingList(ProxySettings proxies, URI address) {
    this.post = new HttpPost(proxies, Duration.ofSeconds(60));
    this.address = address;
  }

  /**
   * Subscribes an address. The caller must have the user's consent.
   *
   * @return why it failed; empty when it worked
   */
  public Optional<String> subscribe(String email) {
    String form =
        "data_type=json&email="
            + URLEncoder.encode(email, StandardCharsets.UTF_8)
            + "&form_id=eff_supporters_library_subscribe_form";
    try {
      byte[] answer =
          post.send(
              address,
              "application/x-www-form-urlencoded",
              form.getBytes(StandardCharsets.US_ASCII));
      return judge(new String(answer, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.of("the request failed: " + e.getMessage());
    }
  }

  private static Optional<String> judge(String answer) {
    try {
      JsonObject json = JsonParser.parseString(answer).getAsJsonObject();
      if (!json.has("status")) {
        return Optional.of("the answer says nothing about it");
      }
      return json.get("status").getAsBoolean()
          ? Optional.empty()
          : Optional.of("the address was not accepted");
    } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
      return Optional.of("the answer can't be understood");
    }
  }
}
