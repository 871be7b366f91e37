package io.github.certbot4j.dns.credentials;

import io.github.certbot4j.ini.IniDocument;
import io.github.certbot4j.ini.IniException;
import io.github.certbot4j.ini.IniSection;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads files with credentials: {@code key = value} lines in the dialect of renewal configurations,
 * where also {@code ;} starts a comment line. Keys above the first section are for all zones that
 * have no section of their own; a section is named by its zone and has all values that it needs.
 */
public final class CredentialsFile {

  private static final Pattern SEMICOLON_LINE = Pattern.compile("(?m)^(\uFEFF?[ \\t]*);");

  private final String plugin;
  private final CredentialsForm form;

  /**
   * A reader for one service.
   *
   * @param plugin the plugin's name, from which the start of all keys follows
   */
  public CredentialsFile(String plugin, CredentialsForm form) {
    this.plugin = plugin;
    this.form = form;
  }

  /**
   * Reads and checks a file, and warns if too many users can read it.
   *
   * @throws FailureException naming the file and everything that is wrong with it
   */
  public CredentialSets read(Path file) {
    FilePermissions.problem(file)
        .ifPresent(
            problem -> {
              throw unusable(problem, "Name the file that holds the credentials.");
            });
    FilePermissions.warnAbout(file);
    if (form.kind() == CredentialsForm.Kind.FILE_OF_ITS_OWN) {
      return withoutValues(file);
    }
    try {
      return sets(file, IniDocument.parse(text(file), file.toString()).root());
    } catch (IniException e) {
      throw unusable(
          "Error parsing credentials configuration: " + e.getMessage(),
          "Every line is 'key = value', a comment or a section; a value with # or , needs quotes.");
    }
  }

  private static CredentialSets withoutValues(Path file) {
    return new CredentialSets(List.of(new Credentials(Optional.of(file), "", Map.of(), List.of())));
  }

  private CredentialSets sets(Path file, IniSection root) {
    List<String> problems = new ArrayList<>();
    List<Credentials> sets = new ArrayList<>();
    SetReader reader = new SetReader(plugin, form, file);
    if (reader.hasAny(root) || root.sections().isEmpty()) {
      reader.read(root, "", problems).ifPresent(sets::add);
    }
    for (IniSection section : root.sections()) {
      String zone = zoneOf(section);
      reader.read(section, zone, problems).ifPresent(sets::add);
    }
    if (!problems.isEmpty()) {
      throw unusable(String.join("\n", problems), "");
    }
    return new CredentialSets(sets);
  }

  private static String zoneOf(IniSection section) {
    String name = section.name().strip().toLowerCase(Locale.ROOT);
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private String text(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return SEMICOLON_LINE.matcher(text).replaceAll("$1#;");
    } catch (CharacterCodingException e) {
      throw unusable("The credentials file " + file + " is not UTF-8 text.", "");
    } catch (IOException e) {
      throw unusable(
          "The credentials file " + file + " can't be read: " + e.getClass().getSimpleName() + ".",
          "Make it readable for the user that runs this program.");
    }
  }

  private FailureException unusable(String what, String advice) {
    return new FailureException(new Failure.PluginTrouble(plugin, what, advice));
  }
}
