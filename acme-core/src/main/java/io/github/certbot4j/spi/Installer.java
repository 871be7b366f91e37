package io.github.certbot4j.spi;

import io.github.certbot4j.model.DomainName;
import java.util.List;
import java.util.Set;

/**
 * Configures a server to use certificates.
 *
 * <p>Edits are pending until {@link #save}. Saved edits collect until a save with a title makes
 * them a checkpoint. {@link #recover} undoes everything before that, {@link #rollback} undoes
 * checkpoints.
 *
 * <p>Every method may throw a {@link io.github.certbot4j.model.FailureException} whose text a user
 * understands; a failure of {@link #deploy}, {@link #enhance} or {@link #save} is followed by
 * {@link #recover}. All methods are called by one thread, but when a signal ends the program,
 * another one calls {@link #recover} or {@link #rollback} and {@link #restart}, maybe while {@link
 * #deploy} or {@link #enhance} are still running.
 *
 * <p>An installer that also implements {@link AutoHsts} offers {@code --auto-hsts}.
 */
public interface Installer extends PluginRole {

  /** The DNS names that the server's configuration serves, already checked for validity. */
  Set<DomainName> allNames();

  /** Makes the configuration for one name use the certificate, without reloading the server. */
  void deploy(DomainName domain, DeployPaths paths);

  /** The enhancements it knows. It is never asked for others. */
  Set<Enhancement> supportedEnhancements();

  /** Adds an enhancement for one name; false when it is already there. */
  boolean enhance(DomainName domain, Enhancement enhancement, DeployPaths paths);

  /**
   * Writes pending edits, after backing up every file that changes.
   *
   * @param title what the checkpoint is called; empty to keep collecting
   * @param temporary for edits that live only as long as a challenge; then there is no checkpoint,
   *     whatever the title
   * @return whether this made a checkpoint; there is none when nothing was changed since the last
   */
  boolean save(String title, boolean temporary);

  /**
   * Restores the files as they were before the newest checkpoints, and forgets these. When there
   * are fewer, all are undone and the user is warned.
   *
   * @param checkpoints how many, zero or more
   */
  void rollback(int checkpoints);

  /** Undoes everything pending, temporary or saved without a title. */
  void recover();

  /**
   * Asks the server whether it accepts its configuration; throws with the server's words if not.
   */
  void checkConfiguration();

  /** Makes the server use the configuration as it is on disk. */
  void restart();

  /**
   * Work to do at every {@code renew} run for a lineage, due or not. The installer may not be
   * prepared: it calls {@link #prepare} itself when there is work. It saves and restarts by itself.
   * It isn't called while {@link Plugin#hasUpdates} says that there is none.
   */
  default void update(List<DomainName> domains, CertificatePaths paths) {}

  /**
   * Work to do after a lineage was renewed, before the restart. What it changes it saves by itself.
   */
  default void renewed(List<DomainName> domains, CertificatePaths paths) {}
}
