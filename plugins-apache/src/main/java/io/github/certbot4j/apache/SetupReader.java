package io.github.certbot4j.apache;

import io.github.certbot4j.apache.distro.Family;
import io.github.certbot4j.apache.distro.Layout;
import io.github.certbot4j.apache.distro.OperatingSystem;
import io.github.certbot4j.apache.distro.Programs;
import io.github.certbot4j.apache.distro.ServerSetup;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionValues;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How the server is set up: the family's table, and what the options say otherwise. */
final class SetupReader {

  private static final Set<String> NO = Set.of("false", "none", "no", "off", "0", "");

  private final OptionValues options;

  SetupReader(OptionValues options) {
    this.options = options;
  }

  ServerSetup read(OperatingSystem system) {
    Family family = system.family();
    Layout layout = layout(family.layout());
    Optional<String> control = options.find(ApacheOptions.APACHE_CTL);
    return new ServerSetup(
        family,
        layout,
        programs(family.programs()),
        options.get(ApacheOptions.APACHE_LE_VHOST_EXT),
        options.find(ApacheOptions.APACHE_VHOST_ROOT).isPresent(),
        options.find(ApacheOptions.APACHE_BIN).orElse(""),
        flag(ApacheOptions.APACHE_HANDLE_SITES, family.linksSites()),
        system.isFedora() && control.isEmpty());
  }

  /** What is usually below the server's root is there too when that is another one. */
  private Layout layout(Layout usual) {
    Path serverRoot = path(ApacheOptions.APACHE_SERVER_ROOT, usual.serverRoot());
    return new Layout(
        serverRoot,
        path(ApacheOptions.APACHE_VHOST_ROOT, moved(usual, usual.vhostRoot(), serverRoot)),
        usual.vhostFiles(),
        path(ApacheOptions.APACHE_LOGS_ROOT, usual.logsRoot()),
        path(
            ApacheOptions.APACHE_CHALLENGE_LOCATION,
            moved(usual, usual.challengeLocation(), serverRoot)));
  }

  private static Path moved(Layout usual, Path path, Path serverRoot) {
    return serverRoot.resolve(usual.serverRoot().relativize(path));
  }

  private Programs programs(Programs usual) {
    Optional<String> control = options.find(ApacheOptions.APACHE_CTL);
    return new Programs(
        control.orElse(usual.control()),
        control.orElse(usual.reload()),
        usual.restart().isEmpty() ? "" : control.orElse(usual.restart()),
        text(ApacheOptions.APACHE_ENMOD, usual.enableModule()),
        text(ApacheOptions.APACHE_DISMOD, usual.disableModule()),
        flag(ApacheOptions.APACHE_HANDLE_MODULES, usual.handlesModules()));
  }

  private Path path(OptionSpec<String> option, Path usual) {
    return options.find(option).map(Path::of).orElse(usual);
  }

  /** Configurations that the original stored may say None. */
  private String text(OptionSpec<String> option, String usual) {
    return options.find(option).filter(value -> !value.equals("None")).orElse(usual);
  }

  private boolean flag(OptionSpec<String> option, boolean usual) {
    return options
        .find(option)
        .map(value -> !NO.contains(value.strip().toLowerCase(Locale.ROOT)))
        .orElse(usual);
  }
}
