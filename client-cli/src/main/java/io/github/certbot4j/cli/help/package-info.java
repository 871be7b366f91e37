/** Help pages, made from the declarations of options, verbs and plugins. */
package io.github.certbot4j.cli.help;
