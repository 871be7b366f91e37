package io.github.certbot4j.cli.command;

import io.github.certbot4j.cli.host.Host;
import io.github.certbot4j.cli.option.Verb;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.exec.UnwindStack;
import io.github.certbot4j.file.DirectoryLocks;
import io.github.certbot4j.model.Directories;
import io.github.certbot4j.report.Notes;
import io.github.certbot4j.spi.Display;

/**
 * What a verb's command works with.
 *
 * @param settings the options of the command line and the configuration files
 * @param directories the three directories, which exist and are locked
 * @param notes what the user is told in the end
 * @param locks the locks of the run, which are released at its end
 * @param unwind what is undone if a signal ends the run
 */
public record RunContext(
    Host host,
    Verb verb,
    Settings settings,
    Directories directories,
    Display display,
    DirectoryLocks locks,
    Notes notes,
    UnwindStack unwind,
    PluginCatalog plugins) {}
