/** Virtual hosts, and which of them is meant by a name. */
package io.github.certbot4j.apache.vhost;
