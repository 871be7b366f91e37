/**
 * What the server makes of its files: conditions, variables, included files and macros evaluated,
 * from what the running program reports.
 */
package io.github.certbot4j.apache.config;
