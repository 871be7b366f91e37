package io.github.certbot4j.dns.acmedns;

import io.github.certbot4j.dns.http.Json;
import java.util.List;

/**
 * What the server gave for a name, in the form in which it answers and clients keep it.
 *
 * @param domain the full name that the validation name is to be an alias of, in lower case
 * @param all with the keys
 */
record Registration(String domain, Json all) {

  /** Reads what the server or a file has; what else is in it is kept. */
  static Registration of(Json all) {
    for (String member : List.of("subdomain", "username", "password")) {
      all.text(member);
    }
    return new Registration(all.text("fulldomain"), all);
  }

  String subdomain() {
    return all.text("subdomain");
  }

  String user() {
    return all.text("username");
  }

  String key() {
    return all.text("password");
  }

  /** Leaves the keys out. */
  @Override
  public String toString() {
    return "Registration[" + domain + "]";
  }
}
