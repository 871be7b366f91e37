package io.github.certbot4j.dns.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTroubleException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON value. Immutable. What an answer lacks or has in another type is a {@link
 * DnsTroubleException} of the kind BAD_RESPONSE that names the member.
 */
public final class Json {

  private final JsonElement element;
  private final String place;

  private Json(JsonElement element, String place) {
    this.element = element;
    this.place = place;
  }

  /**
   * Reads a text.
   *
   * @throws DnsTroubleException if it isn't JSON
   */
  public static Json parse(String text) {
    try {
      JsonElement element = JsonParser.parseString(text);
      boolean document = element.isJsonObject() || element.isJsonArray();
      if (document || text.strip().equals("null") || isNumber(element)) {
        return new Json(element, "");
      }
    } catch (JsonParseException | IllegalStateException e) {
      throw notJson(text, e);
    }
    // The parser is lenient: it takes any word for a text.
    throw notJson(text, null);
  }

  /** An object of keys and values by turns; values as in {@link #with}. */
  public static Json object(Object... keysAndValues) {
    Json object = new Json(new JsonObject(), "");
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object = object.with((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return object;
  }

  /** A list; items as in {@link #with}. */
  public static Json list(List<?> items) {
    JsonArray array = new JsonArray();
    items.forEach(item -> array.add(element(item)));
    return new Json(array, "");
  }

  /** This object with one member more, or another value for it: Json, text, number or boolean. */
  public Json with(String key, Object value) {
    JsonObject copy = members().deepCopy();
    copy.add(key, element(value));
    return new Json(copy, place);
  }

  /** A member that must be there. */
  public Json at(String key) {
    return find(key).orElseThrow(() -> missing(key));
  }

  /** A member; empty if it isn't there, or null. */
  public Optional<Json> find(String key) {
    JsonElement member = members().get(key);
    return member == null || member.isJsonNull()
        ? Optional.empty()
        : Optional.of(new Json(member, inner(key)));
  }

  /** A text, number or boolean, as text. */
  public String text() {
    if (element instanceof JsonPrimitive primitive) {
      return primitive.getAsString();
    }
    throw wrong("a text");
  }

  /** The text of a member that must be there. */
  public String text(String key) {
    return at(key).text();
  }

  /** The text of a member; the other if it isn't there, or null. */
  public String text(String key, String other) {
    return find(key).map(Json::text).orElse(other);
  }

  public long number() {
    try {
      return Long.parseLong(text());
    } catch (NumberFormatException e) {
      throw wrong("a whole number");
    }
  }

  /** The number in a member, which may be written as text; the other if it isn't there. */
  public long number(String key, long other) {
    return find(key).map(Json::number).orElse(other);
  }

  /** Whether a member is there and true. */
  public boolean isTrue(String key) {
    return find(key).map(member -> member.text().equals("true")).orElse(false);
  }

  public List<Json> items() {
    if (!(element instanceof JsonArray array)) {
      throw wrong("a list");
    }
    List<Json> items = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      items.add(new Json(array.get(i), place + "[" + i + "]"));
    }
    return items;
  }

  /** The items of a member that must be there. */
  public List<Json> items(String key) {
    return at(key).items();
  }

  /** The names of an object's members. */
  public Set<String> keys() {
    return Set.copyOf(members().keySet());
  }

  public boolean isObject() {
    return element.isJsonObject();
  }

  public boolean isList() {
    return element.isJsonArray();
  }

  public boolean isNull() {
    return element.isJsonNull();
  }

  /** The text that {@link #parse} reads; without blanks, and with everything that was read. */
  @Override
  public String toString() {
    return element.toString();
  }

  private JsonObject members() {
    if (element instanceof JsonObject object) {
      return object;
    }
    throw wrong("an object");
  }

  private static JsonElement element(Object value) {
    if (value instanceof Json json) {
      return json.element;
    }
    if (value instanceof Number number) {
      return new JsonPrimitive(number);
    }
    if (value instanceof Boolean flag) {
      return new JsonPrimitive(flag);
    }
    return value instanceof String text ? new JsonPrimitive(text) : JsonNull.INSTANCE;
  }

  private static boolean isNumber(JsonElement element) {
    return element instanceof JsonPrimitive primitive
        && primitive.getAsString().matches("-?[0-9]+");
  }

  private String inner(String key) {
    return place.isEmpty() ? key : place + "." + key;
  }

  private DnsTroubleException missing(String key) {
    return DnsTrouble.badResponse("the answer has no '" + inner(key) + "'");
  }

  private DnsTroubleException wrong(String expected) {
    return DnsTrouble.badResponse(
        (place.isEmpty() ? "the answer" : "'" + place + "' in the answer") + " is not " + expected);
  }

  private static DnsTroubleException notJson(String text, RuntimeException cause) {
    String what = text.isBlank() ? "the answer is empty" : "the answer is not JSON";
    return new DnsTroubleException(DnsTrouble.of(DnsTrouble.Kind.BAD_RESPONSE, what), cause);
  }
}
