/**
 * Keys, certificates, signing requests and OCSP, as bytes and values of this project.
 *
 * <p>No type of Bouncy Castle or of a JCA provider's implementation leaves this package, and no
 * provider is registered. What runs on every start, reading certificates above all, uses a small
 * DER reader of its own because the JDK's certificate parser and Bouncy Castle both cost more to
 * load than all of the reading.
 */
package io.github.certbot4j.crypto;
