package io.github.certbot4j.nginx.load;

import io.github.certbot4j.file.FileTrouble;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.nginx.parse.SyntaxException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Failures about files of the configuration. */
final class ConfigTrouble {

  private ConfigTrouble() {}

  static FailureException unreadable(Path file, IOException cause) {
    return new FailureException(
        new Failure.PluginTrouble(
            "nginx",
            "nginx's configuration file "
                + file
                + " can't be read: "
                + FileTrouble.reason(cause)
                + ".",
            "Run this as a user who may read it."),
        cause);
  }

  /** For a name that the locale of this process can't express. */
  static FailureException unnameable(String name, InvalidPathException cause) {
    return new FailureException(
        new Failure.PluginTrouble(
            "nginx",
            "nginx's configuration includes '" + name + "', which is no name of a file here.",
            "If it has letters beyond ASCII, run this with LC_ALL=C.UTF-8."),
        cause);
  }

  static FailureException malformed(Path file, SyntaxException cause) {
    return new FailureException(
        new Failure.PluginTrouble(
            "nginx",
            "nginx's configuration file "
                + file
                + " can't be understood in line "
                + cause.line()
                + ", column "
                + cause.column()
                + ": "
                + cause.getMessage()
                + ".",
            "Nothing was changed. Mend the file, and check it with 'nginx -t'."),
        cause);
  }
}
