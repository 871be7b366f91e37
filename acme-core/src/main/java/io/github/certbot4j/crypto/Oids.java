package io.github.certbot4j.crypto;

/** Object identifiers in dotted form, by their names in the standards. */
final class Oids {
  static final String RSA_ENCRYPTION = "1.2.840.113549.1.1.1";
  static final String SHA256_WITH_RSA = "1.2.840.113549.1.1.11";
  static final String EC_PUBLIC_KEY = "1.2.840.10045.2.1";
  static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
  static final String SHA1 = "1.3.14.3.2.26";

  static final String COMMON_NAME = "2.5.4.3";
  static final String SUBJECT_ALT_NAME = "2.5.29.17";
  static final String AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";
  static final String EXTENDED_KEY_USAGE = "2.5.29.37";
  static final String AUTHORITY_INFO_ACCESS = "1.3.6.1.5.5.7.1.1";
  static final String ACCESS_METHOD_OCSP = "1.3.6.1.5.5.7.48.1";
  static final String OCSP_BASIC_RESPONSE = "1.3.6.1.5.5.7.48.1.1";
  static final String KEY_PURPOSE_OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";

  /** RFC 7633; its value lists TLS extensions, 5 being status_request. */
  static final String TLS_FEATURE = "1.3.6.1.5.5.7.1.24";

  /** PKCS #9 extensionRequest (RFC 2985 section 5.4.2). */
  static final String EXTENSION_REQUEST = "1.2.840.113549.1.9.14";

  private Oids() {}
}
