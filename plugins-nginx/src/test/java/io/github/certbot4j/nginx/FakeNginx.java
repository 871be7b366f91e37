package io.github.certbot4j.nginx;

import io.github.certbot4j.exec.Command;
import io.github.certbot4j.exec.CommandResult;
import io.github.certbot4j.exec.CommandRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Takes nginx's command lines, and serves by the files as they were when it was told to reload. */
final class FakeNginx implements CommandRunner {

  static final String DESCRIPTION =
      "nginx version: nginx/1.22.1\nbuilt with OpenSSL 3.0.8 7 Feb 2023\n"
          + "TLS SNI support enabled\n"
          + "configure arguments: --prefix=/usr/share/nginx --pid-path=/nonexistent/nginx.pid"
          + " --with-http_ssl_module --with-http_v2_module\n";

  private final Path root;
  private final List<String> calls = new ArrayList<>();
  private Map<Path, String> served = new HashMap<>();
  String description = DESCRIPTION;
  String complaint = "";
  boolean running = true;
  boolean startable = true;

  FakeNginx(Path root) {
    this.root = root;
  }

  /** What it was told, without the configuration's name. */
  List<String> calls() {
    return calls;
  }

  /** The text of all files it serves by. */
  String served() {
    return String.join("\n", served.values());
  }

  @Override
  public CommandResult run(Command command) {
    List<String> argv = command.argv();
    if (argv.get(0).equals("/bin/sh")) {
      calls.add("start");
      return start(Path.of(argv.get(5)));
    }
    String what = String.join(" ", argv.subList(3, argv.size()));
    calls.add(what);
    return switch (what) {
      case "-t" -> new CommandResult(complaint.isEmpty() ? 0 : 1, "", complaint);
      case "-V" -> new CommandResult(0, "", description);
      case "-s reload" -> reload();
      default -> throw new AssertionError("unexpected: " + argv);
    };
  }

  private CommandResult reload() {
    if (!running) {
      return new CommandResult(1, "", "nginx: [error] open() \"nginx.pid\" failed");
    }
    if (complaint.isEmpty()) {
      served = files();
    }
    return new CommandResult(complaint.isEmpty() ? 0 : 1, "", complaint);
  }

  private CommandResult start(Path output) {
    running = startable;
    served = running ? files() : Map.of();
    try {
      Files.writeString(output, startable ? "" : "nginx: [emerg] bind() to 0.0.0.0:443 failed\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CommandResult(startable ? 0 : 1, "", "");
  }

  private Map<Path, String> files() {
    try (Stream<Path> all = Files.walk(root)) {
      Map<Path, String> files = new HashMap<>();
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(file, Files.readString(file, StandardCharsets.ISO_8859_1));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
