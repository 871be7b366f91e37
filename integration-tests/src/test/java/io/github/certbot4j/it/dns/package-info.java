/**
 * Certificates by TXT records: the program with its DNS plugins against fakes of the services, or
 * real name servers, which the CA asks too.
 */
package io.github.certbot4j.it.dns;
