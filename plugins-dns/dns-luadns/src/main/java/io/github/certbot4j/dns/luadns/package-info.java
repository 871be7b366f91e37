/** TXT records for challenges at LuaDNS. */
package io.github.certbot4j.dns.luadns;
