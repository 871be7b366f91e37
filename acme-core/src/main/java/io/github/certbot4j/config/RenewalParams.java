package io.github.certbot4j.config;

import io.github.certbot4j.ini.IniValue;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.BadValueException;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionSpec.Stored;
import io.github.certbot4j.spi.OptionType;
import io.github.certbot4j.spi.SectionType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which settings a renewal configuration keeps, in which form, and how {@code renew} gets them
 * back. The form is shared with the original program, which reads what is written here.
 */
public final class RenewalParams {

  private static final Logger LOG = LoggerFactory.getLogger(RenewalParams.class);

  /** How a value that the user left or made unset is written. */
  private static final String UNSET = "None";

  private final OptionTable table;

  /** Works with the options of a run; what it doesn't know is neither stored nor restored. */
  public RenewalParams(OptionTable table) {
    this.table = table;
  }

  /**
   * What to write after issuing: options that are kept at all, such as every plugin's, and that the
   * user set or that differ from their default. The caller has put the account, authenticator and
   * installer in use into the settings. No plugin is looked at for that which wasn't before, so
   * that nothing about others can fail when the certificate is there.
   */
  public StoredParams toStore(Settings settings) {
    Map<String, IniValue> values = new LinkedHashMap<>();
    Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    for (OptionSpec<?> option : table.optionsSoFar()) {
      if (isKept(option) && isRelevant(settings, option)) {
        store(settings, option, values, sections);
      }
    }
    return new StoredParams(values, sections);
  }

  /**
   * The settings for renewing one lineage: the stored values, except where the user said something
   * else in this run. Of plugins' options only those of the stored authenticator and installer come
   * back, even if others are to be used now.
   *
   * @throws FailureException with a {@link io.github.certbot4j.model.Failure.Storage} naming the
   *     first entry that cannot be used
   */
  public Settings restore(Settings user, StoredParams stored) {
    String authenticator = pluginName(stored, PluginOptions.AUTHENTICATOR);
    if (authenticator.isEmpty()) {
      throw unusable("authenticator", "it is missing");
    }
    String installer = pluginName(stored, PluginOptions.INSTALLER);
    List<String> prefixes = new ArrayList<>(2);
    prefixes.add(prefixOf(authenticator));
    if (!installer.isEmpty()) {
      prefixes.add(prefixOf(installer));
    }
    Settings.Builder result = user.toBuilder();
    for (Map.Entry<String, IniValue> entry : stored.values().entrySet()) {
      Optional<OptionSpec<?>> option = restorable(user, entry.getKey(), prefixes);
      if (option.isPresent()) {
        restore(option.get(), entry.getValue(), result);
      }
    }
    for (Map.Entry<String, Map<String, String>> entry : stored.sections().entrySet()) {
      Optional<OptionSpec<?>> option = restorable(user, entry.getKey(), prefixes);
      if (option.isPresent()) {
        restoreSection(option.get(), entry.getValue(), result);
      }
    }
    return result.build();
  }

  private boolean isKept(OptionSpec<?> option) {
    return !option.deprecated() && (option.stored() != Stored.NEVER || !table.isCore(option));
  }

  private static <T> boolean isRelevant(Settings settings, OptionSpec<T> option) {
    return option.stored() == Stored.ALWAYS
        || settings.isSetByUser(option)
        || !settings.find(option).equals(option.defaultValue());
  }

  private static <T> void store(
      Settings settings,
      OptionSpec<T> option,
      Map<String, IniValue> values,
      Map<String, Map<String, String>> sections) {
    Optional<T> value = settings.find(option);
    if (value.isEmpty()) {
      values.put(option.key(), IniValue.of(UNSET));
    } else if (option.type() instanceof SectionType<T> type) {
      sections.put(option.key(), type.toSection(value.get()));
    } else {
      List<String> texts = option.type().format(value.get());
      boolean list = option.type().arity() == OptionType.Arity.REPEATED;
      values.put(option.key(), list ? IniValue.of(texts) : IniValue.of(texts.get(0)));
    }
  }

  private static String pluginName(StoredParams stored, OptionSpec<String> role) {
    IniValue value = stored.values().get(role.key());
    boolean named = value instanceof IniValue.Text text && !text.value().equals(UNSET);
    return named ? ((IniValue.Text) value).value() : "";
  }

  private static String prefixOf(String plugin) {
    return plugin.replace('-', '_') + '_';
  }

  /** The option of a stored key, unless it isn't to be taken over. */
  private Optional<OptionSpec<?>> restorable(Settings user, String key, List<String> prefixes) {
    boolean ofPlugin = startsWithOneOf(prefixes, key);
    Optional<OptionSpec<?>> option = ofPlugin ? table.byKey(key) : table.coreByKey(key);
    if (option.isEmpty()) {
      if (ofPlugin) {
        LOG.debug("No option is known for the stored key {}; it is passed over.", key);
      }
      return option;
    }
    OptionSpec<?> found = option.get();
    boolean isCore = !ofPlugin || table.isCore(found);
    boolean wanted = !isCore || found.stored() != Stored.NEVER;
    wanted &= !found.deprecated() && !user.isSetByUser(found);
    return wanted ? option : Optional.empty();
  }

  private static <T> void restore(OptionSpec<T> option, IniValue value, Settings.Builder result) {
    boolean list = option.type().arity() == OptionType.Arity.REPEATED;
    if (!list && value instanceof IniValue.Items) {
      throw unusable(option.key(), "one value is expected instead of a list");
    }
    List<String> texts = value.asList();
    if (texts.size() == 1 && texts.get(0).equals(UNSET)) {
      return;
    }
    try {
      result.put(option, option.type().restore(texts), Origin.RENEWAL_CONF);
    } catch (BadValueException e) {
      throw unusable(option.key(), e.getMessage());
    }
  }

  private static <T> void restoreSection(
      OptionSpec<T> option, Map<String, String> entries, Settings.Builder result) {
    if (option.type() instanceof SectionType<T> type) {
      try {
        result.put(option, type.fromSection(entries), Origin.RENEWAL_CONF);
      } catch (BadValueException e) {
        throw unusable(option.key(), e.getMessage());
      }
    }
  }

  private static boolean startsWithOneOf(List<String> prefixes, String key) {
    for (String prefix : prefixes) {
      if (key.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private static FailureException unusable(String key, String problem) {
    return FailureException.storage(
        "The entry " + key + " in [renewalparams] cannot be used: " + problem + ".",
        "Correct it, or issue the certificate again with the options it shall have.");
  }
}
