package io.github.certbot4j.workflow;

import io.github.certbot4j.account.Account;
import io.github.certbot4j.acme.AcmeAccount;

/**
 * The account a flow works with.
 *
 * @param stored as it is on disk
 * @param remote as it is at the server
 */
record ActiveAccount(Account stored, AcmeAccount remote) {}
