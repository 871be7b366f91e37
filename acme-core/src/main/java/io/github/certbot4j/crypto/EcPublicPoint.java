package io.github.certbot4j.crypto;

import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** Computes the public half of keys whose files leave it out, which the JDK cannot do. */
final class EcPublicPoint {
  private EcPublicPoint() {}

  /** Returns the uncompressed point that belongs to a private value. */
  static byte[] of(NamedCurve curve, BigInteger value) {
    X9ECParameters parameters =
        CustomNamedCurves.getByOID(new ASN1ObjectIdentifier(curve.oid().toString()));
    if (value.signum() <= 0 || value.compareTo(parameters.getN()) >= 0) {
      throw new CryptoException("the private value is out of the curve's range");
    }
    return new FixedPointCombMultiplier().multiply(parameters.getG(), value).getEncoded(false);
  }
}
