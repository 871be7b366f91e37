package io.github.certbot4j.lineage;

import io.github.certbot4j.config.StoredParams;
import io.github.certbot4j.model.CertName;

/**
 * The first certificate of a new lineage.
 *
 * @param wanted the name it gets, with {@code -0001} and so on appended if that is taken
 * @param params what it is to be renewed with
 */
public record NewCertificate(CertName wanted, Material material, StoredParams params) {}
