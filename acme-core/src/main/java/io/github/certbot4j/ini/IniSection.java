package io.github.certbot4j.ini;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keys with their values, and sub-sections, both in the order of the file. A key and a sub-section
 * of one section can't have the same name. The root section has depth 0 and an empty name.
 *
 * <p>Part of its {@link IniDocument}, and like that confined to one thread.
 */
public final class IniSection {

  private final IniDocument document;
  private final IniSection parent;
  private final String name;
  private final int depth;
  private final IniEntry header;
  private final Map<String, IniScalar> scalars = new LinkedHashMap<>();
  private final Map<String, IniSection> sections = new LinkedHashMap<>();

  /** The root of a document, which is its own parent. */
  IniSection(IniDocument document) {
    this.document = document;
    this.parent = this;
    this.name = "";
    this.depth = 0;
    this.header = IniEntry.written("");
  }

  private IniSection(IniSection parent, String name, IniEntry header) {
    this.document = parent.document;
    this.parent = parent;
    this.name = name;
    this.depth = parent.depth + 1;
    this.header = header;
  }

  public String name() {
    return name;
  }

  /** How many brackets its header has. */
  public int depth() {
    return depth;
  }

  /** The keys in the order of the file. A copy: entries may be removed while walking through it. */
  public List<String> keys() {
    return List.copyOf(scalars.keySet());
  }

  /** The sub-sections in the order of the file. A copy, as with {@link #keys()}. */
  public List<IniSection> sections() {
    return List.copyOf(sections.values());
  }

  public boolean isEmpty() {
    return scalars.isEmpty() && sections.isEmpty();
  }

  /**
   * The value of a key with every {@code %(name)s} replaced.
   *
   * @throws IniValueException if a name is unknown, names a list, or refers back to the key
   */
  public Optional<IniValue> get(String key) {
    IniScalar scalar = scalars.get(key);
    return scalar == null
        ? Optional.empty()
        : Optional.of(Interpolation.resolve(document.sourceName(), this, scalar));
  }

  /**
   * The value of a key that must not be a list, with every {@code %(name)s} replaced.
   *
   * @throws IniValueException as {@link #get} does, and if the value is a list
   */
  public Optional<String> text(String key) {
    Optional<IniValue> value = get(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof IniValue.Text text) {
      return Optional.of(text.value());
    }
    throw new IniValueException(
        document.sourceName(),
        line(key),
        "'" + key + "' must be a single value; put it in quotes if its commas belong to it");
  }

  /** The value of a key as written, with {@code %(name)s} left alone. */
  public Optional<IniValue> raw(String key) {
    IniScalar scalar = scalars.get(key);
    return scalar == null ? Optional.empty() : Optional.of(scalar.value());
  }

  /** The line a key was read from, counted from 1; 0 if it was added since or isn't there. */
  public int line(String key) {
    IniScalar scalar = scalars.get(key);
    return scalar == null ? 0 : scalar.line();
  }

  /**
   * Gives a key a value. A present key keeps its place and comments, and if the value is what it
   * was, its text as well; a new one becomes the section's last. There is no way to write {@code
   * %(name)s} so that it isn't replaced when read.
   *
   * @throws io.github.certbot4j.model.FailureException if the dialect has no way to write the value
   * @throws IllegalArgumentException if a sub-section has that name
   */
  public void set(String key, IniValue value) {
    if (sections.containsKey(key)) {
      throw new IllegalArgumentException("'" + key + "' is a section");
    }
    IniScalar scalar = scalars.get(key);
    if (scalar == null) {
      scalars.put(key, new IniScalar(value, IniEntry.written(ValueFormat.keyLine(key, value))));
    } else if (!scalar.value().equals(value)) {
      scalar.rewrite(value, ValueFormat.keyLine(key, value), document.lineEnd());
    }
  }

  /** Gives a key a single value, see {@link #set(String, IniValue)}. */
  public void set(String key, String value) {
    set(key, IniValue.of(value));
  }

  /** Removes a key with its comments, if it is there. */
  public void remove(String key) {
    scalars.remove(key);
  }

  public Optional<IniSection> section(String sectionName) {
    return Optional.ofNullable(sections.get(sectionName));
  }

  /**
   * Adds an empty sub-section behind the others.
   *
   * @throws IllegalArgumentException if the name is blank or taken
   * @throws io.github.certbot4j.model.FailureException if the dialect has no way to write the name
   */
  public IniSection addSection(String sectionName) {
    if (holds(sectionName)) {
      throw new IllegalArgumentException("'" + sectionName + "' is there already");
    }
    return adopt(sectionName, IniEntry.written(ValueFormat.header(sectionName, depth + 1)));
  }

  /** Removes a sub-section with all it holds and its comments, if it is there. */
  public void removeSection(String sectionName) {
    sections.remove(sectionName);
  }

  /**
   * The comment lines between the entry before and this key or sub-section, without indentation; an
   * empty text is an empty line. What stands above a file's first entry is the document's {@link
   * IniDocument#initialComment()} instead.
   *
   * @throws IllegalArgumentException if there is no such key or sub-section
   */
  public List<String> commentBefore(String keyOrSection) {
    return IniComments.toLines(entry(keyOrSection).lead());
  }

  /**
   * Replaces the comment lines above a key or sub-section.
   *
   * @param lines each empty or a comment, to which {@code #} is added where it lacks
   * @throws IllegalArgumentException if there is no such key or sub-section, or a line has breaks
   */
  public void commentBefore(String keyOrSection, List<String> lines) {
    entry(keyOrSection).lead(IniComments.toText(lines, document.lineEnd()));
  }

  /**
   * The comment on the line of a key or section header from its {@code #} on; empty if none.
   *
   * @throws IllegalArgumentException if there is no such key or sub-section
   */
  public String inlineComment(String keyOrSection) {
    return entry(keyOrSection).inlineComment();
  }

  Optional<IniScalar> scalar(String key) {
    return Optional.ofNullable(scalars.get(key));
  }

  IniSection parent() {
    return parent;
  }

  boolean holds(String keyOrSection) {
    return scalars.containsKey(keyOrSection) || sections.containsKey(keyOrSection);
  }

  void adopt(String key, IniValue value, IniEntry entry) {
    scalars.put(key, new IniScalar(value, entry));
  }

  IniSection adopt(String sectionName, IniEntry entry) {
    IniSection section = new IniSection(this, sectionName, entry);
    sections.put(sectionName, section);
    return section;
  }

  void writeTo(TextOut out) {
    if (depth > 0) {
      header.writeTo(out);
    }
    for (IniScalar scalar : scalars.values()) {
      scalar.entry().writeTo(out);
    }
    for (IniSection section : sections.values()) {
      section.writeTo(out);
    }
  }

  private IniEntry entry(String keyOrSection) {
    IniScalar scalar = scalars.get(keyOrSection);
    if (scalar != null) {
      return scalar.entry();
    }
    IniSection section = sections.get(keyOrSection);
    if (section == null) {
      throw new IllegalArgumentException("there is no '" + keyOrSection + "'");
    }
    return section.header;
  }
}
