/** What a run tells its user at the end. */
package io.github.certbot4j.report;
