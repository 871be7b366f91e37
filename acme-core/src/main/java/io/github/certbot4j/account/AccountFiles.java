package io.github.certbot4j.account;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.certbot4j.crypto.AccountKeys;
import io.github.certbot4j.crypto.CryptoException;
import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.file.FileMode;
import io.github.certbot4j.model.AcmeServer;
import io.github.certbot4j.model.FailureException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The three files of an account. */
final class AccountFiles {

  private static final String META = "meta.json";
  private static final String REGISTRATION = "regr.json";
  private static final String KEY = "private_key.json";

  private static final FileMode KEY_MODE = FileMode.exactly(0400);

  private final AtomicFiles files;

  AccountFiles(AtomicFiles files) {
    this.files = files;
  }

  /** Whether a directory has all three; one with fewer is none of an account. */
  static boolean present(Path directory) {
    return Files.exists(directory.resolve(META))
        && Files.exists(directory.resolve(REGISTRATION))
        && Files.exists(directory.resolve(KEY));
  }

  /**
   * Reads an account.
   *
   * @throws FailureException naming the file that can't be read or is malformed
   */
  static Account read(AcmeServer server, Path directory) {
    JsonFile meta = JsonFile.read(directory.resolve(META));
    return new Account(
        server,
        keys(JsonFile.read(directory.resolve(KEY))),
        location(JsonFile.read(directory.resolve(REGISTRATION))),
        created(meta),
        meta.text("creation_host"),
        meta.find("register_to_eff"));
  }

  private static KeyPair keys(JsonFile file) {
    Map<String, String> members = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> member : file.content().entrySet()) {
      if (member.getValue().isJsonPrimitive()) {
        members.put(member.getKey(), member.getValue().getAsString());
      }
    }
    try {
      return AccountKeys.fromJwk(members);
    } catch (CryptoException e) {
      throw file.damaged(e.getMessage(), e);
    }
  }

  private static URI location(JsonFile file) {
    try {
      return new URI(file.text("uri"));
    } catch (URISyntaxException e) {
      throw file.damaged("Its member 'uri' is not a URL.", e);
    }
  }

  private static Instant created(JsonFile file) {
    try {
      return Instant.parse(file.text("creation_dt"));
    } catch (DateTimeParseException e) {
      throw file.damaged("Its member 'creation_dt' is not a time.", e);
    }
  }

  /** Writes all three files into a directory that has none yet. */
  void create(Account account, Path directory) {
    JsonObject key = new JsonObject();
    AccountKeys.toJwk(account.keys()).forEach(key::addProperty);
    files.replace(directory.resolve(KEY), bytes(key), KEY_MODE);
    writeMeta(account, directory);
    writeRegistration(account, directory);
  }

  void writeMeta(Account account, Path directory) {
    JsonObject meta = new JsonObject();
    meta.addProperty("creation_dt", account.created().toString());
    meta.addProperty("creation_host", account.host());
    Optional<String> email = account.registerToEff();
    email.ifPresent(address -> meta.addProperty("register_to_eff", address));
    files.replace(directory.resolve(META), bytes(meta), FileMode.ORDINARY_FILE);
  }

  void writeRegistration(Account account, Path directory) {
    JsonObject registration = new JsonObject();
    // Always empty, but older programs look for it.
    registration.add("body", new JsonObject());
    registration.addProperty("uri", account.location().toString());
    files.replace(directory.resolve(REGISTRATION), bytes(registration), FileMode.ORDINARY_FILE);
  }

  private static byte[] bytes(JsonObject json) {
    return PythonJson.write(json).getBytes(StandardCharsets.US_ASCII);
  }
}
