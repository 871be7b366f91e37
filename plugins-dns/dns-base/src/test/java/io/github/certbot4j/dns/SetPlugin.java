package io.github.certbot4j.dns;

import io.github.certbot4j.dns.credentials.CredentialKey;
import io.github.certbot4j.dns.credentials.CredentialKey.Use;
import io.github.certbot4j.dns.credentials.CredentialsForm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A plugin whose service keeps one set of values for a name and takes whatever it is told to keep
 * there: the later of two writers wins, and nobody notices.
 */
final class SetPlugin extends DnsPlugin {

  static final ServiceDeclaration DECLARATION = described().build();

  private final Map<String, List<String>> sets = new ConcurrentHashMap<>();
  private final List<String> journal = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger looksUntilSync = new AtomicInteger();
  private volatile Consumer<String> beforeWrite = token -> {};

  SetPlugin() {
    this(DECLARATION);
  }

  SetPlugin(ServiceDeclaration declaration) {
    super(declaration);
  }

  static ServiceDeclaration.Builder described() {
    return ServiceDeclaration.of(
            "set",
            "Set",
            CredentialsForm.ini(
                "Set credentials file", new CredentialKey("token", Use.SECRET, "a token", "abc")))
        .waitSeconds(40);
  }

  /** Lets something happen between a look and the write that follows from it, given the token. */
  SetPlugin beforeWrite(Consumer<String> action) {
    beforeWrite = action;
    return this;
  }

  /** Has the service say so many times that it isn't done. */
  SetPlugin inSyncAfter(int looks) {
    looksUntilSync.set(looks);
    return this;
  }

  List<String> txt(String name) {
    return sets.getOrDefault(name, List.of());
  }

  /** Which token looked at a name and wrote to it. */
  List<String> journal() {
    return List.copyOf(journal);
  }

  @Override
  protected DnsService open(ServiceContext context) {
    return new SetService(context.credentials().get("token"));
  }

  private record Values(String name, List<String> values) implements RecordSet {}

  private final class SetService implements RecordSetService<Values> {

    private final String token;

    SetService(String token) {
      this.token = token;
    }

    @Override
    public ZoneLookup zones() {
      return ZoneLookup.fromList(() -> List.of(new Zone("example.com", "1")));
    }

    @Override
    public Values read(Zone zone, String name) {
      journal.add(token + " reads");
      return new Values(name, txt(name));
    }

    @Override
    public void write(Zone zone, Values before, ValueChange change) {
      beforeWrite.accept(token);
      journal.add(token + " writes");
      sets.put(before.name(), change.after(before));
    }

    @Override
    public boolean isInSync() {
      return looksUntilSync.getAndDecrement() <= 0;
    }
  }
}
