package io.github.certbot4j.apache.edit;

import io.github.certbot4j.apache.parse.ConfigDocument;
import io.github.certbot4j.apache.parse.Node;
import io.github.certbot4j.apache.parse.Section;
import io.github.certbot4j.apache.vhost.Address;
import io.github.certbot4j.apache.vhost.VirtualHost;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a copy of a virtual host for HTTPS, in a file beside its own. */
public final class SslCopy {

  private static final Logger LOG = LoggerFactory.getLogger(SslCopy.class);

  private static final String HTTPS_PORT = "443";
  private static final String CONF = ".conf";

  private final Workspace workspace;

  public SslCopy(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Makes the copy; its file is new, or gets the copy at its end.
   *
   * @return where the copy is written
   */
  public Section of(VirtualHost source) {
    Path file = fileFor(source.file());
    String text = textOf(source);
    if (Files.exists(file)) {
      workspace.document(file).top().append(text.getBytes(StandardCharsets.ISO_8859_1));
      workspace.note("Added a copy for HTTPS of the virtual host at " + source.place());
      workspace.consider(file);
    } else {
      String lineEnd = source.section().siblings().document().lineEnd();
      String content = (text + "\n").replace("\n", lineEnd);
      workspace.create(file, content.getBytes(StandardCharsets.ISO_8859_1));
    }
    LOG.info("Made a copy of the virtual host at {} for HTTPS in {}.", source.place(), file);
    return lastHostIn(workspace.document(file));
  }

  private Path fileFor(Path source) {
    Path root = workspace.setup().layout().vhostRoot();
    boolean elsewhere = workspace.setup().vhostRootGiven() && Files.isDirectory(root);
    String name = source.getFileName().toString();
    String base = name.endsWith(CONF) ? name.substring(0, name.length() - CONF.length()) : name;
    return (elsewhere ? root : source.getParent())
        .resolve(base + workspace.setup().sslFileEnding());
  }

  /** The bytes of the copy, each as a character, with LF at the ends of lines. */
  private static String textOf(VirtualHost source) {
    List<String> addresses =
        source.addresses().stream()
            .map(address -> address.withPort(HTTPS_PORT))
            .map(Address::toString)
            .distinct()
            .toList();
    Section section = source.section();
    String body = siftedBody(source);
    return "<IfModule mod_ssl.c>\n<"
        + section.name()
        + " "
        + String.join(" ", addresses)
        + ">\n"
        + body
        + "\n</"
        + section.name()
        + ">\n</IfModule>";
  }

  private static String siftedBody(VirtualHost source) {
    ConfigDocument copy = ConfigDocument.parse(source.file(), source.section().bodyBytes());
    RewriteSifter sifter = new RewriteSifter();
    sifter.sift(copy.top());
    if (sifter.hasSifted()) {
      LOG.warn(
          "Rewrite rules of the virtual host at {} that lead to HTTPS are commented out in its copy"
              + " for HTTPS.",
          source.place());
    }
    return new String(copy.bytes(), StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
  }

  private static Section lastHostIn(ConfigDocument document) {
    List<Node> top = document.top().nodes();
    Section condition = (Section) top.get(top.size() - 1);
    return (Section) condition.body().nodes().get(0);
  }
}
