/**
 * The two configuration dialects of the program: the ConfigObj dialect of renewal configurations
 * and credentials files ({@link io.github.certbot4j.ini.IniDocument}), read and written without
 * loss, and the looser one of {@code cli.ini} ({@link io.github.certbot4j.ini.CliIniFile}), read
 * only.
 */
package io.github.certbot4j.ini;
