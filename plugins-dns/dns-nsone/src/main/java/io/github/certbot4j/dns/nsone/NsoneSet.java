package io.github.certbot4j.dns.nsone;

import io.github.certbot4j.dns.RecordSet;
import io.github.certbot4j.dns.http.Json;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The TXT record of one name; each answer is a value.
 *
 * @param answers as the service has them, with their ids and what else belongs to them
 * @param ttl in seconds; that of new records if there is none
 * @param exists whether the service has it
 */
record NsoneSet(String name, List<Json> answers, long ttl, boolean exists) implements RecordSet {

  NsoneSet {
    answers = List.copyOf(answers);
  }

  @Override
  public List<String> values() {
    return answers.stream().map(NsoneSet::valueOf).toList();
  }

  /** The character-strings of a value are one text (RFC 7208 section 3.3 reads them so, too). */
  static String valueOf(Json answer) {
    return answer.items("answer").stream().map(Json::text).collect(Collectors.joining());
  }

  static Json answer(String value) {
    return Json.object("answer", Json.list(List.of(value)));
  }
}
