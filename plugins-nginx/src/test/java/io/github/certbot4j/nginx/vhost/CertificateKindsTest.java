package io.github.certbot4j.nginx.vhost;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.nginx.load.ConfigTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CertificateKindsTest {

  @TempDir private Path directory;

  private int pair(String first, String second, String wanted) throws IOException {
    for (String name : new String[] {"rsa", "ec"}) {
      byte[] pem = CertificateKindsTest.class.getResourceAsStream(name + ".pem").readAllBytes();
      Files.write(directory.resolve(name), pem);
      Files.write(directory.resolve(name + "2"), pem);
    }
    Files.writeString(
        directory.resolve("nginx.conf"),
        "http { server { ssl_certificate " + first + "; ssl_certificate " + second + "; } }");
    ServerBlock block = new Servers(ConfigTree.of(directory)).all().get(0);
    return new CertificateKinds().pairToReplace(block, directory.resolve(wanted));
  }

  @Test
  void the_certificate_with_the_same_kind_of_key_is_replaced() throws IOException {
    assertThat(pair(directory + "/rsa", directory + "/ec", "ec2")).isEqualTo(1);
    assertThat(pair(directory + "/rsa", directory + "/ec", "rsa2")).isZero();
    assertThat(pair(directory + "/ec", directory + "/rsa", "rsa2")).isEqualTo(1);
  }

  @Test
  void where_files_can_not_be_read_the_first_is_replaced() throws IOException {
    assertThat(pair("/nonexistent", "/$x", "ec2")).isZero();
    assertThat(pair("/nonexistent", directory + "/ec", "missing")).isZero();
    assertThat(pair("relative", directory + "/ec", "ec2")).isEqualTo(1);
  }

  @Test
  void the_same_file_goes_before_the_same_kind() throws IOException {
    assertThat(pair(directory + "/ec", directory + "/ec2", "ec2")).isEqualTo(1);
  }
}
