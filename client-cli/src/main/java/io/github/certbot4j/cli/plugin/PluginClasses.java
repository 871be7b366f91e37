package io.github.certbot4j.cli.plugin;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSource;
import java.security.PermissionCollection;
import java.security.Permissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Supplier;

/**
 * The classes of one plugin: the program's before all others, then those of its jar and of the jars
 * that its manifest names, and those of libraries that lie beside it only when they are nowhere
 * else. So those needn't be looked for as long as the plugin doesn't need them.
 */
final class PluginClasses extends URLClassLoader {

  static {
    ClassLoader.registerAsParallelCapable();
  }

  private final Supplier<URLClassLoader> beside;

  /**
   * Makes the loader without opening anything.
   *
   * @param beside the libraries; asked whenever something isn't found, so it should remember them
   */
  PluginClasses(String name, URL jar, ClassLoader program, Supplier<URLClassLoader> beside) {
    super(name, new URL[] {jar}, program);
    this.beside = beside;
  }

  /** Asks the program's loader first only if it may have the class. */
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (ProgramPackages.mayHave(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      try {
        return super.findClass(name);
      } catch (ClassNotFoundException e) {
        return super.loadClass(name, resolve);
      }
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try {
      return super.findClass(name);
    } catch (ClassNotFoundException e) {
      return beside.get().loadClass(name);
    }
  }

  /**
   * None: without a security manager they mean nothing, and those of the JDK's loader of jars cost
   * reading all of the JVM's security properties.
   */
  @Override
  protected PermissionCollection getPermissions(CodeSource source) {
    return new Permissions();
  }

  @Override
  public URL findResource(String name) {
    URL own = super.findResource(name);
    return own == null ? beside.get().findResource(name) : own;
  }

  @Override
  public Enumeration<URL> findResources(String name) throws IOException {
    List<URL> all = new ArrayList<>(Collections.list(super.findResources(name)));
    all.addAll(Collections.list(beside.get().findResources(name)));
    return Collections.enumeration(all);
  }
}
