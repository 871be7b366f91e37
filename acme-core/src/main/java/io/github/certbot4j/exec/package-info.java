/** Running other programs, the only place where processes are started. */
package io.github.certbot4j.exec;
