package io.github.certbot4j.nginx.parse;

/**
 * White space between statements and comments.
 *
 * @param text blanks, tabs and line ends; at a file's start maybe a byte order mark before them
 */
public record Gap(String text) implements Piece {

  /** Whether a line ends in it. */
  public boolean breaksLine() {
    return text.indexOf('\n') >= 0;
  }

  /** What follows its last line end; all of it if there is none. */
  public String indent() {
    return text.substring(text.lastIndexOf('\n') + 1);
  }
}
