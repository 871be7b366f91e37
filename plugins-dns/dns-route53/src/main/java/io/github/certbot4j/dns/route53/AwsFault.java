package io.github.certbot4j.dns.route53;

import io.github.certbot4j.dns.http.Masking;
import io.github.certbot4j.dns.http.NetworkTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import io.github.certbot4j.dns.trouble.DnsTroubleException;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.net.NetworkWords;
import io.github.certbot4j.net.RetryAfter;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * What an exception of the SDK means. The exceptions themselves go no further: AWS quotes a refused
 * request, with the session token in it.
 *
 * @param trouble for the user
 * @param isTransient whether the same may succeed in a moment
 * @param headers of the answer, if there was one
 * @param details for the log
 */
record AwsFault(
    DnsTrouble trouble, boolean isTransient, Map<String, List<String>> headers, String details) {

  /** How Route 53 says that there is nothing to delete. */
  static final String NOT_FOUND = "not found";

  /** With a wrong signature, AWS tells the text that should have been signed. */
  private static final Pattern QUOTE = Pattern.compile("(?s)\\s*The Canonical String.*");

  private static final Set<String> UNKNOWN_CALLER =
      Set.of(
          "AuthFailure",
          "ExpiredToken",
          "ExpiredTokenException",
          "IncompleteSignature",
          "InvalidClientTokenId",
          "InvalidIdentityToken",
          "InvalidSignatureException",
          "MissingAuthenticationToken",
          "RequestExpired",
          "SignatureDoesNotMatch",
          "UnrecognizedClientException");

  private static final Set<String> TOO_FAST =
      Set.of(
          "PriorRequestNotComplete", "RequestLimitExceeded", "Throttling", "ThrottlingException");

  private static final String KEYS_HINT =
      "Are the AWS credentials right and still valid, and is the clock?"
          + " They are those of the environment, of a profile in ~/.aws, or of this machine's role.";

  private static final String RIGHTS_HINT =
      "The AWS credentials must allow route53:ListHostedZones, route53:GetChange and, for the zone,"
          + " route53:ListResourceRecordSets and route53:ChangeResourceRecordSets.";

  /** Explains; rethrows what is no trouble with AWS but with this program's settings. */
  static AwsFault of(SdkException e, Masking masking) {
    return e instanceof AwsServiceException answer && answer.statusCode() > 0
        ? ofAnswer(answer, masking)
        : withoutAnswer(e, masking);
  }

  /** What to throw when there are credentials that can't be had; the SDK's own if it may pass. */
  static RuntimeException ofCredentials(RuntimeException e) {
    if (!(e instanceof SdkException sdk)) {
      return badCredentials("the AWS credentials can't be used: " + e.getMessage());
    }
    AwsFault fault = of(sdk, new Masking(List.of()));
    return fault.isTransient()
        ? e
        : badCredentials("the AWS credentials can't be used: " + fault.trouble().describe());
  }

  /** Trouble with credentials before AWS was asked. */
  static DnsTroubleException badCredentials(String what) {
    return new DnsTroubleException(DnsTrouble.of(Kind.BAD_CREDENTIALS, what).withHint(KEYS_HINT));
  }

  /** How long the service wants to be left alone. */
  Optional<Duration> pause(Instant now) {
    return RetryAfter.delay(HttpHeaders.of(headers, (name, value) -> true), now);
  }

  private static AwsFault ofAnswer(AwsServiceException e, Masking masking) {
    Optional<AwsErrorDetails> error = Optional.ofNullable(e.awsErrorDetails());
    String code = error.map(AwsErrorDetails::errorCode).orElse("");
    String message =
        QUOTE.matcher(error.map(AwsErrorDetails::errorMessage).orElse("")).replaceAll("");
    DnsTrouble plain =
        DnsTrouble.ofStatus(e.statusCode(), masking.apply(code), masking.apply(message));
    DnsTrouble trouble = explained(plain);
    boolean passes = trouble.kind() == Kind.RATE_LIMITED || trouble.kind() == Kind.UNAVAILABLE;
    String details = trouble.describe() + " (request " + e.requestId() + ")";
    return new AwsFault(
        trouble,
        passes,
        error.map(AwsErrorDetails::sdkHttpResponse).map(SdkHttpResponse::headers).orElse(Map.of()),
        details);
  }

  private static DnsTrouble explained(DnsTrouble trouble) {
    String code = trouble.code();
    if (UNKNOWN_CALLER.contains(code) || trouble.kind() == Kind.BAD_CREDENTIALS) {
      return trouble.withKind(Kind.BAD_CREDENTIALS).withHint(KEYS_HINT);
    }
    if (TOO_FAST.contains(code)) {
      return trouble.withKind(Kind.RATE_LIMITED);
    }
    if (trouble.kind() == Kind.NO_PERMISSION) {
      return trouble.withHint(RIGHTS_HINT);
    }
    boolean outdated =
        code.equals("InvalidChangeBatch")
            && (trouble.message().contains(NOT_FOUND)
                || trouble.message().contains("do not match the current values"));
    return outdated ? trouble.withKind(Kind.CONFLICT) : trouble;
  }

  private static AwsFault withoutAnswer(SdkException e, Masking masking) {
    NetworkTrouble.cause(e, FailureException.class)
        .ifPresent(
            failure -> {
              throw failure;
            });
    DnsTrouble trouble =
        NetworkTrouble.cause(e, XMLStreamException.class).isPresent()
            ? DnsTrouble.of(Kind.BAD_RESPONSE, "the answer is not XML")
            : NetworkTrouble.cause(e, IOException.class)
                .map(network -> NetworkTrouble.of("AWS", network))
                .orElseGet(() -> rejected(e, masking));
    boolean passes = trouble.kind() == Kind.UNAVAILABLE && !NetworkWords.isAboutCertificate(e);
    return new AwsFault(trouble, passes, Map.of(), masking.apply(String.valueOf(e.getMessage())));
  }

  private static DnsTrouble rejected(SdkException e, Masking masking) {
    return DnsTrouble.of(Kind.REJECTED, masking.apply(String.valueOf(e.getMessage())));
  }
}
