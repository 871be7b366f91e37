/**
 * Connections to HTTP servers by the proxies and with the trust that the environment asks for; see
 * {@code docs/adr/0004-http-engine.md}.
 */
package io.github.certbot4j.net;
