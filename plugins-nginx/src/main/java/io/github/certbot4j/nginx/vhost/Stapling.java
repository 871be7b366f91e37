package io.github.certbot4j.nginx.vhost;

import java.nio.file.Path;

/** Has server blocks hand out OCSP answers. */
public final class Stapling {

  /**
   * Turns it on in a block.
   *
   * @param chain the CA's certificates
   * @return false if it is on already
   * @throws io.github.certbot4j.model.FailureException if the block has other settings for it
   */
  public boolean add(ServerBlock block, Path chain) {
    Additions additions = new Additions(block);
    boolean added = additions.append("ssl_trusted_certificate " + TlsSetup.word(chain) + ";");
    added |= additions.append("ssl_stapling on;");
    added |= additions.append("ssl_stapling_verify on;");
    return added;
  }
}
