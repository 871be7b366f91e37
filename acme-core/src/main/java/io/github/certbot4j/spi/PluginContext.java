package io.github.certbot4j.spi;

import io.github.certbot4j.exec.CommandRunner;
import io.github.certbot4j.file.DirectoryLocks;
import io.github.certbot4j.model.Directories;

/**
 * What a plugin instance works with.
 *
 * @param options the options in force for this lineage
 * @param directories where the program keeps its files
 * @param display the dialogue with the user
 * @param commands runs other programs
 * @param environment the process's environment
 * @param waiter the clock, and how to pause
 * @param locks keeps other instances away from the directories of servers, until the run ends
 */
public record PluginContext(
    OptionValues options,
    Directories directories,
    Display display,
    CommandRunner commands,
    Environment environment,
    Waiter waiter,
    DirectoryLocks locks) {}
