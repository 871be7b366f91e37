package io.github.certbot4j.workflow;

import io.github.certbot4j.config.Settings;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.lineage.LineageStore;

/** Tells what a CA thinks of the time of a renewal. */
@FunctionalInterface
public interface RenewalAdvice {

  /**
   * Whether the CA wants this certificate, which isn't due by its dates, renewed by now. Never
   * throws for a CA that gives no advice.
   *
   * @param store where the time of the next question is noted
   */
  boolean isDue(Lineage lineage, Settings settings, LineageStore store);
}
