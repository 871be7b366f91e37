package io.github.certbot4j.nginx.vhost;

import io.github.certbot4j.nginx.edit.BlockEditor;
import io.github.certbot4j.nginx.parse.Statement;
import io.github.certbot4j.nginx.vhost.Servers.Place;
import io.github.certbot4j.spi.Challenge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Has the server answer http-01 challenges (RFC 8555 section 8.3). */
public final class ChallengeEdits {

  private static final String BUCKET_SIZE = "server_names_hash_bucket_size";

  /** Enough for all but the longest names. */
  private static final int BUCKET = 128;

  /** What nginx needs in a bucket besides the name, rounded up. */
  private static final int BUCKET_OVERHEAD = 32;

  private final Servers servers;
  private final DefaultCopy defaultCopy;
  private final Ports ports;

  /** Blocks that hand the request on to the location, whatever else they rewrite. */
  private final Set<ServerBlock> opened = new LinkedHashSet<>();

  /**
   * The ports that a CA comes to.
   *
   * @param http the one it begins with
   * @param https the one that it may be redirected to
   */
  public record Ports(int http, int https) {}

  /**
   * Edits for one round of challenges.
   *
   * @param servers as they are before
   */
  public ChallengeEdits(Servers servers, DefaultCopy defaultCopy, Ports ports) {
    this.servers = servers;
    this.defaultCopy = defaultCopy;
    this.ports = ports;
  }

  /**
   * Changes the configuration for all challenges.
   *
   * @param file will be included in it
   * @param nowhere a directory that doesn't exist
   * @return what has to be written into the file, maybe nothing
   * @throws io.github.certbot4j.model.FailureException if there is no http block
   */
  public String apply(List<Challenge> challenges, Path file, Path nowhere) {
    Place http =
        servers
            .firstHttp()
            .orElseThrow(
                () ->
                    Trouble.of(
                        "nginx's configuration has no http block, so it can't answer challenges.",
                        "Add one, or choose another authenticator."));
    StringBuilder blocks = new StringBuilder();
    boolean ipv6 = servers.allListens().stream().anyMatch(Listen::isIpv6);
    for (Challenge challenge : challenges) {
      List<ServerBlock> plain = answering(challenge);
      if (plain.isEmpty()) {
        blocks.append(blockOfItsOwn(challenge, ipv6, nowhere)).append('\n');
      }
    }
    include(http, file, bucketSize(challenges));
    return blocks.toString();
  }

  /** Has all blocks for the name answer; the result are those that do so by plain HTTP. */
  private List<ServerBlock> answering(Challenge challenge) {
    String name = challenge.domain().ascii();
    List<ServerBlock> plain = new ArrayList<>();
    List<ServerBlock> secure = new ArrayList<>();
    for (ServerBlock block : BlockChoice.allMatching(name, servers.all())) {
      if (servers.isPlainOn(block, ports.http())) {
        plain.add(block);
      } else if (servers.isSecureOn(block, ports.https())) {
        secure.add(block);
      }
    }
    if (plain.isEmpty()) {
      Optional<ServerBlock> copy = defaultCopy.forName(name, ports.http(), false, servers);
      copy.filter(block -> servers.isPlainOn(block, ports.http())).ifPresent(plain::add);
    }
    plain.forEach(block -> answer(block, challenge));
    secure.forEach(block -> answer(block, challenge));
    return plain;
  }

  private void answer(ServerBlock block, Challenge challenge) {
    BlockEditor editor = block.file().editor();
    if (opened.add(block)) {
      editor.prepend(block.body(), "rewrite ^(" + Challenge.HTTP_PATH + ".*) $1 break;");
    }
    editor.append(block.body(), location(challenge));
  }

  private static String location(Challenge challenge) {
    return "location = "
        + Challenge.HTTP_PATH
        + challenge.token()
        + "{default_type text/plain;return 200 "
        + challenge.validation()
        + ";}";
  }

  private String blockOfItsOwn(Challenge challenge, boolean ipv6, Path nowhere) {
    boolean ipv4 = !ipv6 || !DualStack.takesIpv4(servers.allListens(), ports.http());
    return "server{"
        + (ipv4 ? "listen " + ports.http() + ";" : "")
        + (ipv6 ? "listen [::]:" + ports.http() + ";" : "")
        + "server_name "
        + challenge.domain().ascii()
        + ";root "
        + TlsSetup.word(nowhere)
        + ";"
        + location(challenge)
        + "}";
  }

  private static int bucketSize(List<Challenge> challenges) {
    int size = BUCKET;
    for (Challenge challenge : challenges) {
      while (challenge.domain().ascii().length() + BUCKET_OVERHEAD > size) {
        size *= 2;
      }
    }
    return size;
  }

  private void include(Place http, Path file, int bucketSize) {
    boolean sizeIsSet = enlargeBuckets(bucketSize);
    BlockEditor editor = http.file().editor();
    if (!sizeIsSet) {
      editor.prependUnmarked(http.body(), BUCKET_SIZE + " " + bucketSize + ";");
    }
    editor.prependUnmarked(http.body(), "include " + TlsSetup.word(file) + ";");
  }

  /** Sees to it that a size that is set is large enough; whether there is one. */
  private boolean enlargeBuckets(int bucketSize) {
    boolean found = false;
    for (Place place : servers.httpPlaces()) {
      for (Statement each : place.body().statements()) {
        if (each.isSimple(BUCKET_SIZE)) {
          found = true;
          if (isSmaller(each, bucketSize)) {
            place
                .file()
                .editor()
                .replaceUnmarked(place.body(), each, BUCKET_SIZE + " " + bucketSize + ";");
          }
        }
      }
    }
    return found;
  }

  private static boolean isSmaller(Statement size, int bucketSize) {
    String value = String.join("", size.arguments());
    return value.matches("[0-9]{1,6}") && Integer.parseInt(value) < bucketSize;
  }
}
