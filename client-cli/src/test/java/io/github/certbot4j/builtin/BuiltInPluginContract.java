package io.github.certbot4j.builtin;

import io.github.certbot4j.spi.contract.PluginContract;
import java.util.List;
import java.util.stream.Collectors;

/** What holds for every plugin that is part of the program. */
public abstract class BuiltInPluginContract extends PluginContract {

  @Override
  protected final List<Class<?>> registered() {
    return BuiltInPlugins.all().stream().map(Object::getClass).collect(Collectors.toList());
  }
}
