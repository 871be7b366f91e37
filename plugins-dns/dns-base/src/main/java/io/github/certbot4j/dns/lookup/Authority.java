package io.github.certbot4j.dns.lookup;

import java.net.InetSocketAddress;
import java.util.List;
import org.xbill.DNS.Message;

/**
 * Who is responsible for a name.
 *
 * @param servers all addresses of all name servers of the zone
 * @param answer what the first of them that answered said about the name's TXT records
 */
record Authority(List<InetSocketAddress> servers, Message answer) {}
