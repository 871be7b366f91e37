package io.github.certbot4j.dns;

/**
 * One value, and where it goes.
 *
 * @param challenge the validation name of the challenge, which the record's name may differ from
 * @param record the name to write to, and the value
 */
record Publication(Account account, Zone zone, String challenge, TxtRecord record) {}
