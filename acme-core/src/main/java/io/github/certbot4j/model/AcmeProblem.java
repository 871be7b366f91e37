package io.github.certbot4j.model;

import java.util.Optional;

/**
 * A problem document of an ACME server (RFC 8555 section 6.7).
 *
 * @param type the error's short name without the URN prefix, such as {@code rateLimited}; the whole
 *     URI when it isn't an ACME error
 * @param detail the server's own words; may be empty
 * @param identifier the name that the problem is about, if the server named one
 */
public record AcmeProblem(String type, String detail, Optional<String> identifier) {

  /** The URN prefix of the error types of RFC 8555. */
  public static final String URN_PREFIX = "urn:ietf:params:acme:error:";

  /** Strips {@link #URN_PREFIX} from the given type. */
  public static AcmeProblem of(String typeUri, String detail, Optional<String> identifier) {
    String type = typeUri.startsWith(URN_PREFIX) ? typeUri.substring(URN_PREFIX.length()) : typeUri;
    return new AcmeProblem(type, detail, identifier);
  }

  /** One line for people: the meaning of the type, then the server's detail. */
  public String describe() {
    String meaning = meaning();
    return detail.isEmpty() ? meaning : meaning + " :: " + detail;
  }

  /** Whether the client has asked for too much lately. */
  public boolean isRateLimit() {
    return type.equals("rateLimited");
  }

  /** Whether RFC 8555 lets a client expect another answer later. */
  public boolean isTransient() {
    return switch (type) {
      case "rateLimited", "serverInternal", "badNonce", "orderNotReady" -> true;
      default -> false;
    };
  }

  private String meaning() {
    return switch (type) {
      case "accountDoesNotExist" -> "The CA does not know this account";
      case "alreadyRevoked" -> "The certificate is already revoked";
      case "badCSR" -> "The CA does not accept the certificate signing request";
      case "badNonce" -> "The CA rejected the request's anti-replay nonce";
      case "badPublicKey" -> "The CA does not accept this public key";
      case "badRevocationReason" -> "The CA does not accept this revocation reason";
      case "badSignatureAlgorithm" -> "The CA does not accept this signature algorithm";
      case "caa" -> "CAA records forbid this CA to issue";
      case "connection" -> "The CA could not connect to the server being validated";
      case "dns" -> "The CA could not look up the name in the DNS";
      case "externalAccountRequired" -> "The CA wants an external account binding";
      case "incorrectResponse" -> "The challenge was answered with something else than expected";
      case "invalidContact", "invalidEmail" -> "The CA does not accept the contact address";
      case "malformed" -> "The CA found the request malformed";
      case "orderNotReady" -> "The order cannot be finalized yet";
      case "rateLimited" -> "The CA's rate limit is exceeded";
      case "rejectedIdentifier" -> "The CA will not issue for this name";
      case "serverInternal" -> "The CA had an internal error";
      case "tls" -> "The CA met a TLS error during validation";
      case "unauthorized" -> "The CA says that this client lacks authorization";
      case "unsupportedContact" -> "The CA does not support this kind of contact";
      case "unsupportedIdentifier" -> "The CA does not issue for this kind of identifier";
      case "userActionRequired" -> "The CA wants you to visit a page first";
      default -> "The CA answered with the error " + type;
    };
  }
}
