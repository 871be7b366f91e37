/** An installer for a server whose configuration is a list of names with their certificates. */
package org.example.certbot.list;
