/** Changes to Apache's configuration: each class knows one of them. */
package io.github.certbot4j.apache.edit;
