package io.github.certbot4j.it;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * This machine as it is, with all its packages, for one test to install into, break and forget:
 * what is written goes to memory, processes have a name space of their own and end with it, and the
 * network is a loopback of its own. Systemd doesn't run in it.
 */
final class ThrowAwayMachine implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(3);

  /** The arguments are a directory of this test, and one that is to be seen at the same place. */
  private static final String SETUP =
      """
      set -e
      mount --make-rprivate /
      mkdir "$1/exchange" "$1/memory"
      mount -t tmpfs none "$1/memory"
      cd "$1/memory"
      mkdir upper work root
      mount -t overlay overlay -o lowerdir=/,upperdir=upper,workdir=work root
      mount -t proc proc root/proc
      mount --rbind /dev root/dev
      mount --rbind /sys root/sys
      mount -t tmpfs none root/run
      mount -t tmpfs none root/tmp
      mkdir -p "root$2" root/exchange
      mount --bind "$2" "root$2"
      mount -o remount,bind,ro "root$2"
      mount --bind "$1/exchange" root/exchange
      ip link set lo up
      exec env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
        LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot root /bin/sh
      """;

  private final Path directory;
  private final Process shell;
  private final Writer commands;
  private int runs;

  /** Starts one that sees the source tree as it is on this machine, for reading. */
  ThrowAwayMachine() throws IOException {
    Requirement.root();
    Path ip = Requirement.program("ip", "iproute2");
    Path unshare = Requirement.program("unshare", "util-linux");
    directory = Files.createTempDirectory("certbot4j-machine-");
    String[] command = {
      unshare.toString(),
      "--mount",
      "--pid",
      "--net",
      "--fork",
      "--kill-child",
      "sh",
      "-c",
      SETUP,
      ip.toString(),
      directory.toString(),
      Distribution.sources().toString()
    };
    shell =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("messages").toFile())
            .start();
    commands = new OutputStreamWriter(shell.getOutputStream(), StandardCharsets.UTF_8);
  }

  /** Runs lines of a shell there. */
  Outcome run(String script) throws IOException {
    Path exchange = directory.resolve("exchange");
    runs++;
    Patience.until("it is set up", () -> Files.isDirectory(exchange) || !shell.isAlive());
    Path exit = exchange.resolve(runs + ".exit");
    Files.writeString(exchange.resolve(runs + ".sh"), script);
    commands.write(
        "cd /exchange; sh %1$d.sh </dev/null >%1$d.out 2>%1$d.err; echo $? >exit; mv exit %1$d.exit\n"
            .formatted(runs));
    commands.flush();
    if (!Patience.within(LONGEST, () -> Files.exists(exit) || !shell.isAlive())
        || !Files.exists(exit)) {
      throw new AssertionError(
          "no end of '" + script + "': " + Files.readString(directory.resolve("messages")));
    }
    return new Outcome(
        List.of(script),
        Integer.parseInt(Files.readString(exit).strip()),
        Files.readString(exchange.resolve(runs + ".out")),
        Files.readString(exchange.resolve(runs + ".err")));
  }

  @Override
  public void close() throws IOException {
    commands.close();
    Patience.until("the machine ends", () -> !shell.isAlive());
    FileTree.delete(directory);
  }
}
