/**
 * Tests of the unpacked distribution against real servers, each a plain process on free loopback
 * ports that ends with the tests: Pebble as the CA, its name server, and the certbot that Debian
 * installs.
 *
 * <p>{@code mvn verify} runs them. The system property {@code certbot4j.dist} names the directory
 * of the distribution. With {@code -Dcertbot4j.it.command=/usr/bin/certbot} the original takes its
 * place: what fails then is either a wanted difference or a wrong test.
 *
 * <p>Where the environment has {@code CI=true}, a server that is not installed is an error.
 */
package io.github.certbot4j.it;
