package io.github.certbot4j.apache.distro;

/**
 * Where the arguments are kept that the system starts the server with.
 *
 * @param file a file of shell assignments, absolute; empty if there is none
 * @param variable the name that the arguments are assigned to
 */
public record StartWords(String file, String variable) {

  static final StartWords NONE = new StartWords("", "");
}
