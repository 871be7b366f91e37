/** One class for each flow: it owns the sequence of steps and nothing that a step does. */
package io.github.certbot4j.workflow;
