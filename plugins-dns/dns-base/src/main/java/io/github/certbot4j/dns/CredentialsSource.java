package io.github.certbot4j.dns;

import io.github.certbot4j.dns.credentials.CredentialSets;
import io.github.certbot4j.dns.credentials.Credentials;
import io.github.certbot4j.dns.credentials.CredentialsFile;
import io.github.certbot4j.dns.credentials.CredentialsForm.Kind;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.OptionChoice;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionValues;
import io.github.certbot4j.spi.PluginContext;
import io.github.certbot4j.spi.Question;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the credentials: in the file that was named, or that the user names when asked. */
final class CredentialsSource {

  private static final Logger LOG = LoggerFactory.getLogger(CredentialsSource.class);

  private final ServiceDeclaration declaration;
  private final PluginContext context;
  private final CredentialsFile reader;

  /** One at most. */
  private List<Path> chosen = List.of();

  CredentialsSource(ServiceDeclaration declaration, PluginContext context) {
    this.declaration = declaration;
    this.context = context;
    this.reader = new CredentialsFile(declaration.plugin(), declaration.form());
  }

  /** Reads the file anew each time; asks at most once. */
  CredentialSets load() {
    if (declaration.form().kind() == Kind.SURROUNDINGS) {
      return new CredentialSets(List.of(Credentials.NONE));
    }
    if (chosen.isEmpty()) {
      chosen =
          option(declaration, context.options()).map(this::located).map(List::of).orElse(List.of());
    }
    if (!chosen.isEmpty()) {
      return reader.read(chosen.get(0));
    }
    return mayAsk(declaration, context.options())
        ? ask()
        : new CredentialSets(List.of(Credentials.NONE));
  }

  /** Whether a person would be asked for the file. */
  static boolean mayAsk(ServiceDeclaration declaration, OptionValues options) {
    return declaration.form().kind() == Kind.INI_FILE && option(declaration, options).isEmpty();
  }

  /** The file's absolute path, so that a renewal finds it from everywhere. */
  List<OptionChoice<?>> choices() {
    OptionSpec<String> option = declaration.credentials();
    List<OptionChoice<?>> choices = new ArrayList<>();
    chosen.forEach(path -> choices.add(new OptionChoice<>(option, path.toString())));
    return choices;
  }

  private static Optional<String> option(ServiceDeclaration declaration, OptionValues options) {
    return options.find(declaration.credentials()).filter(text -> !text.isEmpty());
  }

  private CredentialSets ask() {
    String label = declaration.form().label();
    String flag = declaration.credentials().names().get(0);
    Question question = Question.atTerminal("Input the path to your " + label, flag);
    while (true) {
      Optional<String> answer = context.display().path(question, Optional.empty());
      if (answer.isEmpty()) {
        throw new FailureException(
            new Failure.PluginTrouble(
                declaration.plugin(),
                label + " required to proceed.",
                "Name it with " + flag + "."));
      }
      try {
        Path file = absolute(answer.get());
        CredentialSets sets = reader.read(file);
        chosen = List.of(file);
        return sets;
      } catch (FailureException e) {
        context.display().framedAsIs(e.failure().what());
      }
    }
  }

  /** Older versions stored paths as they were typed, maybe in another directory than today's. */
  private Path located(String text) {
    Path asTyped = absolute(text);
    if (Files.exists(asTyped) || asTyped.equals(Path.of(text))) {
      return asTyped;
    }
    Path configuration = context.directories().config();
    for (Path directory : List.of(configuration.resolve("renewal"), configuration)) {
      Path other = directory.resolve(text).normalize();
      if (Files.exists(other)) {
        LOG.info("{} is not there; using {} instead.", asTyped, other);
        return other;
      }
    }
    return asTyped;
  }

  private Path absolute(String text) {
    Optional<String> home = context.environment().variable("HOME");
    boolean ofHome = text.startsWith("~/") && home.isPresent();
    return Path.of(ofHome ? home.get() + text.substring(1) : text).toAbsolutePath().normalize();
  }
}
