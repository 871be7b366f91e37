package io.github.certbot4j.order;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.certbot4j.crypto.KeyPairs;
import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.file.FileMode;
import io.github.certbot4j.spi.Waiter;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers the open order of one lineage in a file below the work directory. The private key
 * itself is kept among the other keys; the file only names it.
 */
public final class FileOrderRecovery implements OrderRecovery {

  private static final Logger LOG = LoggerFactory.getLogger(FileOrderRecovery.class);

  /** Orders live about a week at CAs; one that is older is not worth asking for. */
  private static final Duration LIFETIME = Duration.ofDays(7);

  private static final Set<String> MEMBERS =
      Set.of("account", "names", "key", "order", "key_file", "placed");

  private final Path file;
  private final OrderIdentity identity;
  private final RequestFiles requestFiles;
  private final Waiter clock;
  private final AtomicFiles files = new AtomicFiles();

  /** An order without a key is easily placed again. */
  private final AtomicFiles quickFiles = AtomicFiles.unforced();

  /**
   * Prepares to remember.
   *
   * @param file the record of the lineage's open order
   * @param identity what a remembered order must have been for
   * @param requestFiles where keys and signing requests are kept
   */
  public FileOrderRecovery(
      Path file, OrderIdentity identity, RequestFiles requestFiles, Waiter clock) {
    this.file = file;
    this.identity = identity;
    this.requestFiles = requestFiles;
    this.clock = clock;
  }

  @Override
  public Optional<OpenOrder> find() {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      JsonObject record =
          JsonParser.parseString(Files.readString(file, StandardCharsets.UTF_8)).getAsJsonObject();
      if (!record.keySet().containsAll(MEMBERS)) {
        return Optional.empty();
      }
      Instant placed = Instant.parse(record.get("placed").getAsString());
      boolean stale = placed.plus(LIFETIME).isBefore(clock.now());
      if (stale || !identity.describes(record)) {
        return Optional.empty();
      }
      String keyFile = record.get("key_file").getAsString();
      String keyPem = keyFile.isEmpty() ? "" : usableKey(Path.of(keyFile));
      return Optional.of(new OpenOrder(URI.create(record.get("order").getAsString()), keyPem));
    } catch (IOException | RuntimeException e) {
      // However it is damaged: it must cost no more than an order that is placed again.
      LOG.debug("The record of an open order in {} is of no use", file, e);
      return Optional.empty();
    }
  }

  private static String usableKey(Path file) throws IOException {
    String pem = Files.readString(file);
    KeyPairs.fromPem(pem);
    return pem;
  }

  @Override
  public void placed(URI order) {
    write(order, "", quickFiles);
  }

  @Override
  public void keyed(URI order, String keyPem, String csrPem) {
    Path keyFile = keyPem.isEmpty() ? Path.of("") : requestFiles.keepKey(keyPem);
    requestFiles.keepRequest(csrPem);
    write(order, keyFile.toString(), files);
  }

  @Override
  public void forget() {
    files.delete(file);
  }

  private void write(URI order, String keyFile, AtomicFiles writer) {
    JsonObject record = identity.toJson();
    record.addProperty("order", order.toString());
    record.addProperty("key_file", keyFile);
    record.addProperty("placed", clock.now().toString());
    files.makeDirectories(file.getParent(), FileMode.exactly(0700));
    writer.replace(
        file, record.toString().getBytes(StandardCharsets.UTF_8), FileMode.exactly(0600));
  }

  /** Keeps keys and signing requests for good, under names of their own. */
  public interface RequestFiles {

    /** Stores a private key and returns its file; on return it is safe on disk. */
    Path keepKey(String pem);

    /** Stores a signing request. */
    void keepRequest(String pem);
  }
}
