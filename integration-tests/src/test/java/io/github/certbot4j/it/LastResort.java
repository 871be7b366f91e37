package io.github.certbot4j.it;

/** What is done when the JVM ends before the tests have tidied up, as at an interrupt. */
public final class LastResort {
  private final Thread hook;

  public LastResort(String name, Runnable action) {
    hook = new Thread(action, name);
  }

  public void arm() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  public void disarm() {
    Runtime.getRuntime().removeShutdownHook(hook);
  }
}
