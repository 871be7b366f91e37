package io.github.certbot4j.lineage;

import io.github.certbot4j.config.StoredParams;
import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.file.DirectoryLocks;
import io.github.certbot4j.file.FileMode;
import io.github.certbot4j.file.FileTrouble;
import io.github.certbot4j.file.StagedFile;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.Directories;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The lineages below a configuration directory, shared with the original program.
 *
 * <p>The caller holds {@link DirectoryLocks} for as long as it uses the store, and calls {@link
 * #recover} once before anything else if it may write.
 *
 * <p>Wherever a run is killed or the power fails, this holds:
 *
 * <ul>
 *   <li>Every live link that exists leads to a whole file; a link that is replaced is never
 *       missing.
 *   <li>A file in the archive is whole as soon as it has its name. Four files of one number belong
 *       together, and the number is never used again for others.
 *   <li>A configuration is whole, and for a new lineage it appears last: what can be listed is
 *       complete.
 *   <li>A private key can never be read by more users than its lineage allows.
 *   <li>An interrupted move of the links is put back by the next load, by whichever tool.
 * </ul>
 *
 * <p><b>A new lineage</b>: its configuration as {@code renewal/.NAME.VERSION.new}, the archive
 * files, the links, the configuration. Before the last archive file there is nothing of worth, and
 * {@link #recover} drops the record; after it, {@code recover} completes the lineage. The original
 * sees only that directories of that name are there, and picks another name.
 *
 * <p><b>A successor</b>: the archive files, the configuration, then (by {@link #deployPending}) the
 * links. With the configuration before the links, as in the original, whatever point it is killed
 * at needs no record: either the version is incomplete and its number is passed over, or the next
 * run of either tool finds a complete version newer than the links, and moves them. Were the links
 * moved first, a kill before the configuration would leave no trace of what is missing.
 *
 * <p><b>A deletion</b>: the configuration becomes {@code renewal/.NAME.del}, then everything it
 * names is removed, then that record. {@code recover} resumes it.
 */
public final class LineageStore {

  private final Directories directories;
  private final String programVersion;
  private final AtomicFiles files;
  private final LineageReader reader;
  private final UnfinishedWork unfinished;

  /**
   * Opens the store; touches no file.
   *
   * @param programVersion what to write as {@code version} in renewal configurations: numbers and
   *     dots only, or the original fails on the file
   */
  public LineageStore(Directories directories, String programVersion, AtomicFiles files) {
    this.directories = directories;
    this.programVersion = programVersion;
    this.files = files;
    ProgramVersion own =
        ProgramVersion.parse(programVersion)
            .orElseThrow(() -> new IllegalArgumentException("not a version: " + programVersion));
    this.reader = new LineageReader(directories, own, new InterruptedSwitch(files));
    this.unfinished = new UnfinishedWork(directories, files, reader);
  }

  /**
   * Completes or undoes what interrupted runs left of creations and deletions. Never fails; what
   * can't be done is logged as a warning.
   */
  public void recover() {
    unfinished.finishAll();
  }

  /**
   * The renewal configurations in the order in which lineages are listed: that of the bytes in
   * their paths.
   *
   * @throws FailureException if the directory can't be read
   */
  public List<Path> confPaths() {
    List<Path> paths = new ArrayList<>();
    for (String fileName : ConfNames.list(directories.renewal())) {
      paths.add(directories.renewal().resolve(fileName));
    }
    return paths;
  }

  /** The names of all lineages, broken ones included, in the order of {@link #confPaths}. */
  public List<CertName> names() {
    List<CertName> names = new ArrayList<>();
    for (String fileName : ConfNames.list(directories.renewal())) {
      ConfNames.nameOf(fileName).ifPresent(names::add);
    }
    return names;
  }

  /** Loads one lineage; empty if there is none of that name. */
  public Optional<LoadedLineage> load(CertName name) {
    Path conf = LineagePaths.confOf(directories, name);
    return Files.exists(conf, LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(reader.read(name, conf).told())
        : Optional.empty();
  }

  /** Reads one of {@link #names}; a broken one if it has gone since. Any thread may ask. */
  public ReadLineage readListed(CertName name) {
    return reader.read(name, LineagePaths.confOf(directories, name));
  }

  /**
   * Does as {@link #readListed}, and reads what tells whether the lineage is due at the same time.
   */
  public ReadLineage readToRenew(CertName name) {
    ReadLineage read = readListed(name);
    if (read.lineage() instanceof Lineage lineage) {
      lineage.readAhead();
    }
    return read;
  }

  /**
   * All lineages in the order of {@link #confPaths}. They are listed now, and each is loaded when
   * the iteration comes to it, anew for every iteration.
   */
  public Iterable<LoadedLineage> loadAll() {
    List<CertName> names = names();
    return () -> {
      Iterator<CertName> each = names.iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return each.hasNext();
        }

        @Override
        public LoadedLineage next() {
          return readListed(each.next()).told();
        }
      };
    };
  }

  /**
   * The name that a new lineage gets: the wanted one, or with the first of {@code -0001}, {@code
   * -0002} and so on that is free. A name is taken if it has a configuration, or live links without
   * one. What interrupted runs left under it is cleared up first.
   */
  public CertName uniqueName(CertName wanted) {
    CertName name = wanted;
    for (int suffix = 1; ; suffix++) {
      unfinished.finish(name);
      if (new NameSlot(LineagePaths.standard(directories, name)).isFree()) {
        return name;
      }
      name = new CertName(wanted.value() + String.format(Locale.ROOT, "-%04d", suffix));
    }
  }

  /**
   * Stores the first version of a new lineage under its {@link #uniqueName}, deployed.
   *
   * @throws FailureException if the system refuses, with nothing left unless the version was
   *     already complete, in which case {@link #recover} goes on; or if the key isn't the
   *     certificate's
   */
  public Lineage create(NewCertificate certificate) {
    CertName name = uniqueName(certificate.wanted());
    LineageCreation.of(name, directories, files)
        .run(certificate.material(), certificate.params(), programVersion);
    return loaded(name, LineagePaths.confOf(directories, name));
  }

  /**
   * Stores a further version beside the one in use, which {@link #deployPending} then replaces. The
   * new key gets the group of the latest one and as much of its permissions as is harmless.
   *
   * @return the lineage with its new version
   * @throws FailureException if the system refuses, with no version left; or if the key isn't the
   *     certificate's
   */
  public Lineage addVersion(Lineage lineage, Material material, StoredParams params) {
    Optional<Path> priorKey =
        lineage.latestCommonVersion().map(latest -> lineage.path(Kind.PRIVKEY, latest));
    Map<Kind, Path> targets = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      targets.put(kind, lineage.path(kind, lineage.nextFreeVersion()));
    }
    try (VersionWriter writer = VersionWriter.prepare(files, targets, material, priorKey);
        StagedFile conf = stageConf(lineage, params)) {
      writer.publish();
      conf.replace();
      files.force(conf.target().getParent());
    }
    return loaded(lineage.name(), lineage.confPath());
  }

  /**
   * Writes a lineage's renewal configuration anew, see {@link RenewalConf}.
   *
   * @return the lineage with its new configuration
   */
  public Lineage saveConf(Lineage lineage, StoredParams params) {
    try (StagedFile conf = stageConf(lineage, params)) {
      conf.replace();
      files.force(conf.target().getParent());
    }
    return loaded(lineage.name(), lineage.confPath());
  }

  /**
   * Notes in a lineage's renewal configuration when the CA may be asked again for renewal
   * information; nothing else in it changes.
   *
   * @param localTime as {@link RenewalConf#renewalInfoRetry} has it
   */
  public void saveRenewalInfoRetry(Lineage lineage, String localTime) {
    String text = lineage.conf().withRenewalInfoRetry(localTime).text();
    try (StagedFile conf = stageText(lineage, text)) {
      conf.replace();
      files.force(conf.target().getParent());
    }
  }

  /**
   * Moves the live links to the latest complete version, if they lead to an older one.
   *
   * @return the lineage with its links moved, or the same if there was nothing to do
   */
  public Lineage deployPending(Lineage lineage) {
    if (!lineage.hasPendingDeployment()) {
      return lineage;
    }
    new LinkSwitch(files).moveTo(lineage.latestCommonVersion().orElseThrow(), lineage);
    return loaded(lineage.name(), lineage.confPath());
  }

  /**
   * Removes a lineage: its configuration, live links and archived versions. Broken ones can be
   * removed as well.
   *
   * @throws FailureException if there is none; or if its configuration can't be understood, which
   *     then is all that was removed
   */
  public void delete(CertName name) {
    Path conf = LineagePaths.confOf(directories, name);
    if (!Files.exists(conf, LinkOption.NOFOLLOW_LINKS)) {
      throw FailureException.storage(
          "There is no certificate named " + name + " (" + conf + " does not exist).",
          "See the names with 'certbot certificates'.");
    }
    Optional<LineagePaths> paths = reader.pathsIn(name, conf);
    if (paths.isEmpty()) {
      files.delete(conf);
      files.force(conf.getParent());
      throw FailureException.storage(
          conf + " was removed, but nothing else, since it does not say which files are its.",
          "Look for leftovers in " + directories.live() + " and " + directories.archive() + ".");
    }
    Path record = LineagePaths.deletedOf(directories, name);
    files.rename(conf, record);
    new LineageDeletion(directories, files).run(paths.get());
    files.delete(record);
  }

  /**
   * Makes all live links lead into the archive directories that the configurations name now.
   *
   * @return the lineages that this was not possible for; their links are as they were
   */
  public List<BrokenLineage> updateSymlinks() {
    List<BrokenLineage> broken = new ArrayList<>();
    for (CertName name : names()) {
      Path conf = LineagePaths.confOf(directories, name);
      Optional<LineagePaths> paths = reader.pathsIn(name, conf);
      try {
        paths.ifPresent(new SymlinkUpdate(files)::run);
        if (reader.read(name, conf).told() instanceof BrokenLineage lineage) {
          broken.add(lineage);
        }
      } catch (FailureException e) {
        broken.add(new BrokenLineage(name, conf, e.failure().what(), e.failure().advice()));
      }
    }
    return broken;
  }

  private StagedFile stageConf(Lineage lineage, StoredParams params) {
    return stageText(
        lineage, lineage.conf().updated(programVersion, lineage.paths(), params).text());
  }

  private StagedFile stageText(Lineage lineage, String text) {
    Path conf = lineage.confPath();
    try {
      Path file = conf.toRealPath();
      int bits = (int) Files.getAttribute(file, "unix:mode");
      return files.stage(file, text.getBytes(StandardCharsets.UTF_8), FileMode.exactly(bits));
    } catch (IOException e) {
      throw FileTrouble.cannot("replace", conf, e);
    }
  }

  private Lineage loaded(CertName name, Path conf) {
    LoadedLineage loaded = reader.read(name, conf).told();
    if (loaded instanceof BrokenLineage broken) {
      throw new FailureException(broken.failure());
    }
    return (Lineage) loaded;
  }
}
