package io.github.certbot4j.it.webserver;

import io.github.certbot4j.it.Certbot;
import io.github.certbot4j.it.ProgramRun;
import java.util.List;

/** Command lines of one certbot that works on one web server. */
public final class SiteCommands {
  private final Certbot certbot;
  private final String plugin;
  private final List<String> options;

  /**
   * For a server.
   *
   * @param plugin the name of its plugin
   * @param options where the plugin finds it
   */
  public SiteCommands(Certbot certbot, String plugin, List<String> options) {
    this.certbot = certbot;
    this.plugin = plugin;
    this.options = options;
  }

  /** Obtains and installs a certificate for names, with the redirect that goes without saying. */
  public ProgramRun run(String... names) {
    return issuing(certbot.withCa("run"), names).with("--" + plugin);
  }

  /** Obtains a certificate by the server and installs nothing. */
  public ProgramRun certonly(String... names) {
    return issuing(certbot.withCa("certonly"), names).with("--" + plugin);
  }

  /** As {@link #run}, but questions may be asked. */
  public ProgramRun asking(String... arguments) {
    return at(certbot.plain(arguments)).with("--" + plugin);
  }

  /** A verb that only installs or changes what is installed. */
  public ProgramRun verb(String verb, String... arguments) {
    return at(certbot.run(verb)).with("-i", plugin).with(arguments);
  }

  public ProgramRun rollback(int checkpoints) {
    return verb("rollback", "--checkpoints", Integer.toString(checkpoints));
  }

  /** Renews with what was stored. */
  public ProgramRun renew(String... arguments) {
    return certbot.renew(arguments);
  }

  public Certbot certbot() {
    return certbot;
  }

  private ProgramRun issuing(ProgramRun run, String... names) {
    at(run).with("--agree-tos", "-m", "admin@example.test", "--no-eff-email");
    for (String name : names) {
      run.with("-d", name);
    }
    return run;
  }

  private ProgramRun at(ProgramRun run) {
    return run.with(options.toArray(String[]::new));
  }
}
