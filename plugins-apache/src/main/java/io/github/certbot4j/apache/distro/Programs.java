package io.github.certbot4j.apache.distro;

/**
 * The programs that work with a server.
 *
 * @param control is asked about version and configuration
 * @param reload tests the configuration and has the server read it
 * @param restart restarts the server when it can't be reloaded; empty if there is none
 * @param enableModule enables a module; empty if there is none
 * @param disableModule disables a module; empty if there is none
 * @param handlesModules whether modules are enabled when they are needed
 */
public record Programs(
    String control,
    String reload,
    String restart,
    String enableModule,
    String disableModule,
    boolean handlesModules) {

  static Programs of(String control) {
    return new Programs(control, control, "", "", "", false);
  }

  Programs restartedBy(String program) {
    return new Programs(control, reload, program, enableModule, disableModule, handlesModules);
  }

  Programs askedWith(String program) {
    return new Programs(program, reload, restart, enableModule, disableModule, handlesModules);
  }

  /** With Debian's programs for modules, which others have too. */
  Programs withModuleSwitch(boolean handled) {
    return new Programs(control, reload, restart, "a2enmod", "a2dismod", handled);
  }
}
