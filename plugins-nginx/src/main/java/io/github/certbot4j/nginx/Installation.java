package io.github.certbot4j.nginx;

import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.nginx.parse.ByteText;
import io.github.certbot4j.nginx.parse.Word;
import io.github.certbot4j.nginx.vhost.Headers;
import io.github.certbot4j.nginx.vhost.Headers.Header;
import io.github.certbot4j.nginx.vhost.Listen;
import io.github.certbot4j.nginx.vhost.Redirects;
import io.github.certbot4j.nginx.vhost.ServerBlock;
import io.github.certbot4j.nginx.vhost.Stapling;
import io.github.certbot4j.nginx.vhost.TlsSetup;
import io.github.certbot4j.nginx.vhost.TlsSetup.TlsFiles;
import io.github.certbot4j.spi.DeployPaths;
import io.github.certbot4j.spi.Enhancement;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Certificates and enhancements in the server blocks of a workspace. */
final class Installation {

  private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

  private final Workspace workspace;
  private final TlsFiles files;
  private final NginxVersion version;
  private final int httpsPort;

  Installation(Workspace workspace, TlsFiles files, NginxVersion version, int httpsPort) {
    this.workspace = workspace;
    this.files = files;
    this.version = version;
    this.httpsPort = httpsPort;
  }

  /** Has the blocks for a name use a certificate; a name without block gets one. */
  void deploy(DomainName domain, DeployPaths paths) {
    requireFullChain(paths);
    List<ServerBlock> blocks = workspace.choice().forTls(domain, workspace.servers());
    if (blocks.isEmpty()) {
      blocks = List.of(copyOfDefault(domain));
    }
    for (ServerBlock block : blocks) {
      use(block, paths);
      LOG.info("The certificate for {} goes into {}", domain, block.file());
    }
  }

  private ServerBlock copyOfDefault(DomainName domain) {
    if (domain.isWildcard()) {
      throw noBlock(domain);
    }
    return workspace
        .defaultCopy()
        .forName(domain.ascii(), httpsPort, true, workspace.servers())
        .orElseThrow(() -> noBlock(domain));
  }

  private static FailureException noBlock(DomainName domain) {
    return trouble(
        "There is no server block for " + domain + ", and no single default server to copy.",
        "Add 'server_name " + domain + ";' to the server block that is meant, and try again.");
  }

  private void use(ServerBlock block, DeployPaths paths) {
    TlsSetup setup = new TlsSetup(workspace.tree(), files, httpsPort);
    setup.use(block, paths, workspace.servers());
    String addresses =
        block.listens().stream().map(Listen::toString).collect(Collectors.joining(", "));
    workspace.note("Certificate for the server block in " + block.file() + " at " + addresses);
    workspace.note("\tssl_certificate " + paths.fullchain().orElseThrow());
    workspace.note("\tssl_certificate_key " + paths.privkey());
  }

  /** Adds an enhancement to the blocks for a name; false if all have it. */
  boolean enhance(DomainName domain, Enhancement enhancement, DeployPaths paths) {
    if (enhancement == Enhancement.REDIRECT) {
      return redirect(domain);
    }
    requireFullChain(paths);
    List<ServerBlock> blocks = workspace.choice().forTls(domain, workspace.servers());
    if (blocks.isEmpty()) {
      throw noBlock(domain);
    }
    boolean added = false;
    for (ServerBlock block : blocks) {
      if (!workspace.servers().isSecure(block)) {
        use(block, paths);
      }
      boolean addedNow = enhance(block, enhancement, paths);
      added |= addedNow || workspace.isAddedForAnother(enhancement, block, domain);
      if (addedNow) {
        workspace.noteAdded(enhancement, block, domain);
      }
    }
    return added;
  }

  private boolean enhance(ServerBlock block, Enhancement enhancement, DeployPaths paths) {
    return switch (enhancement) {
      case HSTS -> header(block, Header.STRICT_TRANSPORT_SECURITY);
      case UPGRADE_INSECURE_REQUESTS -> header(block, Header.UPGRADE_INSECURE_REQUESTS);
      case OCSP_STAPLING -> staple(block, paths);
      case REDIRECT -> throw new IllegalArgumentException("not of a TLS block");
    };
  }

  private boolean header(ServerBlock block, Header header) {
    return new Headers(workspace.tree(), workspace.servers(), optionsInclude()).add(block, header);
  }

  private boolean staple(ServerBlock block, DeployPaths paths) {
    if (!version.canStaple()) {
      throw trouble(version + " knows no OCSP stapling.", "It needs nginx 1.3.7 or later.");
    }
    Path chain =
        paths
            .chain()
            .orElseThrow(
                () ->
                    trouble(
                        "OCSP stapling needs the certificates of the CA.",
                        "Give them with --chain-path."));
    return new Stapling().add(block, chain);
  }

  private boolean redirect(DomainName domain) {
    List<ServerBlock> blocks = workspace.choice().forRedirect(domain, workspace.servers());
    if (blocks.isEmpty()) {
      LOG.info("nginx serves nothing for {} on port 80, so there is nothing to redirect.", domain);
      return true;
    }
    boolean added = false;
    for (ServerBlock block : blocks) {
      added |= new Redirects(workspace.servers(), optionsInclude()).add(block, domain);
    }
    return added;
  }

  private String optionsInclude() {
    return "include " + Word.written(ByteText.encoded(files.options().toString())) + ";";
  }

  private static void requireFullChain(DeployPaths paths) {
    if (paths.fullchain().isEmpty()) {
      throw trouble(
          "nginx needs the certificate together with those of the CA in one file.",
          "Name it with --fullchain-path.");
    }
  }

  private static FailureException trouble(String what, String advice) {
    return new FailureException(new Failure.PluginTrouble("nginx", what, advice));
  }
}
