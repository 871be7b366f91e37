package io.github.certbot4j.spi;

import io.github.certbot4j.model.DomainName;
import java.util.List;
import java.util.Set;

/**
 * Configures a server to use certificates. Edits are pending until {@link #save}; what was saved
 * can be undone by {@link #rollback} or, before it got a title, by {@link #recover}.
 */
public interface Installer extends PluginRole {

  /** The DNS names that the server's configuration serves, already checked for validity. */
  Set<DomainName> allNames();

  /** Makes the configuration for one name use the certificate, without reloading the server. */
  void deploy(DomainName domain, CertificatePaths paths);

  /** The enhancements it knows. */
  Set<Enhancement> supportedEnhancements();

  /** Adds an enhancement for one name; false when it is already there. */
  boolean enhance(DomainName domain, Enhancement enhancement, CertificatePaths paths);

  /**
   * Writes pending edits, after backing up every file that changes.
   *
   * @param title names a checkpoint that can be rolled back; empty to keep collecting
   * @param temporary for edits that live only as long as a challenge
   */
  void save(String title, boolean temporary);

  /** Restores the files of the newest checkpoints. */
  void rollback(int checkpoints);

  /** Undoes everything temporary or not finished. */
  void recover();

  /**
   * Asks the server whether it accepts its configuration; throws with the server's words if not.
   */
  void checkConfiguration();

  /** Makes the server use the configuration as it is on disk. */
  void restart();

  /** Work to do at every {@code renew} run for a lineage, due or not. */
  default void update(List<DomainName> domains, CertificatePaths paths) {}

  /** Work to do after a lineage was renewed, beside the restart. */
  default void renewed(List<DomainName> domains, CertificatePaths paths) {}
}
