package io.github.certbot4j.webserver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads Linux's {@code /proc} (proc(5)). */
public final class ProcProcessTable implements ProcessTable {

  private static final String LISTENING = "0A";
  private static final int FIELD_OF_STATE = 3;
  private static final int FIELD_OF_INODE = 9;
  private static final int AFTER_NAME_STATE = 0;
  private static final int AFTER_NAME_PARENT = 1;
  private static final int AFTER_NAME_START = 19;

  private final Path proc;

  public ProcProcessTable() {
    this(Path.of("/proc"));
  }

  ProcProcessTable(Path proc) {
    this.proc = proc;
  }

  @Override
  public Optional<Set<Worker>> childrenOf(long pid) {
    if (!Files.exists(directory(pid))) {
      return Optional.empty();
    }
    try (Stream<Path> entries = Files.list(proc)) {
      Set<Worker> children = new HashSet<>();
      entries.forEach(entry -> addIfChild(entry.getFileName().toString(), pid, children));
      return Optional.of(children);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void addIfChild(String name, long parent, Set<Worker> children) {
    if (!name.chars().allMatch(each -> each >= '0' && each <= '9')) {
      return;
    }
    long pid = Long.parseLong(name);
    String[] status = status(pid);
    if (status.length > AFTER_NAME_START
        && status[AFTER_NAME_PARENT].equals(Long.toString(parent))
        && isAlive(status)) {
      children.add(new Worker(pid, Long.parseLong(status[AFTER_NAME_START])));
    }
  }

  @Override
  public boolean accepts(Worker worker) {
    String[] status = status(worker.pid());
    boolean same =
        status.length > AFTER_NAME_START
            && isAlive(status)
            && status[AFTER_NAME_START].equals(Long.toString(worker.started()));
    if (!same) {
      return false;
    }
    try {
      Set<String> listening = listening(worker.pid(), "tcp");
      listening.addAll(listening(worker.pid(), "tcp6"));
      return holdsOneOf(worker.pid(), listening);
    } catch (IOException e) {
      return Files.exists(directory(worker.pid()));
    }
  }

  private static boolean isAlive(String[] status) {
    String state = status[AFTER_NAME_STATE];
    return !state.equals("Z") && !state.equals("X");
  }

  /** The fields behind the name, which may hold blanks and parentheses. */
  private String[] status(long pid) {
    try {
      byte[] line = Files.readAllBytes(directory(pid).resolve("stat"));
      String text = new String(line, StandardCharsets.ISO_8859_1);
      return text.substring(text.lastIndexOf(')') + 1).strip().split(" ", -1);
    } catch (IOException e) {
      return new String[0];
    }
  }

  private Set<String> listening(long pid, String protocol) throws IOException {
    Path table = directory(pid).resolve("net").resolve(protocol);
    Set<String> inodes = new HashSet<>();
    if (Files.exists(table)) {
      for (String line : Files.readAllLines(table, StandardCharsets.ISO_8859_1)) {
        String[] fields = line.strip().split(" +", -1);
        if (fields.length > FIELD_OF_INODE && fields[FIELD_OF_STATE].equals(LISTENING)) {
          inodes.add("socket:[" + fields[FIELD_OF_INODE] + "]");
        }
      }
    }
    return inodes;
  }

  private boolean holdsOneOf(long pid, Set<String> sockets) throws IOException {
    try (Stream<Path> descriptors = Files.list(directory(pid).resolve("fd"))) {
      return descriptors.anyMatch(each -> sockets.contains(text(each)));
    }
  }

  private static String text(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private Path directory(long pid) {
    return proc.resolve(Long.toString(pid));
  }
}
