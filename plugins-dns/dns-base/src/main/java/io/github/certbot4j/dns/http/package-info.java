/** Talking to the HTTP APIs of DNS services: requests, repetition, JSON, and keeping secrets. */
package io.github.certbot4j.dns.http;
