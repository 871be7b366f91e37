package io.github.certbot4j.config;

import io.github.certbot4j.model.AcmeServer;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.spi.BadValueException;
import io.github.certbot4j.spi.OptionType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The types of options that only the core has. */
final class CoreTypes {

  static final OptionType<List<DomainName>> DOMAINS = new Domains();
  static final OptionType<List<ChallengeType>> CHALLENGES = new Challenges();
  static final OptionType<AcmeServer> SERVER = new Server();
  static final OptionType<CertName> CERT_NAME = new LineageName();
  static final OptionType<RevocationReason> REASON = new Reason();
  static final OptionType<String> COMMENT = new Comment();

  private CoreTypes() {}

  private static String last(List<String> texts) {
    return texts.get(texts.size() - 1);
  }

  private record Domains() implements OptionType<List<DomainName>> {
    @Override
    public Arity arity() {
      return Arity.REPEATED;
    }

    @Override
    public List<DomainName> parse(List<String> texts) {
      Set<DomainName> names = new LinkedHashSet<>();
      for (String text : texts) {
        for (String item : text.split(",", -1)) {
          names.add(DomainName.parse(item));
        }
      }
      return List.copyOf(names);
    }

    @Override
    public List<String> format(List<DomainName> value) {
      List<String> texts = new ArrayList<>(value.size());
      for (DomainName name : value) {
        texts.add(name.ascii());
      }
      return texts;
    }
  }

  private record Challenges() implements OptionType<List<ChallengeType>> {
    @Override
    public Arity arity() {
      return Arity.REPEATED;
    }

    @Override
    public List<ChallengeType> parse(List<String> texts) {
      Set<ChallengeType> types = new LinkedHashSet<>();
      for (String text : texts) {
        for (String item : text.split(",", -1)) {
          String name = item.strip();
          types.add(
              ChallengeType.byName(name)
                  .orElseThrow(
                      () -> new BadValueException("'" + name + "' is not a challenge type")));
        }
      }
      return List.copyOf(types);
    }

    @Override
    public List<String> format(List<ChallengeType> value) {
      List<String> texts = new ArrayList<>(value.size());
      for (ChallengeType type : value) {
        texts.add(type.wireName());
      }
      return texts;
    }
  }

  private record Server() implements OptionType<AcmeServer> {
    @Override
    public Arity arity() {
      return Arity.SINGLE;
    }

    @Override
    public AcmeServer parse(List<String> texts) {
      return AcmeServer.parse(last(texts));
    }

    @Override
    public AcmeServer restore(List<String> texts) {
      return AcmeServer.stored(last(texts));
    }

    @Override
    public List<String> format(AcmeServer value) {
      return List.of(value.url());
    }
  }

  private record LineageName() implements OptionType<CertName> {
    @Override
    public Arity arity() {
      return Arity.SINGLE;
    }

    @Override
    public CertName parse(List<String> texts) {
      return new CertName(last(texts));
    }

    @Override
    public List<String> format(CertName value) {
      return List.of(value.value());
    }
  }

  private record Reason() implements OptionType<RevocationReason> {
    @Override
    public Arity arity() {
      return Arity.SINGLE;
    }

    @Override
    public RevocationReason parse(List<String> texts) {
      return RevocationReason.named(last(texts))
          .orElseThrow(
              () ->
                  new BadValueException(
                      "'" + last(texts) + "' is not one of " + String.join(", ", choices())));
    }

    @Override
    public List<String> format(RevocationReason value) {
      return List.of(value.optionName());
    }

    @Override
    public List<String> choices() {
      List<String> names = new ArrayList<>();
      for (RevocationReason reason : RevocationReason.values()) {
        names.add(reason.optionName());
      }
      return List.copyOf(names);
    }
  }

  /** Goes into parentheses in the User-Agent header, hence may hold none. */
  private record Comment() implements OptionType<String> {
    @Override
    public Arity arity() {
      return Arity.SINGLE;
    }

    @Override
    public String parse(List<String> texts) {
      String text = last(texts);
      if (text.indexOf('(') >= 0 || text.indexOf(')') >= 0) {
        throw new BadValueException("parentheses are not allowed in the comment");
      }
      return text;
    }

    @Override
    public List<String> format(String value) {
      return List.of(value);
    }
  }
}
