package io.github.certbot4j.workflow;

import io.github.certbot4j.account.AccountStore;
import io.github.certbot4j.lineage.LineageStore;
import io.github.certbot4j.model.Directories;

/** The stores of a run; a lineage may name other directories than the run itself. */
public interface Stores {

  LineageStore lineages(Directories directories);

  AccountStore accounts(Directories directories);
}
