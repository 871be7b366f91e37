package io.github.certbot4j.dns.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.ServiceDeclaration;
import io.github.certbot4j.dns.credentials.CredentialKey;
import io.github.certbot4j.dns.credentials.CredentialsForm.Kind;
import io.github.certbot4j.spi.OptionSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page about a service, made from its declaration. */
public final class ServicePage {

  private final ServiceDeclaration service;

  private ServicePage(ServiceDeclaration service) {
    this.service = service;
  }

  /**
   * Fails unless the page of a plugin is what its declaration gives; with {@code -Dregenerate=true}
   * it is written instead. To be called in the plugin's module.
   */
  public static void mustBeUpToDate(DnsPlugin plugin) throws IOException {
    String name = plugin.name().substring("dns-".length());
    Path file = Path.of("../../docs/dns/" + name + ".md");
    String wanted = new ServicePage(plugin.declaration()).markdown();
    if (Boolean.getBoolean("regenerate")) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, wanted);
    }
    assertThat(file)
        .as("generated; to write it anew, run this test with -Dregenerate=true")
        .hasContent(wanted);
  }

  private String markdown() {
    StringBuilder page = new StringBuilder(2000);
    page.append("<!-- Generated from the plugin's declaration; do not edit. -->\n\n");
    page.append("# ").append(service.title()).append("\n\n");
    service.retired().ifPresent(why -> page.append("**").append(why).append("**\n\n"));
    page.append("```\ncertbot certonly --").append(service.plugin());
    if (service.form().kind() == Kind.INI_FILE) {
      page.append(" --").append(service.plugin()).append("-credentials ").append(path());
    }
    page.append(" -d example.com -d '*.example.com'\n```\n\n");
    page.append("## Credentials\n\n").append(service.guide().keys()).append("\n\n");
    if (service.form().kind() == Kind.INI_FILE) {
      appendFile(page);
    }
    page.append("What they must allow: ").append(service.guide().rights()).append("\n\n");
    service.guide().notes().forEach(note -> page.append(note).append("\n\n"));
    appendOptions(page);
    page.append("What holds for all DNS plugins is told in [README.md](README.md).\n");
    return page.toString();
  }

  private String path() {
    return "/etc/letsencrypt/" + service.plugin() + ".ini";
  }

  private void appendFile(StringBuilder page) {
    page.append("Put them into a file that only root can read (`chmod 600`):\n\n```ini\n# ");
    page.append(path()).append('\n');
    for (CredentialKey key : service.form().keys()) {
      page.append(key.use().isRequired() ? "" : "# ").append(name(key)).append(" = ");
      page.append(key.sample()).append('\n');
    }
    page.append("```\n\n| key | | value |\n|---|---|---|\n");
    for (CredentialKey key : service.form().keys()) {
      page.append("| `").append(name(key)).append("` | ");
      page.append(key.use().isRequired() ? "required" : "").append(" | ");
      page.append(key.meaning()).append(" |\n");
    }
    page.append('\n');
  }

  private String name(CredentialKey key) {
    return service.plugin().replace('-', '_') + "_" + key.name();
  }

  private void appendOptions(StringBuilder page) {
    page.append("## Options\n\n| option | default | |\n|---|---|---|\n");
    for (OptionSpec<?> option : service.options()) {
      page.append("| `").append(option.names().get(0)).append(' ').append(option.metavar());
      page.append("` | ").append(option.defaultValue().map(Object::toString).orElse(""));
      page.append(" | ").append(option.description()).append(" |\n");
    }
    page.append("\nRecords get a time to live of ").append(service.ttl()).append(" seconds.\n\n");
  }
}
