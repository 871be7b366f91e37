package io.github.certbot4j.ini;

import java.util.Optional;

/** One way to read what stands after a {@code =}. */
sealed interface ValueSource permits ValueScanner, TripleQuotes {

  /** The value; nothing when it isn't in the dialect. To be called once. */
  Optional<IniValue> scan();

  /** After a scan: where the comment behind the value begins, or the end if there is none. */
  int commentStart();
}
