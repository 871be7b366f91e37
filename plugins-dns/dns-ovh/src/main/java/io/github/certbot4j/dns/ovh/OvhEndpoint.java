package io.github.certbot4j.dns.ovh;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The places where OVH answers; an account belongs to one of them. */
enum OvhEndpoint {
  OVH_EU("ovh-eu", "eu.api.ovh.com"),
  OVH_CA("ovh-ca", "ca.api.ovh.com"),
  OVH_US("ovh-us", "api.us.ovhcloud.com"),
  KIMSUFI_EU("kimsufi-eu", "eu.api.kimsufi.com"),
  KIMSUFI_CA("kimsufi-ca", "ca.api.kimsufi.com"),
  SOYOUSTART_EU("soyoustart-eu", "eu.api.soyoustart.com"),
  SOYOUSTART_CA("soyoustart-ca", "ca.api.soyoustart.com");

  private final String id;
  private final String host;

  OvhEndpoint(String id, String host) {
    this.id = id;
    this.host = host;
  }

  static Optional<OvhEndpoint> find(String id) {
    return Arrays.stream(values()).filter(endpoint -> endpoint.id.equals(id)).findFirst();
  }

  /** The names of all, for people. */
  static String all() {
    return Arrays.stream(values()).map(endpoint -> endpoint.id).collect(Collectors.joining(", "));
  }

  String url() {
    return "https://" + host + "/1.0";
  }
}
