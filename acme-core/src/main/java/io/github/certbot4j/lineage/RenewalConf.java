package io.github.certbot4j.lineage;

import io.github.certbot4j.config.StoredParams;
import io.github.certbot4j.ini.IniDocument;
import io.github.certbot4j.ini.IniException;
import io.github.certbot4j.ini.IniSection;
import io.github.certbot4j.ini.IniValue;
import io.github.certbot4j.model.FailureException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The text of a renewal configuration and what it says. Values are read when asked for, with {@code
 * %(name)s} replaced; every reader throws an {@link IniException} if that, or the kind of value, is
 * wrong.
 */
public final class RenewalConf {

  static final String ARCHIVE_DIR = "archive_dir";
  static final String RENEW_BEFORE_EXPIRY = "renew_before_expiry";

  private static final String VERSION = "version";
  private static final String PARAMS = "renewalparams";
  private static final String RENEWAL_INFO = "acme_renewal_info";
  private static final String RETRY_AFTER = "ari_retry_after";
  private static final String HINT = "# renew_before_expiry = 30 days";
  private static final String PARAMS_HEADING = "# Options used in the renewal process";

  private final IniDocument document;

  /** Null until asked for. */
  private StoredParams params;

  private RenewalConf(IniDocument document) {
    this.document = document;
  }

  /**
   * Reads a text.
   *
   * @param file where it is from, for messages
   * @throws IniException if it isn't in the dialect of {@link IniDocument}
   */
  static RenewalConf parse(String text, Path file) {
    return new RenewalConf(IniDocument.parse(text, file.toString()));
  }

  /** The configuration of a new lineage, without anything in it but a hint for the reader. */
  static RenewalConf fresh(Path file) {
    IniDocument document = IniDocument.empty(file.toString());
    document.initialComment(List.of(HINT));
    return new RenewalConf(document);
  }

  /** The version of the program that wrote it last. */
  public Optional<String> version() {
    return document.root().text(VERSION);
  }

  /**
   * The directory that new versions are written to, if it says so.
   *
   * @param usual what it mostly is; absolute
   */
  Optional<Path> archiveDir(Path usual) {
    return document
        .root()
        .text(ARCHIVE_DIR)
        .map(text -> text.equals(usual.toString()) ? usual : Path.of(text).toAbsolutePath());
  }

  /** The path of one live link, if it says so. */
  Optional<Path> live(Kind kind) {
    return document.root().text(kind.key()).map(text -> Path.of(text).toAbsolutePath());
  }

