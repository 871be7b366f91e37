/** What plugins for web servers share, whichever server they configure. */
package io.github.certbot4j.webserver;
