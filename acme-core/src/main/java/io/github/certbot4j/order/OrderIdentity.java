package io.github.certbot4j.order;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an order was placed for; only a run that wants the same may carry it on.
 *
 * @param account the account's URL at its server
 * @param names the names ordered
 * @param key what kind of key the certificate gets
 */
public record OrderIdentity(URI account, List<String> names, String key) {

  public OrderIdentity {
    names = List.copyOf(names);
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("account", account.toString());
    JsonArray array = new JsonArray();
    names.forEach(array::add);
    json.add("names", array);
    json.addProperty("key", key);
    return json;
  }

  boolean describes(JsonObject record) {
    Set<String> recorded = new HashSet<>();
    for (JsonElement name : record.getAsJsonArray("names")) {
      recorded.add(name.getAsString());
    }
    return record.get("account").getAsString().equals(account.toString())
        && recorded.equals(new HashSet<>(names))
        && record.get("key").getAsString().equals(key);
  }
}
