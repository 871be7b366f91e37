package io.github.certbot4j.cli.option;

import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.PathOptions;
import io.github.certbot4j.config.Setting;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.spi.OptionSpec;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes relative paths absolute, since they are kept for runs from elsewhere. */
record AbsolutePaths(Path workingDirectory) implements SettingsRule {

  private static final List<OptionSpec<String>> OPTIONS =
      List.of(
          PathOptions.CERT_PATH,
          PathOptions.KEY_PATH,
          PathOptions.CHAIN_PATH,
          PathOptions.FULLCHAIN_PATH,
          PathOptions.CONFIG_DIR,
          PathOptions.WORK_DIR,
          PathOptions.LOGS_DIR,
          CertificateOptions.CSR);

  @Override
  public Settings apply(Verb verb, Settings settings) {
    Settings.Builder result = settings.toBuilder();
    for (OptionSpec<String> option : OPTIONS) {
      Optional<Setting<String>> setting = settings.setting(option);
      if (setting.isPresent()) {
        result.put(option, absolute(setting.get().value()), setting.get().origin());
      }
    }
    return result.build();
  }

  private String absolute(String path) {
    try {
      return workingDirectory.resolve(path).normalize().toString();
    } catch (InvalidPathException e) {
      throw UsageErrors.usage("'" + e.getInput() + "' cannot be a path.", "");
    }
  }
}
