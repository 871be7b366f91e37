/** Answering http-01 challenges with the server. */
package io.github.certbot4j.apache.challenge;
