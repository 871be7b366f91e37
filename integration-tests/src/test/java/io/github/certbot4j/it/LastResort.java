package io.github.certbot4j.it;

/** What is done when the JVM ends before the tests have tidied up, as at an interrupt. */
final class LastResort {
  private final Thread hook;

  LastResort(String name, Runnable action) {
    hook = new Thread(action, name);
  }

  void arm() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  void disarm() {
    Runtime.getRuntime().removeShutdownHook(hook);
  }
}
