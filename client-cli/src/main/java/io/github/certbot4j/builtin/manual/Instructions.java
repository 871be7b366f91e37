package io.github.certbot4j.builtin.manual;

import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.spi.Challenge;
import java.util.List;

/** What a person has to do for a challenge, in the order in which the challenges are shown. */
final class Instructions {

  private final List<Challenge> challenges;

  Instructions(List<Challenge> challenges) {
    this.challenges = challenges;
  }

  /** The text for one of them. */
  String forChallenge(int index) {
    Challenge challenge = challenges.get(index);
    StringBuilder text = new StringBuilder();
    if (challenge.type() == ChallengeType.DNS_01) {
      appendRecord(challenge, text);
    } else {
      appendFile(challenge, text);
    }
    if (index > 0) {
      text.append("\n\nKeep what you set up for the earlier challenges in place")
          .append(sharesName(index) ? ": this is one more value at the same name.\n" : ".\n");
    }
    if (isLastRecord(index)) {
      text.append("\n\nGo on only when the name servers of the zone all answer with the new value,")
          .append(" which may take a few minutes. To look: dig +short TXT ")
          .append(challenge.validationName())
          .append('\n');
    }
    return text.toString().stripTrailing();
  }

  private static void appendRecord(Challenge challenge, StringBuilder text) {
    text.append("Add a DNS TXT record at this name:\n\n")
        .append(challenge.validationName())
        .append(".\n\nwith this value:\n\n")
        .append(challenge.validation());
  }

  private static void appendFile(Challenge challenge, StringBuilder text) {
    text.append("Have your web server answer with exactly this text:\n\n")
        .append(challenge.validation())
        .append("\n\nat this address:\n\nhttp://")
        .append(challenge.domain())
        .append(Challenge.HTTP_PATH)
        .append(challenge.token());
  }

  private boolean sharesName(int index) {
    Challenge challenge = challenges.get(index);
    return challenge.type() == ChallengeType.DNS_01
        && challenges.subList(0, index).stream()
            .anyMatch(
                earlier ->
                    earlier.type() == ChallengeType.DNS_01
                        && earlier.domain().equals(challenge.domain()));
  }

  private boolean isLastRecord(int index) {
    return challenges.get(index).type() == ChallengeType.DNS_01
        && challenges.subList(index + 1, challenges.size()).stream()
            .noneMatch(later -> later.type() == ChallengeType.DNS_01);
  }
}
