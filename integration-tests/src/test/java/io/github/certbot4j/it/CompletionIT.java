package io.github.certbot4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What real shells complete with the scripts of the distribution. */
class CompletionIT {
  private static final String BASH =
      """
      . %s
      COMP_LINE='%s' COMP_POINT=${#COMP_LINE}
      read -r -a COMP_WORDS <<<"$COMP_LINE"
      [[ $COMP_LINE != *' ' ]] || COMP_WORDS+=('')
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _certbot
      printf '%%s\\n' "${COMPREPLY[@]}"
      """;

  /** A second shell at a terminal of its own: completion happens nowhere else. */
  private static final String ZSH =
      """
      zmodload zsh/zpty
      zpty shell zsh -f -i
      setup="fpath=(%s \\$fpath); autoload -U compinit; compinit -u -D; PROMPT="
      setup+="; show() { print -r -- '[['\\$BUFFER']]' }; zle -N show; bindkey ^X show"
      zpty -w shell "$setup; print rea''dy"
      zpty -r shell line '*ready*'
      zpty -w -n shell '%s'$'\\t\\x18'
      zpty -r shell line '*\\]\\]*'
      print -r -- "$line"
      """;

  @RegisterExtension final Sandbox sandbox = new Sandbox();
  private final Path scripts = Distribution.directory().resolve("share/completions");

  @BeforeEach
  void makeLineage() throws IOException {
    FileTree.write(sandbox.config().resolve("renewal/shop.example.org.conf"), "");
  }

  private List<String> bash(String line) {
    String bash = Requirement.program("bash", "bash").toString();
    String script = BASH.formatted(scripts.resolve("certbot.bash"), line);
    Outcome outcome = new ProgramRun(sandbox, List.of(bash, "-c", script)).run().succeeded();
    assertThat(outcome.err()).isEmpty();
    return outcome.out().lines().toList();
  }

  private List<String> fish(String line) {
    String fish = Requirement.program("fish", "fish").toString();
    String script = "source %s; complete -C '%s'".formatted(scripts.resolve("certbot.fish"), line);
    Outcome outcome =
        new ProgramRun(sandbox, List.of(fish, "--no-config", "-c", script)).run().succeeded();
    assertThat(outcome.err()).isEmpty();
    return outcome.out().lines().map(entry -> entry.replaceFirst("\t.*", "")).toList();
  }

  private String zsh(String line) {
    String zsh = Requirement.program("zsh", "zsh").toString();
    String script = ZSH.formatted(scripts, line);
    return new ProgramRun(sandbox, List.of(zsh, "-f", "-c", script)).run().succeeded().out();
  }

  @Test
  void bash_completes_subcommands_options_and_arguments() throws IOException {
    assertThat(bash("certbot re"))
        .containsExactlyInAnyOrder("renew", "revoke", "register", "reconfigure");
    assertThat(bash("certbot renew re")).containsExactly("");
    assertThat(bash("certbot renew --dry")).containsExactly("--dry-run");
    assertThat(bash("certbot certonly --key-type ")).containsExactly("rsa", "ecdsa");
    assertThat(bash("certbot --help nginx")).containsExactly("nginx");
    assertThat(bash("certbot --nginx-server-r")).containsExactly("--nginx-server-root");
    assertThat(bash("certbot -a webr")).containsExactly("webroot");
    assertThat(bash("certbot --config-dir " + sandbox.config() + " delete --cert-name s"))
        .containsExactly("shop.example.org");
    Files.createDirectory(sandbox.path("a web root"));
    assertThat(bash("certbot --webroot-path " + sandbox.path("a")))
        .containsExactly(sandbox.path("a web root").toString());
  }

  @Test
  void bash_completes_what_follows_an_equals_sign() {
    String words =
        ". %s; COMP_WORDS=(certbot --key-type = e); COMP_CWORD=3; _certbot; echo ${COMPREPLY[@]}";
    String bash = Requirement.program("bash", "bash").toString();
    String script = words.formatted(scripts.resolve("certbot.bash"));
    assertThat(new ProgramRun(sandbox, List.of(bash, "-c", script)).run().succeeded().out())
        .isEqualTo("ecdsa\n");
  }

  @Test
  void fish_completes_subcommands_options_and_arguments() {
    assertThat(fish("certbot re"))
        .containsExactlyInAnyOrder("renew", "revoke", "register", "reconfigure");
    assertThat(fish("certbot renew re")).isEmpty();
    assertThat(fish("certbot renew --dry")).containsExactly("--dry-run");
    assertThat(fish("certbot certonly --key-type ")).containsExactlyInAnyOrder("rsa", "ecdsa");
    assertThat(fish("certbot --help ngin")).containsExactly("nginx");
    assertThat(fish("certbot --config-dir " + sandbox.config() + " delete --cert-name s"))
        .containsExactly("shop.example.org");
  }

  @Test
  void zsh_completes_subcommands_options_and_arguments() {
    assertThat(zsh("certbot certo")).contains("[[certbot certonly ]]");
    assertThat(zsh("certbot renew --dry-")).contains("[[certbot renew --dry-run ]]");
    assertThat(zsh("certbot certonly --key-type ec")).contains("--key-type ecdsa ]]");
    assertThat(zsh("certbot --config-dir " + sandbox.config() + " delete --cert-name sh"))
        .contains("--cert-name shop.example.org ]]");
  }
}
