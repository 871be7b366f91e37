package org.example.certbot.list;

import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The content of the list: one name a line, followed by what is set for it, such as {@code a.test
 * cert=/etc/letsencrypt/live/a.test/fullchain.pem redirect=on}.
 */
final class NameList {

  private final Map<String, Map<String, String>> lines = new LinkedHashMap<>();

  static NameList parse(List<String> texts) {
    NameList list = new NameList();
    for (String text : texts) {
      String[] words = text.strip().split("\\s+");
      Map<String, String> values =
          list.lines.computeIfAbsent(words[0], name -> new LinkedHashMap<>());
      for (int i = 1; i < words.length; i++) {
        int equals = words[i].indexOf('=');
        if (equals < 1) {
          throw FailureException.rejected(
              "The list has '" + words[i] + "' where a setting belongs.", "Write it as KEY=VALUE.");
        }
        values.put(words[i].substring(0, equals), words[i].substring(equals + 1));
      }
    }
    list.lines.remove("");
    return list;
  }

  /** Sets a value for a name; false when it has it already. */
  boolean set(DomainName name, String key, String value) {
    Map<String, String> values = lines.computeIfAbsent(name.ascii(), any -> new LinkedHashMap<>());
    return !value.equals(values.put(key, value));
  }

  Set<DomainName> names() {
    Set<DomainName> names = new LinkedHashSet<>();
    lines.keySet().forEach(name -> names.add(DomainName.parse(name)));
    return names;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    lines.forEach(
        (name, values) -> {
          text.append(name);
          values.forEach((key, value) -> text.append(' ').append(key).append('=').append(value));
          text.append('\n');
        });
    return text.toString();
  }
}
