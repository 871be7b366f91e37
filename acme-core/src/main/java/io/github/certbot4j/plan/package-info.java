/**
 * The decisions of a run, free of I/O: what is due, and what a request for names means for the
 * lineages that exist.
 */
package io.github.certbot4j.plan;
