/** An authenticator that puts http-01 responses into one directory. */
package org.example.certbot.files;
