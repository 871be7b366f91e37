package io.github.certbot4j.webserver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out which programs listen at a port, as far as this user may know (proc(5)). */
public final class PortHolders {

  private static final Logger LOG = LoggerFactory.getLogger(PortHolders.class);
  private static final String LISTENING = "0A";
  private static final int LOCAL_ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;

  private final Path proc;

  /**
   * Reads from a process file system.
   *
   * @param proc where it is mounted
   */
  public PortHolders(Path proc) {
    this.proc = proc;
  }

  /**
   * Names with process ids, such as {@code nginx (pid 812)}, of each name only the process that
   * came first; empty when none can be read.
   */
  public List<String> at(int port) {
    Map<String, Long> pids = new TreeMap<>();
    for (Path process : processes(socketsAt(port))) {
      pids.merge(nameOf(process), pidOf(process), Math::min);
    }
    List<String> holders = new ArrayList<>();
    pids.forEach((name, pid) -> holders.add(name + " (pid " + pid + ")"));
    return holders;
  }

  /** The ids of all processes that have a listening socket there; empty when none can be read. */
  public Set<Long> processesAt(int port) {
    Set<Long> pids = new LinkedHashSet<>();
    processes(socketsAt(port)).forEach(process -> pids.add(pidOf(process)));
    return pids;
  }

  private List<Path> processes(Set<String> sockets) {
    List<Path> found = new ArrayList<>();
    if (sockets.isEmpty()) {
      return found;
    }
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, PortHolders::isProcess)) {
      for (Path process : processes) {
        if (holdsOneOf(process, sockets)) {
          found.add(process);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      LOG.debug("Could not list the processes in {}", proc, e);
    }
    return found;
  }

  private static Long pidOf(Path process) {
    return Long.valueOf(process.getFileName().toString());
  }

  /** The listening sockets as links to them read, such as {@code socket:[4711]}. */
  private Set<String> socketsAt(int port) {
    Set<String> sockets = new LinkedHashSet<>();
    for (String table : List.of("net/tcp6", "net/tcp")) {
      try {
        for (String line : Files.readAllLines(proc.resolve(table), StandardCharsets.US_ASCII)) {
          addListener(line, port, sockets);
        }
      } catch (IOException e) {
        LOG.debug("Could not read {}", proc.resolve(table), e);
      }
    }
    return sockets;
  }

  private static void addListener(String line, int port, Set<String> sockets) {
    String[] columns = line.strip().split("\\s+", -1);
    if (columns.length > INODE && columns[STATE].equals(LISTENING)) {
      String address = columns[LOCAL_ADDRESS];
      String hexPort = address.substring(address.lastIndexOf(':') + 1);
      if (Integer.parseInt(hexPort, 16) == port) {
        sockets.add("socket:[" + columns[INODE] + "]");
      }
    }
  }

  private static boolean isProcess(Path entry) {
    String name = entry.getFileName().toString();
    return name.charAt(0) >= '1' && name.charAt(0) <= '9';
  }

  private static boolean holdsOneOf(Path process, Set<String> sockets) {
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path descriptor : descriptors) {
        if (sockets.contains(linkTarget(descriptor))) {
          return true;
        }
      }
    } catch (IOException | DirectoryIteratorException ignored) {
      // Another user's process, or one that has ended meanwhile: nothing can be known about it.
    }
    return false;
  }

  private static String linkTarget(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static String nameOf(Path process) {
    try {
      return Files.readString(process.resolve("comm")).strip();
    } catch (IOException e) {
      return "a program";
    }
  }
}
