package io.github.certbot4j.spi;

/** A change to a server's configuration beyond using the certificate. */
public enum Enhancement {
  REDIRECT,
  HSTS,
  UPGRADE_INSECURE_REQUESTS,
  OCSP_STAPLING
}
