package io.github.certbot4j.nginx.parse;

/**
 * A comment outside of statements.
 *
 * @param text from the number sign to the end of the line, without line end
 */
public record Comment(String text) implements Piece {}
