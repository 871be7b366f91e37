/** What can be added to virtual hosts that use a certificate. */
package io.github.certbot4j.apache.enhance;
