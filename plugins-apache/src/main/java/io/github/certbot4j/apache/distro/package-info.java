/** Where distributions keep Apache's files and what they call its programs. */
package io.github.certbot4j.apache.distro;
