package io.github.certbot4j.crypto;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A basic OCSP response (RFC 6960 section 4.2.1), read and judged against what was asked. */
final class OcspResponse {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final int BY_NAME = DerTag.constructed(1);
  private static final int BY_KEY = DerTag.constructed(2);
  private static final int GOOD = DerTag.primitive(0);
  private static final int REVOKED = DerTag.constructed(1);

  private final SignedContent signed;
  private final DerReader responder;
  private final int responderForm;
  private final DerReader answers;
  private final List<CertificateView> certificates = new ArrayList<>();

  private OcspResponse(byte[] basic) {
    DerReader response = DerReader.of(basic).enter(DerTag.SEQUENCE);
    byte[] toBeSigned = response.element();
    signed = new SignedContent(toBeSigned, response.enter(DerTag.SEQUENCE).oid(), response.bits());
    if (response.nextIs(DerTag.constructed(0))) {
      DerReader list = response.enterAny().enter(DerTag.SEQUENCE);
      while (list.hasMore()) {
        certificates.add(CertificateView.ofDer(list.element()));
      }
    }
    DerReader data = DerReader.of(toBeSigned).enter(DerTag.SEQUENCE);
    data.skipIf(DerTag.constructed(0));
    responderForm = data.tag();
    responder = data.enterAny();
    data.contents(DerTag.GENERALIZED_TIME);
    answers = data.enter(DerTag.SEQUENCE);
  }

  static OcspResponse read(byte[] der) {
    DerReader response = DerReader.of(der).enter(DerTag.SEQUENCE);
    byte[] status = response.contents(DerTag.ENUMERATED);
    if (status.length != 1 || status[0] != 0) {
      throw new CryptoException("the responder reports a failure instead of an answer");
    }
    DerReader body = response.enter(DerTag.constructed(0)).enter(DerTag.SEQUENCE);
    if (!body.oid().equals(Oids.OCSP_BASIC_RESPONSE)) {
      throw new CryptoException("it is not a basic response");
    }
    return new OcspResponse(body.contents(DerTag.OCTET_STRING));
  }

  OcspVerdict verdict(OcspRequest request, Instant now) {
    while (answers.hasMore()) {
      DerReader answer = answers.enter(DerTag.SEQUENCE);
      if (request.isNamedBy(answer.enter(DerTag.SEQUENCE))) {
        Optional<String> distrust = signerProblem(request.issuer());
        return distrust.isPresent() ? new OcspVerdict.Unknown(distrust.get()) : status(answer, now);
      }
    }
    return new OcspVerdict.Unknown("the OCSP response is about another certificate");
  }

  private static OcspVerdict status(DerReader answer, Instant now) {
    int status = answer.tag();
    answer.skip();
    if (DerTime.read(answer).isAfter(now.plus(TOLERANCE))) {
      return new OcspVerdict.Unknown("the OCSP response is from the future");
    }
    if (answer.nextIs(DerTag.constructed(0))
        && DerTime.read(answer.enterAny()).isBefore(now.minus(TOLERANCE))) {
      return new OcspVerdict.Unknown("the OCSP response is out of date");
    }
    if (status == GOOD) {
      return new OcspVerdict.Good();
    }
    return status == REVOKED
        ? new OcspVerdict.Revoked()
        : new OcspVerdict.Unknown("the OCSP responder does not know the certificate");
  }

  private Optional<String> signerProblem(CertificateView issuer) {
    byte[] responderId = responderId();
    if (isResponder(issuer, responderId)) {
      return signed.problemUnder(issuer.publicKey()).map(OcspResponse::ofResponse);
    }
    for (CertificateView candidate : certificates) {
      if (isResponder(candidate, responderId)) {
        return delegationProblem(candidate, issuer)
            .or(() -> signed.problemUnder(candidate.publicKey()).map(OcspResponse::ofResponse));
      }
    }
    return Optional.of("the OCSP response does not hold its signer's certificate");
  }

  private static String ofResponse(String problem) {
    return "the OCSP response cannot be trusted: " + problem;
  }

  private static Optional<String> delegationProblem(
      CertificateView delegate, CertificateView issuer) {
    if (!Arrays.equals(delegate.issuerDer(), issuer.subjectDer())) {
      return Optional.of("the OCSP signer is certified by someone other than the issuer");
    }
    if (!delegate.isForOcspSigning()) {
      return Optional.of("the OCSP signer is not certified for OCSP signing");
    }
    return delegate
        .signed()
        .problemUnder(issuer.publicKey())
        .map(problem -> "the OCSP signer's certificate cannot be trusted: " + problem);
  }

  /** The responder's encoded name, or the SHA-1 digest of its key. */
  private byte[] responderId() {
    if (responderForm == BY_NAME) {
      return responder.element();
    }
    if (responderForm == BY_KEY) {
      return responder.contents(DerTag.OCTET_STRING);
    }
    throw new CryptoException("the responder is not identified");
  }

  private boolean isResponder(CertificateView candidate, byte[] responderId) {
    return Arrays.equals(
        responderId,
        responderForm == BY_NAME
            ? candidate.subjectDer()
            : Digests.sha1(candidate.publicKey().bits()));
  }
}
