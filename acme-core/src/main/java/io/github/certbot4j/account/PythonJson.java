package io.github.certbot4j.account;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;

/** Writes JSON as Python does by default, on one line, in ASCII, so that files stay the same. */
final class PythonJson {

  private static final int FIRST_PRINTABLE = 0x20;
  private static final int LAST_PRINTABLE = 0x7e;

  private PythonJson() {}

  /** Writes an object whose members are texts and objects. */
  static String write(JsonObject object) {
    StringBuilder out = new StringBuilder();
    append(out, object);
    return out.toString();
  }

  private static void append(StringBuilder out, JsonObject object) {
    out.append('{');
    String separator = "";
    for (Map.Entry<String, JsonElement> member : object.entrySet()) {
      out.append(separator);
      append(out, member.getKey());
      out.append(": ");
      if (member.getValue().isJsonObject()) {
        append(out, member.getValue().getAsJsonObject());
      } else {
        append(out, member.getValue().getAsString());
      }
      separator = ", ";
    }
    out.append('}');
  }

  private static void append(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      append(out, text.charAt(i));
    }
    out.append('"');
  }

  private static void append(StringBuilder out, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      default -> {
        if (c >= FIRST_PRINTABLE && c <= LAST_PRINTABLE) {
          out.append(c);
        } else {
          out.append(String.format("\\u%04x", (int) c));
        }
      }
    }
  }
}
