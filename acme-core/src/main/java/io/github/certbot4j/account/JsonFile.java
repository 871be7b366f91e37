package io.github.certbot4j.account;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.certbot4j.file.FileTrouble;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that holds one JSON object.
 *
 * @param path the file, for errors
 */
record JsonFile(Path path, JsonObject content) {

  /**
   * Reads a file.
   *
   * @throws FailureException if it can't be read or holds something else
   */
  static JsonFile read(Path path) {
    String text;
    try {
      text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw FileTrouble.cannot("read", path, e);
    }
    return new JsonFile(path, parse(path, text));
  }

  private static JsonObject parse(Path path, String text) {
    try {
      JsonReader reader = new JsonReader(new StringReader(text));
      reader.setStrictness(Strictness.STRICT);
      JsonElement element = JsonParser.parseReader(reader);
      if (element.isJsonObject() && reader.peek() == JsonToken.END_DOCUMENT) {
        return element.getAsJsonObject();
      }
    } catch (JsonParseException | IOException | IllegalStateException ignored) {
      // Its message may quote the file, and the file may be a private key.
    }
    throw new FailureException(damage(path, "It is not one JSON object."));
  }

  /**
   * A member that is text.
   *
   * @throws FailureException if there is no such member
   */
  String text(String member) {
    return find(member)
        .orElseThrow(
            () -> new FailureException(damage(path, "It lacks the text '" + member + "'.")));
  }

  /** A member that may be missing or null. */
  Optional<String> find(String member) {
    return Optional.ofNullable(content.get(member))
        .filter(JsonElement::isJsonPrimitive)
        .map(JsonElement::getAsString);
  }

  FailureException damaged(String why, Exception cause) {
    return new FailureException(damage(path, why), cause);
  }

  private static Failure damage(Path path, String why) {
    return new Failure.Storage(
        "The account file " + path + " is damaged. " + why,
        "Restore it from a backup, or move its directory away and register anew.");
  }
}
