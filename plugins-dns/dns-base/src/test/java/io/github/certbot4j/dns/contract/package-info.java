/**
 * What every DNS plugin must keep to, as tests to inherit, and what its fake service is made from.
 */
package io.github.certbot4j.dns.contract;
