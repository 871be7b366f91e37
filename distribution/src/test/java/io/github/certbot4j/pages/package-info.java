/** Generators of everything in the distribution that is made from the declarations of options. */
package io.github.certbot4j.pages;
