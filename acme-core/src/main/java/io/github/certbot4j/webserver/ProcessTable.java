package io.github.certbot4j.webserver;

import java.util.Optional;
import java.util.Set;

/** What the system tells about the processes of a server. */
public interface ProcessTable {

  /**
   * The living children of a process.
   *
   * @return empty if the system doesn't tell, or there is no such process
   */
  Optional<Set<Worker>> childrenOf(long pid);

  /** Whether a process is still there and may take new connections, as far as the system tells. */
  boolean accepts(Worker worker);
}
