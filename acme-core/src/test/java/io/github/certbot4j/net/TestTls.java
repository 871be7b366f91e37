package io.github.certbot4j.net;

import io.github.certbot4j.crypto.KeyPairs;
import io.github.certbot4j.crypto.Pem;
import io.github.certbot4j.model.KeySpec;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A server certificate of a CA of its own.
 *
 * @param pem the CA's certificate
 * @param context for the server
 */
public record TestTls(String pem, SSLContext context) {

  private static final KeySpec P256 = new KeySpec.Ecdsa(KeySpec.Curve.SECP256R1);
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant FAR_OFF = Instant.parse("2120-01-01T00:00:00Z");

  public static TestTls forHost(String host) {
    return forHosts(List.of(host));
  }

  /** One certificate for all of them. */
  public static TestTls forHosts(List<String> hosts) {
    return create(hosts, FAR_OFF);
  }

  public static TestTls expiredFor(String host) {
    return create(List.of(host), LONG_AGO.plusSeconds(1));
  }

  private static TestTls create(List<String> hosts, Instant until) {
    try {
      X500Name authority =
          new X500Name("CN=CA of " + String.join(" and ", hosts) + " until " + until);
      KeyPair authorityKeys = KeyPairs.generate(P256);
      KeyPair keys = KeyPairs.generate(P256);
      byte[] root =
          builder(authority, authority, authorityKeys, FAR_OFF)
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
              .build(signer(authorityKeys))
              .getEncoded();
      byte[] leaf =
          builder(authority, new X500Name("CN=test"), keys, until)
              .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names(hosts)))
              .build(signer(authorityKeys))
              .getEncoded();
      return new TestTls(Pem.encode(Pem.CERTIFICATE, root), context(keys, leaf));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static GeneralName[] names(List<String> hosts) {
    return hosts.stream()
        .map(host -> new GeneralName(GeneralName.dNSName, host))
        .toArray(GeneralName[]::new);
  }

  private static X509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, KeyPair keys, Instant until) {
    return new X509v3CertificateBuilder(
        issuer,
        BigInteger.ONE,
        Date.from(LONG_AGO),
        Date.from(until),
        subject,
        SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
  }

  private static ContentSigner signer(KeyPair keys) throws OperatorCreationException {
    return new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
  }

  private static SSLContext context(KeyPair keys, byte[] der) throws Exception {
    Certificate certificate =
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("x", keys.getPrivate(), new char[0], new Certificate[] {certificate});
    KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
    factory.init(store, new char[0]);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }
}
