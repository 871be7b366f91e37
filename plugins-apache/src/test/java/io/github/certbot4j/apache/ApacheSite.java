package io.github.certbot4j.apache;

import io.github.certbot4j.apache.control.PortProbe;
import io.github.certbot4j.apache.distro.OperatingSystem;
import io.github.certbot4j.file.DirectoryLocks;
import io.github.certbot4j.model.Directories;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.spi.CertificatePaths;
import io.github.certbot4j.spi.DeployPaths;
import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.PluginContext;
import io.github.certbot4j.spi.contract.GivenOptions;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import io.github.certbot4j.spi.contract.StoppedClock;
import io.github.certbot4j.webserver.PortHolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A server's configuration in a directory, with programs that are made up. */
final class ApacheSite {

  private static final List<String> MODULES =
      List.of("rewrite", "ssl", "socache_shmcb", "headers", "setenvif", "mime", "authz_core");

  final Path directory;
  final Path root;
  final FakeApache apache;
  final StoppedClock clock = new StoppedClock(Instant.parse("2026-01-01T00:00:00Z"));
  final GivenOptions options = new GivenOptions();
  final Set<String> takenPorts = new HashSet<>();
  Display display = ScriptedDisplay.unattended();
  private final DirectoryLocks locks = new DirectoryLocks();
  private final String osRelease;

  private ApacheSite(Path directory, String osRelease) {
    this.directory = real(directory);
    this.root = this.directory.resolve("root");
    this.apache = new FakeApache(root);
    this.osRelease = osRelease;
    options.with(ApacheOptions.APACHE_SERVER_ROOT, root.toString());
    for (String program :
        List.of("apache2ctl", "apachectl", "httpd", "a2enmod", "a2dismod", "env")) {
      executable(this.directory.resolve("bin/" + program));
    }
  }

  /** One laid out as Debian does. */
  static ApacheSite debian(Path directory) {
    ApacheSite site = new ApacheSite(directory, "debian");
    MODULES.forEach(
        module ->
            site.write(
                "mods-available/" + module + ".load",
                "LoadModule " + module + "_module /usr/lib/mod_" + module + ".so\n"));
    site.options.with(ApacheOptions.APACHE_CHALLENGE_LOCATION, site.root.toString());
    return site.write("mods-enabled/setenvif.load", "")
        .write("sites-available/README", "")
        .write("sites-enabled/.keep", "")
        .write("ports.conf", "Listen 80\n\n<IfModule ssl_module>\n\tListen 443\n</IfModule>\n")
        .write(
            "apache2.conf",
            "IncludeOptional mods-enabled/*.load\nInclude ports.conf\n"
                + "IncludeOptional sites-enabled/*.conf\n");
  }

  /** One laid out as CentOS 7 does, with mod_ssl. */
  static ApacheSite centos(Path directory) {
    ApacheSite site = new ApacheSite(directory, "centos");
    site.apache.load("ssl", "socache_shmcb");
    site.options.with(
        ApacheOptions.APACHE_CHALLENGE_LOCATION, site.root.resolve("conf.d").toString());
    return site.write("conf.d/README", "")
        .write("conf/httpd.conf", "Listen 80\nIncludeOptional conf.d/*.conf\n");
  }

  ApacheSite write(String name, String content) {
    try {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content, StandardCharsets.UTF_8);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds an enabled site of Debian. */
  ApacheSite site(String name, String content) {
    write("sites-available/" + name, content);
    try {
      Files.createSymbolicLink(
          root.resolve("sites-enabled/" + name), Path.of("../sites-available/" + name));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file's content; names of the test's directories are replaced by short ones. */
  String read(String name) {
    return readAsIs(name).replace(root.toString(), "ROOT").replace(directory.toString(), "DIR");
  }

  String readAsIs(String name) {
    try {
      return Files.readString(root.resolve(name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean exists(String name) {
    return Files.exists(root.resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  /** All files and links below the server's root, with what is in them. */
  String snapshot() {
    StringBuilder out = new StringBuilder();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted().toList()) {
        if (file.endsWith(".certbot.lock")) {
          continue;
        }
        boolean link = Files.isSymbolicLink(file);
        out.append(root.relativize(file)).append(link ? " -> " + file.toRealPath() : "");
        boolean plain = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        out.append('\n').append(plain ? Files.readString(file, StandardCharsets.ISO_8859_1) : "");
      }
      return out.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Directories directories() {
    return new Directories(
        directory.resolve("le"), directory.resolve("work"), directory.resolve("logs"));
  }

  /** What a run works with; the one before has ended. */
  PluginContext context() {
    locks.close();
    return new PluginContext(
        options,
        directories(),
        display,
        apache,
        name ->
            name.equals("PATH")
                ? Optional.of(directory.resolve("bin").toString())
                : Optional.empty(),
        clock,
        locks);
  }

  ApacheServer server() {
    try {
      Files.createDirectories(directories().config());
      Files.createDirectories(directories().work());
      Path system = directory.resolve("system");
      Files.createDirectories(system.resolve("etc"));
      Files.writeString(system.resolve("etc/os-release"), "ID=" + osRelease + "\nVERSION_ID=7\n");
      OperatingSystem detected = OperatingSystem.detect(system, "Linux");
      return new ApacheServer(
          context(),
          new SetupReader(options).read(detected),
          new PortProbe(takenPorts::contains, new PortHolders(Path.of("/nonexistent"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One that is prepared. */
  ApacheServer prepared() {
    ApacheServer server = server();
    server.prepare();
    return server;
  }

  CertificatePaths lineage(String name) {
    Path live = directories().live().resolve(name);
    return new CertificatePaths(
        live.resolve("cert.pem"),
        live.resolve("privkey.pem"),
        live.resolve("chain.pem"),
        live.resolve("fullchain.pem"));
  }

  DeployPaths paths(String name) {
    return DeployPaths.of(lineage(name));
  }

  static DomainName name(String text) {
    return DomainName.parse(text);
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void executable(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
