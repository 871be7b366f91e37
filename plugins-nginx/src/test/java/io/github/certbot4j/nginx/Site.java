package io.github.certbot4j.nginx;

import io.github.certbot4j.file.DirectoryLocks;
import io.github.certbot4j.model.Directories;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.spi.DeployPaths;
import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.PluginContext;
import io.github.certbot4j.spi.contract.Contexts;
import io.github.certbot4j.spi.contract.GivenOptions;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** A server root with its nginx, in a directory of a test. */
final class Site {

  private final Path directory;
  private final DirectoryLocks locks = new DirectoryLocks();
  final FakeNginx nginx;
  final GivenOptions options;

  /** With a main file that includes {@code sites/*}. */
  Site(Path directory) {
    this.directory = directory;
    this.nginx = new FakeNginx(directory);
    for (String name : new String[] {"etc/sites", "le", "work", "log"}) {
      directory.resolve(name).toFile().mkdirs();
    }
    write("nginx.conf", "events {}\nhttp {\n    include sites/*;\n}\n");
    Path program = directory.resolve("nginx");
    try {
      Files.writeString(program, "");
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    options =
        new GivenOptions()
            .with(NginxOptions.NGINX_SERVER_ROOT, root().toString())
            .with(NginxOptions.NGINX_CTL, program.toString());
  }

  Path root() {
    return directory.resolve("etc");
  }

  Path config() {
    return directory.resolve("le");
  }

  Path work() {
    return directory.resolve("work");
  }

  Site write(String name, String text) {
    try {
      Path file = root().resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text, StandardCharsets.ISO_8859_1);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file's text, with the test's directory taken out of it. */
  String read(String name) {
    return readAsIs(name).replace(directory.toString(), "");
  }

  String readAsIs(String name) {
    try {
      return Files.readString(root().resolve(name), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The plugin, not prepared yet. */
  NginxServer server() {
    return server(ScriptedDisplay.unattended());
  }

  NginxServer server(Display display) {
    return new NginxServer(context(display));
  }

  NginxServer prepared() {
    NginxServer server = server();
    server.prepare();
    return server;
  }

  private PluginContext context(Display display) {
    PluginContext basis = Contexts.of(options, display, nginx);
    Directories directories = new Directories(config(), work(), directory.resolve("log"));
    return new PluginContext(
        basis.options(),
        directories,
        basis.display(),
        basis.commands(),
        basis.environment(),
        basis.waiter(),
        locks);
  }

  /** The files of a lineage, as they are written into configurations. */
  DeployPaths lineage(String name) {
    Path live = config().resolve("live").resolve(name);
    return new DeployPaths(
        live.resolve("cert.pem"),
        live.resolve("privkey.pem"),
        Optional.of(live.resolve("chain.pem")),
        Optional.of(live.resolve("fullchain.pem")));
  }

  static DomainName name(String name) {
    return DomainName.parse(name);
  }
}
