package io.github.certbot4j.it;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for localhost that a test server shows, signed by itself. */
record TlsIdentity(Path certificate, Path key, SSLContext clientContext) {
  private static final char[] PASSWORD = "changeit".toCharArray();

  static TlsIdentity create(Path directory) throws IOException, GeneralSecurityException {
    Path store = directory.resolve("tls.p12");
    makeKeyPair(store);
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    Path certificate = directory.resolve("tls-cert.pem");
    Path key = directory.resolve("tls-key.pem");
    Files.writeString(certificate, pem("CERTIFICATE", keys.getCertificate("tls").getEncoded()));
    Files.writeString(key, pem("PRIVATE KEY", keys.getKey("tls", PASSWORD).getEncoded()));
    return new TlsIdentity(certificate, key, trusting(keys));
  }

  private static SSLContext trusting(KeyStore keys) throws IOException, GeneralSecurityException {
    KeyStore anchors = KeyStore.getInstance("PKCS12");
    anchors.load(null, PASSWORD);
    anchors.setCertificateEntry("ca", keys.getCertificate("tls"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(anchors);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static void makeKeyPair(Path store) throws IOException {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "tls",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-validity",
                "30",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Patience.until("keytool ends", () -> !process.isAlive());
    if (process.exitValue() != 0) {
      throw new AssertionError("keytool ended with " + process.exitValue());
    }
  }

  private static String pem(String label, byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }
}
