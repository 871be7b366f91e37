package io.github.certbot4j.cli.help;

import io.github.certbot4j.cli.option.Verb;

/**
 * What help says about a verb.
 *
 * @param summary one line for lists of verbs
 * @param synopsis what follows the name of the program
 * @param options what its options are for; completes its section's title
 */
public record VerbText(String summary, String synopsis, String options) {

  private static final String NAMES = " [options] [-d DOMAIN] [-d DOMAIN] ...";

  /** The texts of a verb. */
  public static VerbText of(Verb verb) {
    return switch (verb) {
      case RUN, CERTONLY, RENEW, ENHANCE, INSTALL -> ofServing(verb);
      case REGISTER, UPDATE_ACCOUNT, UNREGISTER, SHOW_ACCOUNT -> ofAccounts(verb);
      case CERTIFICATES, DELETE, REVOKE, ROLLBACK, PLUGINS, UPDATE_SYMLINKS, RECONFIGURE ->
          ofKeeping(verb);
    };
  }

  private static VerbText ofServing(Verb verb) {
    return switch (verb) {
      case RUN ->
          new VerbText(
              "Obtain a certificate and install it in a web server",
              "[run]" + NAMES,
              "Obtaining and installing a certificate");
      case CERTONLY ->
          new VerbText(
              "Obtain or renew a certificate without installing it",
              "certonly" + NAMES,
              "How a certificate is obtained");
      case RENEW ->
          new VerbText(
              "Renew all certificates that are near their end, or one of them (--cert-name)",
              "renew [--cert-name NAME] [options]",
              "Renewing certificates that were obtained before. Each is renewed with the options"
                  + " it was obtained with; an option given now replaces the stored one. With"
                  + " --dry-run everything is tried at the CA's test server and nothing is kept."
                  + " Hooks are commands to run before, after and for each renewal");
      case ENHANCE ->
          new VerbText(
              "Add redirects and security headers to the configuration of a server",
              "enhance [options]",
              "Improving a server's configuration for a certificate it has");
      default ->
          new VerbText(
              "Install any certificate in a web server",
              "install --cert-path PATH --key-path PATH [options]",
              "How a certificate is installed");
    };
  }

  private static VerbText ofAccounts(Verb verb) {
    return switch (verb) {
      case REGISTER ->
          new VerbText(
              "Create an account at the ACME server",
              "register --email ADDRESS [options]",
              "Creating an account");
      case UPDATE_ACCOUNT ->
          new VerbText(
              "Change the contact addresses of an account",
              "update_account --email ADDRESS [options]",
              "Changing an account");
      case UNREGISTER ->
          new VerbText(
              "Deactivate an account for good", "unregister [options]", "Deactivating an account");
      default ->
          new VerbText(
              "Show what the ACME server knows about an account",
              "show_account [options]",
              "Looking at an account");
    };
  }

  private static VerbText ofKeeping(Verb verb) {
    return switch (verb) {
      case CERTIFICATES ->
          new VerbText(
              "List the certificates that are kept here", "certificates [options]", "The listing");
      case DELETE ->
          new VerbText(
              "Delete all files of a certificate", "delete --cert-name NAME", "What is deleted");
      case REVOKE ->
          new VerbText(
              "Revoke a certificate (--cert-name or --cert-path)",
              "revoke [--cert-name NAME | --cert-path PATH] [options]",
              "How a certificate is revoked");
      case ROLLBACK ->
          new VerbText(
              "Undo changes that were made to a server's configuration",
              "rollback --checkpoints N -i INSTALLER",
              "How much is undone");
      case RECONFIGURE ->
          new VerbText(
              "Change the options that a certificate is renewed with",
              "reconfigure --cert-name NAME [options]",
              "Changing how a certificate is renewed, without renewing it. A rehearsal with the"
                  + " new options must succeed first");
      case PLUGINS ->
          new VerbText("List the plugins that are there", "plugins [options]", "Which are listed");
      default ->
          new VerbText(
              "Make the links in the live directory anew",
              "update_symlinks [options]",
              "Making links that were lost or changed by hand");
    };
  }
}
