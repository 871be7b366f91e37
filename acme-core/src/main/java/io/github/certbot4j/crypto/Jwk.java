package io.github.certbot4j.crypto;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Translates between keys and the members of a JSON Web Key (RFC 7518 section 6). */
final class Jwk {
  private Jwk() {}

  static SortedMap<String, String> publicMembers(SubjectPublicKey key) {
    SortedMap<String, String> members = new TreeMap<>();
    if (key.type() == KeyType.RSA) {
      DerReader numbers = DerReader.of(key.bits()).enter(DerTag.SEQUENCE);
      members.put("n", number(numbers.integer()));
      members.put("e", number(numbers.integer()));
      members.put("kty", "RSA");
      return members;
    }
    NamedCurve curve = curveOf(key);
    byte[] point = key.bits();
    curve.requirePoint(point);
    int yStart = 1 + curve.octets();
    members.put("crv", curve.jwkName());
    members.put("x", Digests.base64Url(Arrays.copyOfRange(point, 1, yStart)));
    members.put("y", Digests.base64Url(Arrays.copyOfRange(point, yStart, point.length)));
    members.put("kty", "EC");
    return members;
  }

  static Map<String, String> privateMembers(KeyPair keys) {
    PrivateKey key = keys.getPrivate();
    if (key instanceof RSAPrivateCrtKey rsa) {
      return rsaMembers(rsa);
    }
    if (key instanceof ECPrivateKey ec) {
      SubjectPublicKey publicKey = SubjectPublicKey.of(keys.getPublic());
      Map<String, String> open = publicMembers(publicKey);
      Map<String, String> members = new LinkedHashMap<>();
      members.put("crv", open.get("crv"));
      members.put("x", open.get("x"));
      members.put("y", open.get("y"));
      int octets = curveOf(publicKey).octets();
      members.put("d", Digests.base64Url(FixedLength.octets(ec.getS(), octets)));
      members.put("kty", "EC");
      return members;
    }
    throw new CryptoException("The account key is neither RSA with its primes nor ECDSA.");
  }

  private static Map<String, String> rsaMembers(RSAPrivateCrtKey key) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("n", number(key.getModulus()));
    members.put("e", number(key.getPublicExponent()));
    members.put("d", number(key.getPrivateExponent()));
    members.put("p", number(key.getPrimeP()));
    members.put("q", number(key.getPrimeQ()));
    members.put("dp", number(key.getPrimeExponentP()));
    members.put("dq", number(key.getPrimeExponentQ()));
    members.put("qi", number(key.getCrtCoefficient()));
    members.put("kty", "RSA");
    return members;
  }

  static KeyPair keyPair(Map<String, String> members) {
    String type = text(members, "kty");
    return switch (type) {
      case "RSA" -> rsa(members).toKeyPair();
      case "EC" -> ec(members).toKeyPair();
      default -> throw new CryptoException("The JSON Web Key has a type other than RSA and EC.");
    };
  }

  private static ParsedPrivateKey rsa(Map<String, String> members) {
    BigInteger modulus = number(members, "n");
    BigInteger p = number(members, "p");
    BigInteger q = number(members, "q");
    if (!p.multiply(q).equals(modulus)) {
      throw new CryptoException(
          "The JSON Web Key contradicts itself: n is not the product of p and q.");
    }
    return ParsedPrivateKey.rsa(
        DerWriter.sequence(
            DerWriter.integer(0),
            DerWriter.integer(modulus),
            DerWriter.integer(number(members, "e")),
            DerWriter.integer(number(members, "d")),
            DerWriter.integer(p),
            DerWriter.integer(q),
            DerWriter.integer(number(members, "dp")),
            DerWriter.integer(number(members, "dq")),
            DerWriter.integer(number(members, "qi"))));
  }

  private static ParsedPrivateKey ec(Map<String, String> members) {
    NamedCurve curve =
        NamedCurve.byJwkName(text(members, "crv"))
            .orElseThrow(
                () ->
                    new CryptoException(
                        "The JSON Web Key is on a curve other than P-256, P-384 and P-521."));
    byte[] point = curve.point(octets(members, "x"), octets(members, "y"));
    return ParsedPrivateKey.ec(number(members, "d"), SubjectPublicKey.ec(curve, point));
  }

  private static NamedCurve curveOf(SubjectPublicKey key) {
    return key.curve()
        .orElseThrow(() -> new CryptoException("The key is neither RSA nor on a supported curve."));
  }

  private static String number(BigInteger value) {
    return Digests.base64Url(FixedLength.shortest(value));
  }

  private static BigInteger number(Map<String, String> members, String name) {
    return new BigInteger(1, octets(members, name));
  }

  private static byte[] octets(Map<String, String> members, String name) {
    try {
      return Base64.getUrlDecoder().decode(text(members, name));
    } catch (IllegalArgumentException e) {
      // Not chained: the decoder's text may quote a part of the private key.
      throw new CryptoException(
          "Member '" + name + "' of the JSON Web Key is not proper base64url.");
    }
  }

  private static String text(Map<String, String> members, String name) {
    String value = members.get(name);
    if (value == null) {
      throw new CryptoException("The JSON Web Key lacks its member '" + name + "'.");
    }
    return value;
  }
}
