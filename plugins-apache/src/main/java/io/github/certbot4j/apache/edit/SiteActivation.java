package io.github.certbot4j.apache.edit;

import io.github.certbot4j.apache.parse.Words;
import io.github.certbot4j.checkpoint.ChangeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the server read a file with virtual hosts. */
public final class SiteActivation {

  private static final Logger LOG = LoggerFactory.getLogger(SiteActivation.class);

  private final Workspace workspace;

  public SiteActivation(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Enables a file for good, unless the server reads it. */
  public void enable(Path file) {
    if (isRead(file)) {
      return;
    }
    Path links = workspace.setup().enabledSites();
    if (workspace.setup().handlesSites() && Files.isDirectory(links)) {
      link(links.resolve(file.getFileName()), file);
    }
    if (!isRead(file)) {
      include(file);
    }
  }

  /** Has the server read a file through its first one, unless it reads it. */
  public void include(Path file) {
    if (!isRead(file)) {
      workspace.append(workspace.root().top(), "Include " + Words.quoted(file.toString()));
      workspace.note("Added an Include of " + file);
    }
  }

  private boolean isRead(Path file) {
    return workspace.configuration().enabled().contains(workspace.document(file).file());
  }

  private void link(Path link, Path file) {
    if (!leadsTo(link, file)) {
      workspace.writer().link(ChangeKind.PERMANENT, link, file);
      LOG.info("Enabled the site {}.", file);
    }
    workspace.edited();
  }

  private static boolean leadsTo(Path link, Path file) {
    try {
      return Files.isSymbolicLink(link) && link.toRealPath().equals(file.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }
}
