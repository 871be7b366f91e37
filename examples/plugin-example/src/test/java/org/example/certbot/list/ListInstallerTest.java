package org.example.certbot.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.exec.Command;
import io.github.certbot4j.exec.CommandResult;
import io.github.certbot4j.file.DirectoryLocks;
import io.github.certbot4j.model.Directories;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.DeployPaths;
import io.github.certbot4j.spi.Installer;
import io.github.certbot4j.spi.PluginContext;
import io.github.certbot4j.spi.PluginUnusableException;
import io.github.certbot4j.spi.contract.GivenOptions;
import io.github.certbot4j.spi.contract.InstallerContract;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import io.github.certbot4j.spi.contract.StoppedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ListInstallerTest extends InstallerContract {

  @TempDir Path temp;
  private Path list;
  private Installer installer;

  @BeforeEach
  void make() throws IOException {
    list = Files.writeString(temp.resolve("list"), "a.example\nold.example cert=/old\n");
    installer = installer(new GivenOptions().with(ListPlugin.FILE, list.toString()));
  }

  @Override
  protected Installer installer() {
    return installer;
  }

  @Override
  protected String configuration() {
    try {
      return Files.readString(list);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected List<DomainName> names() {
    return List.of(DomainName.parse("a.example"), DomainName.parse("b.example"));
  }

  @Override
  protected DeployPaths paths() {
    return new DeployPaths(
        Path.of("/live/cert.pem"), Path.of("/live/key.pem"), Optional.empty(), Optional.empty());
  }

  @Test
  void it_knows_the_names_in_the_list() {
    assertThat(installer.allNames())
        .containsExactlyInAnyOrder(DomainName.parse("a.example"), DomainName.parse("old.example"));
  }

  @Test
  void other_lines_stay_as_they_are() {
    installer.deploy(DomainName.parse("a.example"), paths());
    installer.save("Deployed", false);
    assertThat(configuration())
        .isEqualTo("a.example cert=/live/cert.pem key=/live/key.pem\nold.example cert=/old\n");
  }

  @Test
  void without_a_list_it_cannot_work() {
    Installer nowhere =
        installer(new GivenOptions().with(ListPlugin.FILE, temp.resolve("none").toString()));
    assertThatThrownBy(nowhere::prepare)
        .isInstanceOf(PluginUnusableException.class)
        .hasMessageContaining("--example-list-file");
  }

  @Test
  void a_relative_path_is_refused_because_it_would_be_stored() {
    Installer relative = installer(new GivenOptions().with(ListPlugin.FILE, "list"));
    assertThatThrownBy(relative::prepare)
        .isInstanceOf(PluginUnusableException.class)
        .hasMessageContaining("absolute");
  }

  @Test
  void a_server_that_does_not_reload_has_the_last_word() {
    Installer failing =
        installer(
            new GivenOptions()
                .with(ListPlugin.FILE, list.toString())
                .with(ListPlugin.RELOAD, "reload"));
    assertThatThrownBy(failing::restart)
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("not today");
  }

  private Installer installer(GivenOptions options) {
    Directories directories =
        new Directories(temp.resolve("etc"), temp.resolve("work"), temp.resolve("log"));
    return new ListInstaller(
        new PluginContext(
            options,
            directories,
            ScriptedDisplay.unattended(),
            (Command command) -> new CommandResult(1, "", "not today\n"),
            name -> Optional.empty(),
            new StoppedClock(Instant.EPOCH),
            new DirectoryLocks()));
  }
}
