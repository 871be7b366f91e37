package io.github.certbot4j.lineage;

import io.github.certbot4j.file.FileTrouble;
import io.github.certbot4j.ini.IniException;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.Directories;
import io.github.certbot4j.model.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads lineages. The checks come in the original's order: the text, the paths in it, its version,
 * links that an interrupted run was moving, then the links themselves.
 */
final class LineageReader {

  private static final Logger LOG = LoggerFactory.getLogger(LineageReader.class);

  private static final char REPLACEMENT = '\uFFFD';
  private static final String RESTORE = "Restore it from a copy, or delete the lineage.";

  private final Path archives;
  private final Path lives;
  private final ProgramVersion programVersion;
  private final InterruptedSwitch interruptedSwitch;

  LineageReader(
      Directories directories, ProgramVersion programVersion, InterruptedSwitch interruptedSwitch) {
    this.archives = directories.archive();
    this.lives = directories.live();
    this.programVersion = programVersion;
    this.interruptedSwitch = interruptedSwitch;
  }

  /** Loads a lineage, or says why that can't be done. */
  ReadLineage read(CertName name, Path conf) {
    List<String> remarks = new ArrayList<>(1);
    LoadedLineage loaded;
    try {
      loaded = readWhole(name, conf, remarks);
    } catch (Defect e) {
      loaded = new BrokenLineage(name, conf, e.getMessage(), e.advice);
    }
    return new ReadLineage(loaded, remarks);
  }

  private Lineage readWhole(CertName name, Path file, List<String> remarks) {
    RenewalConf conf = parse(name, file);
    LineagePaths paths = paths(name, file, conf);
    checkVersion(file, conf, remarks);
    if (InterruptedSwitch.leftTraces(paths.live())) {
      interruptedSwitch.repair(paths.live());
    }
    return new Lineage(name, paths, conf, links(paths.live()));
  }

  private RenewalConf parse(CertName name, Path file) {
    String text = text(file);
    if (text.isEmpty()) {
      throw new Defect(
          file + " is empty, as an interrupted run leaves it.",
          "Issue the certificate again with --cert-name " + name + ", or delete it.");
    }
    try {
      return RenewalConf.parse(text, file);
    } catch (IniException e) {
      throw new Defect(e.getMessage() + ".", "Correct that line.");
    }
  }

  private static String text(Path file) {
    byte[] bytes;
    try {
      bytes = FileText.bytes(file);
    } catch (IOException e) {
      throw new Defect(FileTrouble.cannot("read", file, e).failure());
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0
        && !Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8))) {
      throw new Defect(file + " is not UTF-8 text.", "Save it in UTF-8.");
    }
    return text;
  }

  /** The paths that a configuration names; empty if it can't be read or lacks one. */
  Optional<LineagePaths> pathsIn(CertName name, Path file) {
    try {
      return Optional.of(paths(name, file, parse(name, file)));
    } catch (Defect e) {
      LOG.debug("{}", e.getMessage());
      return Optional.empty();
    }
  }

  private LineagePaths paths(CertName name, Path file, RenewalConf conf) {
    try {
      Path usualArchive = archives.resolve(name.value());
      Path usualLive = lives.resolve(name.value());
      Path archive = conf.archiveDir(usualArchive).orElse(usualArchive);
      LivePaths live =
          conf.hasLiveLinksIn(usualLive) ? LivePaths.in(usualLive) : livePaths(file, conf);
      return new LineagePaths(file, archive, live);
    } catch (IniException e) {
      throw new Defect(e.getMessage() + ".", "Correct that line.");
    } catch (InvalidPathException e) {
      throw new Defect(file + " names a path that is none: " + e.getReason() + ".", RESTORE);
    }
  }

  private static LivePaths livePaths(Path file, RenewalConf conf) {
    return LivePaths.of(
        live(conf, file, Kind.CERT),
        live(conf, file, Kind.PRIVKEY),
        live(conf, file, Kind.CHAIN),
        live(conf, file, Kind.FULLCHAIN));
  }

  private static Path live(RenewalConf conf, Path file, Kind kind) {
    Optional<Path> path = conf.live(kind);
    if (path.isEmpty() || path.get().getParent() == null) {
      throw new Defect(file + " does not say where '" + kind.key() + "' is.", RESTORE);
    }
    return path.get();
  }

  private void checkVersion(Path file, RenewalConf conf, List<String> remarks) {
    Optional<String> text;
    try {
      text = conf.version();
    } catch (IniException e) {
      throw new Defect(e.getMessage() + ".", "Correct that line.");
    }
    if (text.isEmpty()) {
      return;
    }
    Optional<ProgramVersion> version = ProgramVersion.parse(text.get());
    if (version.isEmpty()) {
      throw new Defect(
          file + " has a 'version' that is no version number: " + text.get() + ".",
          "Write it as version = 1.15.0.");
    }
    if (version.get().isNewerThan(programVersion)) {
      remarks.add(
          file + " was written by the newer version " + text.get() + "; reading it anyway.");
    }
  }

  private static Map<Kind, LiveLink> links(LivePaths live) {
    Map<Kind, LiveLink> links = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      links.put(kind, link(kind, live.directoryOf(kind), live.of(kind)));
    }
    for (LiveLink link : links.values()) {
      if (!Files.exists(link.target())) {
        throw new Defect(
            link.link() + " leads to " + link.target().normalize() + ", which does not exist.",
            "Restore that file, or delete the lineage and issue it again.");
      }
    }
    return links;
  }

  private static LiveLink link(Kind kind, Path directory, Path path) {
    try {
      return LiveLink.in(directory, kind, path, Files.readSymbolicLink(path));
    } catch (NotLinkException e) {
      throw new Defect(
          path + " is not a symbolic link.",
          "Put back a link to the newest version of that file in the archive directory.");
    } catch (NoSuchFileException e) {
      throw new Defect(
          path + " is missing.",
          "Put back a link to the newest version of that file in the archive directory.");
    } catch (IOException e) {
      throw new Defect(FileTrouble.cannot("read", path, e).failure());
    }
  }

  /** Ends the loading of one lineage. Without a stack trace, for it never leaves this class. */
  private static final class Defect extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String advice;

    Defect(Failure failure) {
      this(failure.what(), failure.advice());
    }

    Defect(String reason, String advice) {
      super(reason, null, false, false);
      this.advice = advice;
    }
  }
}
