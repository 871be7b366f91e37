package io.github.certbot4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.model.AcmeProblem;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.order.FailedValidation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationReportTest {

  @Test
  void each_name_is_told_with_the_kind_of_its_error_and_the_words_of_the_ca() {
    assertThat(ValidationReport.of(List.of(failure("a.test", "odd", "It was odd"))))
        .isEqualTo(
            """
            The following errors were reported by the server:

            Domain: a.test
            Type:   odd
            Detail: It was odd\
            """);
  }

  @Test
  void names_with_the_same_error_stand_together_above_one_advice() {
    String text =
        ValidationReport.of(
            List.of(
                failure("a.test", "connection", "refused"),
                failure("b.test", "dnssec", "bogus"),
                failure("c.test", "connection", "timeout")));
    assertThat(text.lines().filter(line -> line.startsWith("Domain: ")))
        .containsExactly("Domain: a.test", "Domain: c.test", "Domain: b.test");
    assertThat(text.split("port 80", -1)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "connection",
        "dnssec",
        "malformed",
        "serverInternal",
        "tls",
        "unauthorized",
        "unknownHost",
        "dns",
        "caa",
        "rateLimited",
        "incorrectResponse"
      })
  void the_kinds_of_error_that_users_can_do_something_about_have_an_advice(String type) {
    String text = ValidationReport.of(List.of(failure("a.test", type, "detail")));
    assertThat(text.substring(text.indexOf("Detail: detail"))).hasSizeGreaterThan(40);
  }

  private static FailedValidation failure(String name, String type, String detail) {
    return new FailedValidation(
        DomainName.parse(name), false, new AcmeProblem(type, detail, Optional.empty()));
  }
}
