package io.github.certbot4j.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Version numbers in file names, and that of the program. */
final class VersionNamesTest {

  @Property
  void a_version_is_found_again_in_the_name_of_its_file(
      @ForAll Kind kind, @ForAll @IntRange(min = 0, max = 999_999_999) int number) {
    String fileName = kind.archiveName(new ArchiveVersion(number));

    assertThat(kind.versionIn(fileName)).isEqualTo(number);
    for (Kind other : Kind.values()) {
      assertThat(other.versionIn(fileName) == number).isEqualTo(other == kind);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cert.pem",
        "cert01.pem",
        "cert1.pem.bak",
        "cert-1.pem",
        "cert1.PEM",
        "xcert1.pem",
        "cert99999999999.pem",
        "cert1x.pem",
        ".cert1.pem",
        "cert٣.pem"
      })
  void other_files_are_no_versions(String fileName) {
    assertThat(Kind.CERT.versionIn(fileName)).isEqualTo(ArchiveVersion.NOT_A_VERSION);
  }

  @Test
  void only_our_own_temporary_files_are_leftovers() {
    assertThat(Kind.isLeftover(".privkey12.pem.tmp")).isTrue();
    assertThat(Kind.isLeftover(".fullchain.pem.tmp")).isTrue();
    assertThat(Kind.isLeftover(".previous_cert.pem.tmp")).isTrue();
    assertThat(Kind.isLeftover(".notes.tmp")).isFalse();
    assertThat(Kind.isLeftover("privkey12.pem.tmp")).isFalse();
    assertThat(Kind.isLeftover(".privkey12.pem")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.15.0", "0.4", "2.1.0", "1.16.0.dev0", "3.0a1", "5.10.2b12"})
  void versions_of_the_original_are_understood(String text) {
    assertThat(ProgramVersion.parse(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.",
        "1.15.",
        "1.15.0-clone",
        "v1.15.0",
        "1.15.0.1",
        "1.15.0rc1",
        "a.b",
        "1.15.0 ",
        "1.15a",
        "99999999999.1"
      })
  void what_the_original_would_fail_on_is_no_version(String text) {
    assertThat(ProgramVersion.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1.15.1,true", "2.0,true", "1.15,false", "1.15.0,false", "1.9.9,false", "0.99,false"})
  void a_version_is_compared_number_by_number(String text, boolean newer) {
    ProgramVersion own = ProgramVersion.parse("1.15.0").orElseThrow();

    assertThat(ProgramVersion.parse(text).orElseThrow().isNewerThan(own)).isEqualTo(newer);
  }
}
