package io.github.certbot4j.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.config.StoredParams;
import io.github.certbot4j.ini.IniValue;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.Directories;
import io.github.certbot4j.model.FailureException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RenewalConfTest {

  private static final Path FILE = Path.of("/etc/letsencrypt/renewal/a.test.conf");
  private static final LineagePaths PATHS =
      LineagePaths.standard(
          new Directories(
              Path.of("/etc/letsencrypt"),
              Path.of("/var/lib/letsencrypt"),
              Path.of("/var/log/letsencrypt")),
          new CertName("a.test"));

  private static final String TOP =
      """
      version = 1.15.0
      archive_dir = /etc/letsencrypt/archive/a.test
      cert = /etc/letsencrypt/live/a.test/cert.pem
      privkey = /etc/letsencrypt/live/a.test/privkey.pem
      chain = /etc/letsencrypt/live/a.test/chain.pem
      fullchain = /etc/letsencrypt/live/a.test/fullchain.pem
      """;

  @Test
  void a_new_file_looks_like_the_originals() {
    Map<String, IniValue> values = new LinkedHashMap<>();
    values.put("account", IniValue.of("fa26"));
    values.put("pref_challs", IniValue.of(List.of("http-01")));
    values.put("pre_hook", IniValue.of("echo 'a, b # c'"));
    StoredParams params =
        new StoredParams(values, Map.of("webroot_map", Map.of("a.test", "/srv/a")));

    assertThat(RenewalConf.fresh(FILE).updated("1.15.0", PATHS, params).text())
        .isEqualTo(
            "# renew_before_expiry = 30 days\n"
                + TOP
                + """

                # Options used in the renewal process
                [renewalparams]
                account = fa26
                pref_challs = http-01,
                pre_hook = "echo 'a, b # c'"
                [[webroot_map]]
                a.test = /srv/a
                """);
  }

  @Test
  void what_has_another_author_survives_a_rewrite() {
    String text =
        """
        # Ask Mary before changing this.

        # about the version
        version = 0.31.0  # old
        my_key = "kept, with quotes" # why
        """
            + TOP.substring(TOP.indexOf('\n') + 1)
            + """
            # about params
            [renewalparams] # inline
            account = x
            [acme_renewal_info]
            # when
            ari_retry_after = 2026-01-01T00:00:00
            # The end.
            """;

    String updated = updated(text, Map.of("account", IniValue.of("x")));

    assertThat(updated).isEqualTo(text.replace("0.31.0  # old", "1.15.0 # old"));
  }

  @Test
  void parameters_that_are_not_given_again_go_with_their_comments() {
    String text =
        TOP
            + """
            [renewalparams]
            # why this one
            pre_hook = a
            account = x
            [[webroot_map]]
            a.test = /srv/a
            """;

    assertThat(updated(text, Map.of("account", IniValue.of("x"))))
        .isEqualTo(TOP + "[renewalparams]\naccount = x\n");
  }

  @Test
  void a_rewrite_with_the_same_content_changes_no_byte() {
    String text =
        "# a\n" + TOP + "\n[renewalparams]\n  account   = 'x'\n  archive = /a/%(account)s/b\n";
    RenewalConf conf = RenewalConf.parse(text, FILE);

    assertThat(conf.params().values()).containsEntry("archive", IniValue.of("/a/x/b"));
    assertThat(conf.updated("1.15.0", PATHS, conf.params()).text()).isEqualTo(text);
  }

  @Test
  void a_rewrite_leaves_the_configuration_it_starts_from_alone() {
    RenewalConf conf = RenewalConf.parse(TOP, FILE);

    conf.updated("1.15.0", PATHS, Tree.PARAMS);

    assertThat(conf.text()).isEqualTo(TOP);
    assertThat(conf.hasParams()).isFalse();
  }

  @Test
  void an_interval_with_commas_is_put_together_again() {
    RenewalConf conf = RenewalConf.parse("renew_before_expiry = 3 days, 12 hours\n", FILE);

    assertThat(conf.renewBeforeExpiry()).contains("3 days, 12 hours");
  }

  @Test
  void a_parameter_that_cannot_be_read_is_told_with_its_line() {
    RenewalConf conf = RenewalConf.parse("[renewalparams]\npre_hook = date +%(Y)s\n", FILE);

    assertThatThrownBy(conf::params)
        .isInstanceOf(FailureException.class)
        .hasMessageStartingWith(FILE + ", line 2: ");
  }

  private static String updated(String text, Map<String, IniValue> values) {
    return RenewalConf.parse(text, FILE)
        .updated("1.15.0", PATHS, new StoredParams(values, Map.of()))
        .text();
  }
}
