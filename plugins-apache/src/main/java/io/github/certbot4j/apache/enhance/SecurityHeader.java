package io.github.certbot4j.apache.enhance;

import io.github.certbot4j.apache.config.Statement;
import io.github.certbot4j.apache.edit.ModuleSwitch;
import io.github.certbot4j.apache.edit.Workspace;
import io.github.certbot4j.apache.parse.Section;
import io.github.certbot4j.checkpoint.ChangeKind;
import java.util.List;
import java.util.regex.Pattern;

/** A response header that virtual hosts set. */
public enum SecurityHeader {
  STRICT_TRANSPORT_SECURITY(
      "Strict-Transport-Security", "Strict-Transport-Security \"max-age=31536000\""),
  UPGRADE_INSECURE_REQUESTS(
      "upgrade-insecure-requests", "Content-Security-Policy upgrade-insecure-requests");

  private final Pattern sign;
  private final String setting;

  SecurityHeader(String sign, String setting) {
    this.sign =
        Pattern.compile(
            "(^|[ \";])" + Pattern.quote(sign) + "($|[ \";])", Pattern.CASE_INSENSITIVE);
    this.setting = setting;
  }

  /** The directives of a virtual host that deal with this header. */
  public List<Statement> in(List<Statement> statements) {
    return statements.stream()
        .filter(statement -> statement.is("Header"))
        .filter(
            statement -> statement.arguments().stream().anyMatch(text -> sign.matcher(text).find()))
        .toList();
  }

  /** Adds it to a virtual host; false if that has it. */
  boolean add(Workspace workspace, ModuleSwitch modules, Section section) {
    modules.enable(ChangeKind.PERMANENT, "headers");
    if (!in(workspace.host(section).statements()).isEmpty()) {
      return false;
    }
    workspace.append(section.body(), "Header always set " + setting);
    workspace.note("Added a header (" + setting + ") to " + workspace.host(section).place());
    return true;
  }
}
