package io.github.certbot4j.ini;

import java.util.List;

/** What stands after the {@code =}: one text, or a list of texts. Types come later. */
public sealed interface IniValue {

  /** A single value, with quotes removed. */
  record Text(String value) implements IniValue {}

  /** A list: what was written with a comma outside quotes. May be empty or hold one item. */
  record Items(List<String> values) implements IniValue {
    public Items {
      values = List.copyOf(values);
    }
  }

  static IniValue of(String value) {
    return new Text(value);
  }

  static IniValue of(List<String> values) {
    return new Items(values);
  }

  /** The items; a single value counts as a list of one. */
  default List<String> asList() {
    return this instanceof Items items ? items.values() : List.of(((Text) this).value());
  }
}
