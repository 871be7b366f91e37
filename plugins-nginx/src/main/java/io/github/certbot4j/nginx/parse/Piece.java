package io.github.certbot4j.nginx.parse;

/**
 * What a file or a block consists of, in a row: {@link Gap}, {@link Comment}, {@link Statement}.
 */
public sealed interface Piece permits Gap, Comment, Statement {}
