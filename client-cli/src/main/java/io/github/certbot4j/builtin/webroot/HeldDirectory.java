package io.github.certbot4j.builtin.webroot;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory that stays open, in which one can work without following links.
 *
 * <p>Whoever runs the web server may often write to its directories, while this program runs as
 * root. Names could be exchanged for links at any moment; what has been opened can't.
 */
final class HeldDirectory implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(HeldDirectory.class);

  private static final Set<PosixFilePermission> DIRECTORY_MODE =
      PosixFilePermissions.fromString("rwxr-xr-x");
  private static final Set<PosixFilePermission> FILE_MODE =
      PosixFilePermissions.fromString("rw-r--r--");
  private static final Set<OpenOption> CREATE =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

  private final Path path;
  private final SecureDirectoryStream<Path> stream;

  private HeldDirectory(Path path, DirectoryStream<Path> stream) throws IOException {
    this.path = path;
    if (!(stream instanceof SecureDirectoryStream<Path> secure)) {
      stream.close();
      throw new FileSystemException(
          path.toString(), null, "this file system can't be worked on safely");
    }
    this.stream = secure;
  }

  /** Opens a directory that is trusted to be the one meant, links followed. */
  @SuppressWarnings("StreamResourceLeak") // Closed by close().
  static HeldDirectory open(Path path) throws IOException {
    return new HeldDirectory(path, Files.newDirectoryStream(path));
  }

  /** Makes a directory that anyone may read, whatever the umask; its parent is trusted. */
  static void create(Path path) throws IOException {
    Files.createDirectory(path, PosixFilePermissions.asFileAttribute(DIRECTORY_MODE));
    try (HeldDirectory made = open(path)) {
      made.ownView().setPermissions(DIRECTORY_MODE);
    }
  }

  Path path() {
    return path;
  }

  boolean has(String name) throws IOException {
    try {
      attributes(name);
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /**
   * Opens a directory in this one. A link is followed if root or this user made it, or if it leads
   * to a directory of whoever made it: then following it gives nobody new powers.
   */
  HeldDirectory enter(String name) throws IOException {
    PosixFileAttributes attributes = attributes(name);
    if (attributes.isSymbolicLink()) {
      return follow(name, attributes.owner());
    }
    if (!attributes.isDirectory()) {
      throw new NotDirectoryException(path.resolve(name).toString());
    }
    return new HeldDirectory(
        path.resolve(name), stream.newDirectoryStream(Path.of(name), LinkOption.NOFOLLOW_LINKS));
  }

  private HeldDirectory follow(String name, UserPrincipal maker) throws IOException {
    HeldDirectory target =
        new HeldDirectory(path.resolve(name), stream.newDirectoryStream(Path.of(name)));
    boolean trusted = maker.getName().equals("root") || maker.equals(thisUser());
    if (trusted || maker.equals(target.owner())) {
      return target;
    }
    target.close();
    throw new FileSystemException(
        path.resolve(name).toString(),
        null,
        "it is a link of " + maker.getName() + " into a directory of somebody else");
  }

  /**
   * Makes a directory in this one that anyone may read, whatever the umask, and opens it.
   *
   * @param model whose owner and group it gets if this user may give it away
   */
  HeldDirectory createChild(String name, HeldDirectory model) throws IOException {
    Files.createDirectory(path.resolve(name), PosixFilePermissions.asFileAttribute(DIRECTORY_MODE));
    HeldDirectory child =
        new HeldDirectory(
            path.resolve(name),
            stream.newDirectoryStream(Path.of(name), LinkOption.NOFOLLOW_LINKS));
    // One with something in it may be another that was put in the place of the new one.
    if (!child.stream.iterator().hasNext()) {
      child.ownView().setPermissions(DIRECTORY_MODE);
      child.giveTo(model);
    }
    return child;
  }

  private void giveTo(HeldDirectory model) {
    try {
      PosixFileAttributes wanted = model.ownView().readAttributes();
      PosixFileAttributes present = ownView().readAttributes();
      if (!wanted.owner().equals(present.owner()) || !wanted.group().equals(present.group())) {
        ownView().setGroup(wanted.group());
        ownView().setOwner(wanted.owner());
      }
    } catch (IOException e) {
      LOG.debug("Could not give {} to the owner and group of {}", path, model.path, e);
    }
  }

  /**
   * Writes a file that anyone may read, whatever the umask. A file or link of that name is replaced
   * and never written through. After an error there is none.
   */
  void write(String name, String content) throws IOException {
    try (SeekableByteChannel file = createFile(name)) {
      fill(file, name, content);
    }
  }

  private void fill(SeekableByteChannel file, String name, String content) throws IOException {
    boolean complete = false;
    try {
      ByteBuffer bytes = StandardCharsets.US_ASCII.encode(content);
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      if (!attributes(name).permissions().equals(FILE_MODE)) {
        view(name).setPermissions(FILE_MODE);
      }
      complete = true;
    } finally {
      if (!complete) {
        deleteFile(name);
      }
    }
  }

  private SeekableByteChannel createFile(String name) throws IOException {
    Path file = Path.of(name);
    try {
      return stream.newByteChannel(file, CREATE, PosixFilePermissions.asFileAttribute(FILE_MODE));
    } catch (FileAlreadyExistsException e) {
      LOG.debug("Replacing the left-over file {}", path.resolve(name));
      stream.deleteFile(file);
      return stream.newByteChannel(file, CREATE, PosixFilePermissions.asFileAttribute(FILE_MODE));
    }
  }

  void deleteFile(String name) throws IOException {
    stream.deleteFile(Path.of(name));
  }

  void deleteDirectory(String name) throws IOException {
    stream.deleteDirectory(Path.of(name));
  }

  private UserPrincipal owner() throws IOException {
    return ownView().readAttributes().owner();
  }

  private UserPrincipal thisUser() throws IOException {
    return path.getFileSystem()
        .getUserPrincipalLookupService()
        .lookupPrincipalByName(System.getProperty("user.name"));
  }

  private PosixFileAttributes attributes(String name) throws IOException {
    return view(name).readAttributes();
  }

  private PosixFileAttributeView view(String name) {
    return stream.getFileAttributeView(
        Path.of(name), PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }

  private PosixFileAttributeView ownView() {
    return stream.getFileAttributeView(PosixFileAttributeView.class);
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
