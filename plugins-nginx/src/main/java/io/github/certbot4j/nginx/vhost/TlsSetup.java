package io.github.certbot4j.nginx.vhost;

import io.github.certbot4j.nginx.load.ConfigFile;
import io.github.certbot4j.nginx.load.ConfigTree;
import io.github.certbot4j.nginx.parse.ByteText;
import io.github.certbot4j.nginx.parse.Parser;
import io.github.certbot4j.nginx.parse.Word;
import io.github.certbot4j.spi.DeployPaths;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has server blocks speak TLS with a certificate. */
public final class TlsSetup {

  private static final Logger LOG = LoggerFactory.getLogger(TlsSetup.class);

  private final ConfigTree tree;
  private final TlsFiles files;
  private final int httpsPort;
  private final CertificateKinds kinds;

  /**
   * What all blocks get besides their certificate.
   *
   * @param options the file with protocols and ciphers
   * @param dhParameters the file with the group for Diffie-Hellman
   */
  public record TlsFiles(Path options, Path dhParameters) {}

  /**
   * A setup for one port.
   *
   * @param httpsPort where blocks that have no TLS yet are made to listen
   */
  public TlsSetup(ConfigTree tree, TlsFiles files, int httpsPort) {
    this.tree = tree;
    this.files = files;
    this.httpsPort = httpsPort;
    this.kinds = new CertificateKinds();
  }

  /**
   * Has a block use a certificate. A block without TLS is made to listen for it.
   *
   * @param paths with a full chain
   * @param servers as they are now
   */
  public void use(ServerBlock block, DeployPaths paths, Servers servers) {
    boolean secure = servers.isSecure(block);
    if (!secure) {
      listen(block, servers);
    }
    certificate(block, paths);
    if (!secure) {
      options(block);
    }
  }

  private void certificate(ServerBlock block, DeployPaths paths) {
    for (ConfigFile other : block.includedFilesWith("ssl_certificate")) {
      LOG.warn(
          "{} includes a certificate from {} too. Take it out unless both are wanted.",
          block,
          other);
    }
    Path chain = paths.fullchain().orElseThrow();
    int which = kinds.pairToReplace(block, chain);
    Additions additions = new Additions(block);
    additions.set(block.own("ssl_certificate"), which, "ssl_certificate " + word(chain) + ";");
    additions.set(
        block.own("ssl_certificate_key"),
        which,
        "ssl_certificate_key " + word(paths.privkey()) + ";");
  }

  private void options(ServerBlock block) {
    Additions additions = new Additions(block);
    String include = "include " + word(files.options()) + ";";
    ConfigFile included = tree.included(Parser.statement(include)).get(0);
    additions.appendInclude(include, included);
    additions.append("ssl_dhparam " + word(files.dhParameters()) + ";");
  }

  private void listen(ServerBlock block, Servers servers) {
    Additions additions = new Additions(block);
    List<Listen> declared = block.declaredListens();
    if (declared.isEmpty()) {
      additions.append("listen 80;");
    }
    boolean ipv6 = declared.stream().anyMatch(Listen::isIpv6);
    if (ipv6) {
      additions.append("listen [::]:" + httpsPort + " ssl" + ipv6Only(servers) + ";");
    }
    boolean ipv4 = !ipv6 || declared.stream().anyMatch(l -> takesIpv4(l, servers));
    if (ipv4 && !(ipv6 && ipv6TakesBoth(servers))) {
      additions.append("listen " + httpsPort + " ssl;");
    }
  }

  private static boolean takesIpv4(Listen listen, Servers servers) {
    return listen.isIpv6()
        ? DualStack.takesIpv4(servers.allListens(), listen.firstPort())
        : !listen.isLocal();
  }

  /** Only one directive for an address and port may set something of the socket. */
  private String ipv6Only(Servers servers) {
    boolean taken =
        servers.allListens().stream()
            .anyMatch(
                l -> l.isAllIpv6Addresses() && l.coversPort(httpsPort) && l.setsSocketOptions());
    return taken ? "" : " ipv6only=on";
  }

  private boolean ipv6TakesBoth(Servers servers) {
    return DualStack.takesIpv4(servers.allListens(), httpsPort);
  }

  static String word(Path path) {
    return Word.written(ByteText.encoded(path.toString()));
  }
}
