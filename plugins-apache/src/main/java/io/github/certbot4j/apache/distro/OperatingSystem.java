package io.github.certbot4j.apache.distro;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a system says it is.
 *
 * @param id its short name, in lower case
 * @param similar the names of systems that it is like, the nearest last
 * @param version its number, empty if it has none
 */
public record OperatingSystem(String id, List<String> similar, String version) {

  private static final Logger LOG = LoggerFactory.getLogger(OperatingSystem.class);

  /** Since this version of Fedora, and this one of its relatives, apachectl only reloads. */
  private static final int FEDORA_WITH_SYSTEMD_CONTROL = 29;

  private static final int RED_HAT_WITH_SYSTEMD_CONTROL = 8;

  public OperatingSystem {
    similar = List.copyOf(similar);
  }

  /**
   * Reads os-release(5).
   *
   * @param root where the system's files are, usually {@code /}
   * @param name what the kernel is called; that of macOS has no such file
   */
  public static OperatingSystem detect(Path root, String name) {
    for (String file : List.of("etc/os-release", "usr/lib/os-release")) {
      Path path = root.resolve(file);
      if (Files.isReadable(path)) {
        try {
          return parse(Files.readString(path, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
          LOG.debug("{} cannot be read", path, e);
        }
      }
    }
    boolean mac = name.toLowerCase(Locale.ROOT).startsWith("mac");
    return new OperatingSystem(mac ? "darwin" : "", List.of(), "");
  }

  /** Understands the content of os-release(5). */
  static OperatingSystem parse(String content) {
    Map<String, String> values = new HashMap<>();
    for (String line : content.split("\n")) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        values.put(line.substring(0, equals).strip(), unquoted(line.substring(equals + 1).strip()));
      }
    }
    String like = values.getOrDefault("ID_LIKE", "").toLowerCase(Locale.ROOT);
    return new OperatingSystem(
        values.getOrDefault("ID", "").toLowerCase(Locale.ROOT),
        like.isBlank() ? List.of() : List.of(like.strip().split("\\s+")),
        values.getOrDefault("VERSION_ID", ""));
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && (value.startsWith("\"") || value.startsWith("'"))
            && value.charAt(0) == value.charAt(value.length() - 1);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /** The family that it belongs to. */
  public Family family() {
    Family known = knownFamily();
    int major = majorVersion();
    if (known.equals(Family.FEDORA) && major < FEDORA_WITH_SYSTEMD_CONTROL) {
      return Family.CENTOS;
    }
    return known.equals(Family.CENTOS) && major >= RED_HAT_WITH_SYSTEMD_CONTROL && !isAmazon()
        ? Family.FEDORA
        : known;
  }

  /** Whether the configuration test fails until the service was started once. */
  public boolean isFedora() {
    return id.equals("fedora");
  }

  private boolean isAmazon() {
    return id.equals("amazon");
  }

  private Family knownFamily() {
    Optional<Family> own = named(id);
    if (own.isPresent()) {
      return own.get();
    }
    List<String> nearestFirst = new ArrayList<>(similar);
    Collections.reverse(nearestFirst);
    return nearestFirst.stream()
        .flatMap(name -> named(name).stream())
        .findFirst()
        .orElse(Family.GENERIC);
  }

  private static Optional<Family> named(String name) {
    for (Family family : Family.ALL) {
      if (family.ids().contains(name)) {
        return Optional.of(family);
      }
    }
    return Optional.empty();
  }

  private int majorVersion() {
    String digits = version.replaceFirst("\\D.*", "");
    return digits.isEmpty() || digits.length() > 8 ? 0 : Integer.parseInt(digits);
  }
}