  /**
   * Whether it says that the live links lie in a directory, with their usual names. To compare
   * texts takes a tenth of the time that it takes to make paths of them.
   *
   * @param directory absolute
   */
  boolean hasLiveLinksIn(Path directory) {
    String start = directory + "/";
    for (Kind kind : Kind.values()) {
      String text = document.root().text(kind.key()).orElse("");
      boolean fits =
          text.startsWith(start)
              && text.endsWith(kind.liveName())
              && text.length() == start.length() + kind.liveName().length();
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /**
   * How long before its end the certificate is to be renewed, as the user wrote it; {@code
   * %(name)s} stays, since what is read wrongly here must not keep a certificate from renewal.
   */
  public Optional<String> renewBeforeExpiry() {
    return document.root().raw(RENEW_BEFORE_EXPIRY).map(value -> String.join(", ", value.asList()));
  }

  /**
   * When the CA may be asked again for renewal information (RFC 9773), in local time without zone
   * as later versions of the original write it.
   */
  public Optional<String> renewalInfoRetry() {
    return document
        .root()
        .section(RENEWAL_INFO)
        .flatMap(info -> info.raw(RETRY_AFTER))
        .map(value -> String.join(",", value.asList()));
  }

  /** The same configuration with another time in {@link #renewalInfoRetry}. */
  RenewalConf withRenewalInfoRetry(String localTime) {
    RenewalConf copy = parse(document.toText(), Path.of(document.sourceName()));
    IniSection root = copy.document.root();
    root.section(RENEWAL_INFO)
        .orElseGet(() -> root.addSection(RENEWAL_INFO))
        .set(RETRY_AFTER, localTime);
    return copy;
  }

  /** Whether it says what to renew with, even if that is nothing. */
  public boolean hasParams() {
    return document.root().section(PARAMS).isPresent();
  }

  /**
   * What to renew with; nothing if the section is missing.
   *
   * @throws FailureException if a value in it can't be used
   */
  public StoredParams params() {
    if (params == null) {
      params = readParams();
    }
    return params;
  }

  private StoredParams readParams() {
    Optional<IniSection> section = document.root().section(PARAMS);
    if (section.isEmpty()) {
      return StoredParams.none();
    }
    try {
      return new StoredParams(values(section.get()), sections(section.get()));
    } catch (IniException e) {
      throw FailureException.storage(e.getMessage() + ".", "Correct that line.");
    }
  }

  private static Map<String, IniValue> values(IniSection section) {
    Map<String, IniValue> values = new LinkedHashMap<>();
    for (String key : section.keys()) {
      values.put(key, section.get(key).orElseThrow());
    }
    return values;
  }

  private static Map<String, Map<String, String>> sections(IniSection params) {
    Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    for (IniSection section : params.sections()) {
      Map<String, String> entries = new LinkedHashMap<>();
      for (String key : section.keys()) {
        entries.put(key, section.text(key).orElseThrow());
      }
      sections.put(section.name(), entries);
    }
    return sections;
  }

  /** The whole text: identical to what was read. */
  public String text() {
    return document.toText();
  }

  /**
   * This configuration brought up to date. Everything that has another author stays: comments,
   * unknown keys at the top and unknown sections with all they hold. What is already as it should
   * be keeps its place and its spelling. Inside {@code [renewalparams]} everything that isn't among
   * the parameters goes, for what a run left out is meant to be forgotten.
   *
   * @param version of this program
   */
  RenewalConf updated(String version, LineagePaths paths, StoredParams params) {
    RenewalConf copy = parse(document.toText(), Path.of(document.sourceName()));
    IniSection root = copy.document.root();
    root.set(VERSION, version);
    setPath(root, ARCHIVE_DIR, paths.archive());
    for (Kind kind : Kind.values()) {
      setPath(root, kind.key(), paths.live().of(kind));
    }
    IniSection section = copy.paramsSection();
    replaceValues(section, params.values());
    replaceSections(section, params.sections());
    return copy;
  }

  private static void setPath(IniSection root, String key, Path path) {
    Optional<String> present = root.text(key);
    if (present.isEmpty() || !Path.of(present.get()).toAbsolutePath().equals(path)) {
      root.set(key, path.toString());
    }
  }

  private IniSection paramsSection() {
    IniSection root = document.root();
    Optional<IniSection> present = root.section(PARAMS);
    if (present.isPresent()) {
      return present.get();
    }
    IniSection added = root.addSection(PARAMS);
    root.commentBefore(PARAMS, List.of("", PARAMS_HEADING));
    return added;
  }

  private static void replaceValues(IniSection section, Map<String, IniValue> values) {
    for (String key : section.keys()) {
      if (!values.containsKey(key)) {
        section.remove(key);
      }
    }
    values.forEach((key, value) -> setUnlessSame(section, key, value));
  }

  private static void replaceSections(
      IniSection params, Map<String, Map<String, String>> sections) {
    for (IniSection present : params.sections()) {
      if (!sections.containsKey(present.name())) {
        params.removeSection(present.name());
      }
    }
    sections.forEach(
        (name, entries) -> {
          Map<String, IniValue> values = new LinkedHashMap<>();
          entries.forEach((key, value) -> values.put(key, IniValue.of(value)));
          replaceValues(params.section(name).orElseGet(() -> params.addSection(name)), values);
        });
  }

  /** A value that only refers to others by {@code %(name)s} keeps doing so if that fits. */
  private static void setUnlessSame(IniSection section, String key, IniValue value) {
    if (!value.equals(readable(section, key))) {
      section.set(key, value);
    }
  }

  private static Object readable(IniSection section, String key) {
    try {
      return section.get(key).map(Object.class::cast).orElse("");
    } catch (IniException e) {
      return "";
    }
  }
}
