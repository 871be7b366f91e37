/** Working with the server's programs: what they report, tests, reloads, modules. */
package io.github.certbot4j.apache.control;
