/**
 * What the tests of all web server plugins share: the ports of the web, looking at a site as its
 * visitors do, and the command lines that install certificates.
 *
 * <p>The plugins treat port 80 as what it is on the internet, so the servers have to listen on the
 * real ports 80 and 443 of the loopback device. {@code own-network/bin/java} gives each JVM a
 * loopback device of its own where the kernel lets it; elsewhere one class at a time gets the ports
 * of the machine ({@link io.github.certbot4j.it.webserver.WebPorts}).
 */
package io.github.certbot4j.it.webserver;
