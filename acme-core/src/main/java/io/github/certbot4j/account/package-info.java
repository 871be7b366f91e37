/** ACME accounts on disk, in the layout that the original keeps them in. */
package io.github.certbot4j.account;
