package io.github.certbot4j.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The commands of a journal: comma-separated values (RFC 4180), one command a row. Rows end with
 * CRLF; plain LF is read too. A last row without an end was being written when a program died; the
 * command that it would undo had not been run.
 */
final class UndoCommands {

  private final String text;
  private final List<List<String>> rows = new ArrayList<>();
  private List<String> row = new ArrayList<>();
  private final StringBuilder field = new StringBuilder();
  private boolean quoted;
  private boolean fieldBegun;

  private UndoCommands(String text) {
    this.text = text;
  }

  /** The commands with their arguments, in the order in which they were noted. */
  static List<List<String>> parse(byte[] stored) {
    return new UndoCommands(new String(stored, StandardCharsets.UTF_8)).read();
  }

  /** The commands as they are stored. */
  static byte[] format(List<List<String>> commands) {
    StringBuilder out = new StringBuilder();
    for (List<String> command : commands) {
      String separator = "";
      for (String argument : command) {
        out.append(separator).append(needsQuotes(command, argument) ? quote(argument) : argument);
        separator = ",";
      }
      out.append("\r\n");
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean needsQuotes(List<String> command, String argument) {
    boolean wouldBeBlankLine = command.size() == 1 && argument.isEmpty();
    return wouldBeBlankLine || argument.chars().anyMatch(each -> ",\"\r\n".indexOf(each) >= 0);
  }

  private static String quote(String argument) {
    return '"' + argument.replace("\"", "\"\"") + '"';
  }

  private List<List<String>> read() {
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (quoted) {
        i += inQuotes(each, i);
      } else if (each == '"' && field.length() == 0 && !fieldBegun) {
        quoted = true;
        fieldBegun = true;
      } else if (each == ',') {
        endField();
        fieldBegun = false;
      } else if (each == '\n' || each == '\r') {
        endRow();
      } else {
        field.append(each);
      }
    }
    return rows;
  }

  /** Returns how many characters it took besides this one. */
  private int inQuotes(char each, int at) {
    if (each != '"') {
      field.append(each);
      return 0;
    }
    if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
      field.append('"');
      return 1;
    }
    quoted = false;
    return 0;
  }

  private void endField() {
    row.add(field.toString());
    field.setLength(0);
  }

  private void endRow() {
    if (!row.isEmpty() || field.length() > 0 || fieldBegun) {
      endField();
      rows.add(List.copyOf(row));
      row = new ArrayList<>();
    }
    fieldBegun = false;
  }
}
