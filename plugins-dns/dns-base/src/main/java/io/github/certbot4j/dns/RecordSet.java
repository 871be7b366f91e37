package io.github.certbot4j.dns;

import java.util.List;

/** The TXT values of one name, as a service returned them. */
public interface RecordSet {

  /** The full name. */
  String name();

  /** The values as the service writes them, maybe in quotes. */
  List<String> values();
}
