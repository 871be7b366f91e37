package io.github.certbot4j.builtin.webroot;

import com.google.gson.JsonObject;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.spi.BadValueException;
import io.github.certbot4j.spi.SectionType;
import java.io.IOException;
import java.io.StringReader;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON object on the command line, a subsection in a renewal configuration. */
final class WebrootMapType implements SectionType<Map<String, String>> {

  private static final String EXPECTED =
      "expected a JSON object such as {\"a.example\":\"/srv/www\"}, ";

  @Override
  public Arity arity() {
    return Arity.REPEATED;
  }

  /** Later objects add to earlier ones, or overwrite them. */
  @Override
  public Map<String, String> parse(List<String> texts) {
    Map<String, String> map = new LinkedHashMap<>();
    for (String text : texts) {
      readInto(map, text);
    }
    return Collections.unmodifiableMap(map);
  }

  @Override
  public List<String> format(Map<String, String> value) {
    JsonObject object = new JsonObject();
    value.forEach(object::addProperty);
    return List.of(object.toString());
  }

  @Override
  public Map<String, String> toSection(Map<String, String> value) {
    return value;
  }

  /** Nothing is checked: the names come from the certificate, and directories may come and go. */
  @Override
  public Map<String, String> fromSection(Map<String, String> entries) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  private static void readInto(Map<String, String> map, String text) {
    try (JsonReader reader = new JsonReader(new StringReader(text))) {
      reader.beginObject();
      while (reader.hasNext()) {
        String names = reader.nextName();
        if (reader.peek() != JsonToken.STRING) {
          throw new BadValueException(EXPECTED + "but the value of " + names + " is not a text");
        }
        String directory = reader.nextString();
        for (String name : names.split(",", -1)) {
          map.put(DomainName.parse(name).ascii(), directory);
        }
      }
      reader.endObject();
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new BadValueException(EXPECTED + "but something follows it");
      }
    } catch (IOException | IllegalStateException e) {
      throw new BadValueException(EXPECTED + "not " + text);
    }
  }
}
