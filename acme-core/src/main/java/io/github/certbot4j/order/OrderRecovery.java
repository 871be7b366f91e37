package io.github.certbot4j.order;

import java.net.URI;
import java.util.Optional;

/**
 * Remembers an order from its placing until its certificate is stored, so that a run that was cut
 * off is carried on instead of ordering again. Keeps the private key, too, from before the moment
 * the CA is asked to certify it.
 */
public interface OrderRecovery {

  /** Remembers nothing, for rehearsals and for signing requests of the user's own. */
  OrderRecovery NONE =
      new OrderRecovery() {
        @Override
        public Optional<OpenOrder> find() {
          return Optional.empty();
        }

        @Override
        public void placed(URI order) {}

        @Override
        public void keyed(URI order, String keyPem, String csrPem) {}

        @Override
        public void forget() {}
      };

  /** The order that an earlier run left, if it was for the same names, server and account. */
  Optional<OpenOrder> find();

  /** Called as soon as an order exists. */
  void placed(URI order);

  /**
   * Called before the signing request is sent; on return the key is safe on disk.
   *
   * @param keyPem the private key; empty when the lineage's existing key is used
   */
  void keyed(URI order, String keyPem, String csrPem);

  /** Called when there is nothing left to carry on. */
  void forget();

  /**
   * An order of an earlier run.
   *
   * @param location the order's URL
   * @param keyPem the key that was prepared for it; empty when there is none yet or the lineage's
   *     own key is used
   */
  record OpenOrder(URI location, String keyPem) {

    /** Leaves the key out. */
    @Override
    public String toString() {
      return "OpenOrder[" + location + "]";
    }
  }
}
