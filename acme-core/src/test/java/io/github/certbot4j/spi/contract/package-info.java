/**
 * What every plugin must keep to, as tests to inherit, and stand-ins for what a plugin is given.
 */
package io.github.certbot4j.spi.contract;
