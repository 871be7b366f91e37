package io.github.certbot4j.crypto;

/** Object identifiers by their names in the standards. */
final class Oids {
  static final Oid RSA_ENCRYPTION = Oid.of("1.2.840.113549.1.1.1");
  static final Oid SHA256_WITH_RSA = Oid.of("1.2.840.113549.1.1.11");
  static final Oid EC_PUBLIC_KEY = Oid.of("1.2.840.10045.2.1");
  static final Oid ECDSA_WITH_SHA256 = Oid.of("1.2.840.10045.4.3.2");
  static final Oid SHA1 = Oid.of("1.3.14.3.2.26");

  static final Oid COMMON_NAME = Oid.of("2.5.4.3");
  static final Oid SUBJECT_ALT_NAME = Oid.of("2.5.29.17");
  static final Oid AUTHORITY_KEY_IDENTIFIER = Oid.of("2.5.29.35");
  static final Oid EXTENDED_KEY_USAGE = Oid.of("2.5.29.37");
  static final Oid AUTHORITY_INFO_ACCESS = Oid.of("1.3.6.1.5.5.7.1.1");
  static final Oid ACCESS_METHOD_OCSP = Oid.of("1.3.6.1.5.5.7.48.1");
  static final Oid OCSP_BASIC_RESPONSE = Oid.of("1.3.6.1.5.5.7.48.1.1");
  static final Oid KEY_PURPOSE_OCSP_SIGNING = Oid.of("1.3.6.1.5.5.7.3.9");

  /** RFC 7633; its value lists TLS extensions, 5 being status_request. */
  static final Oid TLS_FEATURE = Oid.of("1.3.6.1.5.5.7.1.24");

  /** PKCS #9 extensionRequest (RFC 2985 section 5.4.2). */
  static final Oid EXTENSION_REQUEST = Oid.of("1.2.840.113549.1.9.14");

  private Oids() {}
}
