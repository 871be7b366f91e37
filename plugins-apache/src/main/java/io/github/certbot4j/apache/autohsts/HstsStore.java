package io.github.certbot4j.apache.autohsts;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.certbot4j.apache.config.ApacheTrouble;
import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.file.FileMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps progress in the file that plugins of this program and of the original share. What else is
 * in it stays.
 */
final class HstsStore {

  private static final String PLUGIN = ApacheTrouble.PLUGIN;
  private static final String KEY = "autohsts";
  private static final String STEP = "laststep";
  private static final String SINCE = "timestamp";

  private final Path file;

  /** The store in the program's configuration directory. */
  HstsStore(Path configDirectory) {
    this.file = ProgressFile.in(configDirectory);
  }

  /**
   * Progress by the identifiers of virtual hosts.
   *
   * @throws io.github.certbot4j.model.FailureException when the file can't be understood
   */
  Map<String, HstsProgress> read() {
    Map<String, HstsProgress> all = new LinkedHashMap<>();
    try {
      JsonObject entries = object(object(content(), PLUGIN), KEY);
      for (Map.Entry<String, JsonElement> entry : entries.entrySet()) {
        JsonObject progress = entry.getValue().getAsJsonObject();
        all.put(
            entry.getKey(),
            new HstsProgress(progress.get(STEP).getAsInt(), progress.get(SINCE).getAsDouble()));
      }
      return all;
    } catch (IllegalStateException | NullPointerException | NumberFormatException e) {
      throw unreadable(e.getMessage());
    }
  }

  /** Stores progress in the place of all that was there. */
  void write(Map<String, HstsProgress> all) {
    JsonObject entries = new JsonObject();
    all.forEach(
        (id, progress) -> {
          JsonObject entry = new JsonObject();
          entry.addProperty(STEP, progress.step());
          entry.addProperty(SINCE, progress.since());
          entries.add(id, entry);
        });
    JsonObject content = content();
    JsonObject own = object(content, PLUGIN);
    own.add(KEY, entries);
    content.add(PLUGIN, own);
    byte[] bytes = new Gson().toJson(content).getBytes(StandardCharsets.UTF_8);
    new AtomicFiles().replace(file, bytes, FileMode.exactly(0600));
  }

  private JsonObject content() {
    try {
      String text = Files.exists(file) ? Files.readString(file) : "";
      return text.isBlank() ? new JsonObject() : JsonParser.parseString(text).getAsJsonObject();
    } catch (IOException | JsonParseException | IllegalStateException e) {
      throw unreadable(e.getMessage());
    }
  }

  private static JsonObject object(JsonObject parent, String key) {
    return parent.has(key) ? parent.getAsJsonObject(key) : new JsonObject();
  }

  private RuntimeException unreadable(String why) {
    return ApacheTrouble.of(
        "The file " + file + " can't be read or holds something else: " + why + ".",
        "Repair it; without it, virtual hosts with --auto-hsts stay as they are.");
  }
}
