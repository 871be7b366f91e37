package io.github.certbot4j.nginx.vhost;

import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.nginx.parse.ByteText;
import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Asks which server blocks a wildcard certificate is for, since the names don't tell. */
final class WildcardQuestion {

  private final Display display;

  WildcardQuestion(Display display) {
    this.display = display;
  }

  /**
   * Puts the question.
   *
   * @param preferred which of several blocks for one name is offered
   * @return what was picked; nothing if the user cancelled
   * @throws io.github.certbot4j.model.FailureException if nobody can answer
   */
  List<ServerBlock> ask(
      DomainName domain,
      String purpose,
      List<ServerBlock> blocks,
      Servers servers,
      Predicate<ServerBlock> preferred) {
    Map<String, List<ServerBlock>> offered = new LinkedHashMap<>();
    for (ServerBlock block : oneForEachName(blocks, preferred)) {
      offered.computeIfAbsent(entry(block, servers), e -> new ArrayList<>()).add(block);
    }
    if (offered.isEmpty()) {
      return List.of();
    }
    Question question =
        Question.atTerminal(
            "Which server blocks of nginx shall be changed for " + purpose + " of " + domain + "?",
            "");
    List<ServerBlock> picked = new ArrayList<>();
    display
        .checklist(question, List.copyOf(offered.keySet()), Optional.empty())
        .ifPresent(entries -> entries.forEach(entry -> picked.addAll(offered.get(entry))));
    return picked;
  }

  private static Set<ServerBlock> oneForEachName(
      List<ServerBlock> blocks, Predicate<ServerBlock> preferred) {
    Map<String, ServerBlock> byName = new LinkedHashMap<>();
    for (ServerBlock block : blocks) {
      for (String name : block.names()) {
        if (!byName.containsKey(name) || preferred.test(block)) {
          byName.put(name, block);
        }
      }
    }
    return new LinkedHashSet<>(byName.values());
  }

  private static String entry(ServerBlock block, Servers servers) {
    return "File: "
        + block.file()
        + "\nAddresses: "
        + String.join(", ", block.listens().stream().map(Listen::toString).toList())
        + "\nNames: "
        + ByteText.decoded(String.join(", ", block.names()))
        + "\nHTTPS: "
        + (servers.isSecure(block) ? "Yes" : "No");
  }
}
