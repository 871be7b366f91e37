package io.github.certbot4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;

/** A lineage on disk as a web server would use it. */
public record Lineage(Path config, String name) {
  private static final List<String> KINDS = List.of("cert", "privkey", "chain", "fullchain");

  public Path live(String kind) {
    return config.resolve("live").resolve(name).resolve(kind + ".pem");
  }

  public Path archive() {
    return config.resolve("archive").resolve(name);
  }

  public Path archived(String kind, int version) {
    return archive().resolve(kind + version + ".pem");
  }

  public boolean exists() {
    return Files.exists(config.resolve("renewal").resolve(name + ".conf"));
  }

  /** The version that the four links agree on. */
  public int version() {
    List<Integer> versions = KINDS.stream().map(this::version).distinct().toList();
    assertThat(versions).as("versions of the links of %s", name).hasSize(1);
    return versions.get(0);
  }

  private int version(String kind) {
    try {
      String target = Files.readSymbolicLink(live(kind)).getFileName().toString();
      return Integer.parseInt(target.substring(kind.length(), target.indexOf('.')));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public X509Certificate certificate() throws GeneralSecurityException {
    return PemFile.certificates(live("cert")).get(0);
  }

  public String serial() throws GeneralSecurityException {
    return certificate().getSerialNumber().toString(16);
  }

  public List<X509Certificate> chain() throws GeneralSecurityException {
    return PemFile.certificates(live("chain"));
  }

  public List<String> names() throws GeneralSecurityException {
    return certificate().getSubjectAlternativeNames().stream()
        .map(entry -> (String) entry.get(1))
        .toList();
  }

  /** Every link resolves, and the four files belong together. */
  public Lineage isWhole() throws GeneralSecurityException, IOException {
    for (String kind : KINDS) {
      assertThat(live(kind)).isSymbolicLink().exists();
      assertThat(live(kind).toRealPath().getParent()).isEqualTo(archive().toRealPath());
    }
    assertThat(version()).isPositive();
    assertThat(FileTree.read(live("fullchain")))
        .isEqualTo(FileTree.read(live("cert")) + FileTree.read(live("chain")));
    certificate().verify(chain().get(0).getPublicKey());
    assertThat(keyMatches()).as("key and certificate of %s match", name).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(live("privkey"))))
        .startsWith("rw-")
        .endsWith("---");
    return this;
  }

  private boolean keyMatches() throws GeneralSecurityException {
    String algorithm = certificate().getPublicKey().getAlgorithm();
    PrivateKey key = PemFile.privateKey(live("privkey"), algorithm);
    String scheme = algorithm.equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    Signature signer = Signature.getInstance(scheme);
    signer.initSign(key);
    signer.update(text);
    byte[] signature = signer.sign();
    Signature verifier = Signature.getInstance(scheme);
    verifier.initVerify(certificate().getPublicKey());
    verifier.update(text);
    return verifier.verify(signature);
  }
}
