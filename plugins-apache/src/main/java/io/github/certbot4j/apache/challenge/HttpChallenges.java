package io.github.certbot4j.apache.challenge;

import io.github.certbot4j.apache.edit.ListenPorts;
import io.github.certbot4j.apache.edit.ModuleSwitch;
import io.github.certbot4j.apache.edit.SiteActivation;
import io.github.certbot4j.apache.edit.Workspace;
import io.github.certbot4j.apache.parse.Words;
import io.github.certbot4j.apache.vhost.VirtualHost;
import io.github.certbot4j.checkpoint.ChangeKind;
import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.file.FileMode;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.spi.Challenge;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Configuration that lives as long as a challenge: it shows the CA files with the responses. */
public final class HttpChallenges {

  private static final String BEFORE = "le_http_01_challenge_pre.conf";
  private static final String AFTER = "le_http_01_challenge_post.conf";

  private final Workspace workspace;
  private final ModuleSwitch modules;
  private final Path directory;

  /**
   * Challenges of one run.
   *
   * @param workDirectory the program's work directory, below which the responses are
   */
  public HttpChallenges(Workspace workspace, ModuleSwitch modules, Path workDirectory) {
    this.workspace = workspace;
    this.modules = modules;
    this.directory = workDirectory.resolve("http_challenges");
  }

  /**
   * Writes responses and configuration; the server must be reloaded then. All of it is taken back
   * with the temporary changes.
   *
   * @param port where the CA's requests arrive
   */
  public void publish(List<Challenge> challenges, String port) {
    Set<DomainName> domains = new LinkedHashSet<>();
    challenges.forEach(challenge -> domains.add(challenge.domain()));
    Set<VirtualHost> hosts = new ChallengeHosts(workspace.hosts(), port).of(domains);
    modules.enable(ChangeKind.TEMPORARY, "rewrite", "authz_core");
    new ListenPorts(workspace).ensureHttp(port);
    Path location = workspace.setup().layout().challengeLocation();
    for (VirtualHost host : hosts) {
      host.body().prepend("Include " + Words.quoted(location.resolve(BEFORE).toString()));
      host.body().append("Include " + Words.quoted(location.resolve(AFTER).toString()));
      workspace.edited();
      new SiteActivation(workspace).include(host.file());
    }
    write(challenges, location);
  }

  private void write(List<Challenge> challenges, Path location) {
    new AtomicFiles().makeDirectories(directory, FileMode.OPEN_DIRECTORY);
    Map<Path, byte[]> files = new LinkedHashMap<>();
    for (Challenge challenge : challenges) {
      files.put(
          directory.resolve(challenge.token()),
          challenge.validation().getBytes(StandardCharsets.US_ASCII));
    }
    files.put(location.resolve(BEFORE), before().getBytes(StandardCharsets.UTF_8));
    files.put(location.resolve(AFTER), after().getBytes(StandardCharsets.UTF_8));
    workspace.writer().write(ChangeKind.TEMPORARY, files, "");
    workspace.write(ChangeKind.TEMPORARY);
  }

  private String before() {
    String target = directory.toString().replaceAll("[\\\\$%]", "\\\\$0");
    return "RewriteEngine on\n"
        + "RewriteRule ^/\\.well-known/acme-challenge/([A-Za-z0-9-_=]+)$ "
        + (target.indexOf(' ') < 0 ? target + "/$1" : "\"" + target + "/$1\"")
        + " [END]\n";
  }

  private String after() {
    return "<Directory "
        + Words.quoted(directory.toString())
        + ">\n    Require all granted\n</Directory>\n"
        + "<Location /.well-known/acme-challenge>\n    Require all granted\n</Location>\n";
  }
}
