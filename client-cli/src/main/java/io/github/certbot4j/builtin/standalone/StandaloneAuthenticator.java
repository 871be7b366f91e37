package io.github.certbot4j.builtin.standalone;

import io.github.certbot4j.builtin.standalone.PortUnavailableException.Reason;
import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.PluginContext;
import io.github.certbot4j.spi.PluginUnusableException;
import io.github.certbot4j.spi.Question;
import io.github.certbot4j.spi.SharedOptions;
import io.github.certbot4j.webserver.PortHolders;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Answers http-01 challenges by a web server that listens only while there is something to say. */
final class StandaloneAuthenticator implements Authenticator {

  private static final int HIGHEST_PORT = 65535;

  private final Display display;
  private final PortHolders holders;
  private final String address;
  private final int port;
  private final ServedResponses responses;

  /**
   * One for one lineage.
   *
   * @param ports what is served at each port, shared by all authenticators of the run
   */
  StandaloneAuthenticator(
      PluginContext context, PortHolders holders, Function<Integer, ServedResponses> ports) {
    this.display = context.display();
    this.holders = holders;
    this.address = context.options().get(SharedOptions.HTTP01_ADDRESS);
    this.port = context.options().get(SharedOptions.HTTP01_PORT);
    this.responses = ports.apply(port);
  }

  @Override
  public void prepare() {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new PluginUnusableException(
          PluginUnusableException.Reason.MISCONFIGURED,
          "--http-01-port is " + port + ", but ports lie between 0 and " + HIGHEST_PORT + ".");
    }
  }

  @Override
  public List<ChallengeType> supportedTypes(DomainName domain) {
    return List.of(ChallengeType.HTTP_01);
  }

  @Override
  public void perform(List<Challenge> challenges) {
    responses.publish(challenges, this::listen);
  }

  @Override
  public void cleanUp(List<Challenge> challenges) {
    responses.withdraw(challenges);
  }

  @Override
  public String hint(List<Challenge> failed) {
    return "The web server of this program answered at port "
        + port
        + ". Make sure that the names above lead to this machine and that its port 80 can be reached"
        + " from the Internet.";
  }

  /** The port that is listened at; empty while nothing is published. */
  OptionalInt listeningPort() throws IOException {
    return responses.listeningPort();
  }

  private List<ServerSocketChannel> listen() {
    while (true) {
      try {
        return Listeners.open(address, port);
      } catch (PortUnavailableException e) {
        Failure failure = failure(e);
        if (e.reason() != Reason.BUSY || !wantsRetry(failure)) {
          throw new FailureException(failure, e);
        }
      }
    }
  }

  private boolean wantsRetry(Failure failure) {
    Question question =
        Question.atTerminal(failure.what() + " Stop that program, then try again.", "");
    return display.yesNo(question, "Retry", "Cancel", Optional.of(false));
  }

  private Failure failure(PortUnavailableException e) {
    return switch (e.reason()) {
      case BUSY ->
          new Failure.Environment(
              "Port " + port + " is in use" + holder() + ".",
              "Stop that program meanwhile, have it serve the challenges with --webroot, or choose"
                  + " another port with --http-01-port and forward port 80 to it.",
              true);
      case DENIED ->
          new Failure.Environment(
              "Listening at port " + port + " is not permitted.",
              "Run as root or with the capability CAP_NET_BIND_SERVICE, or choose a port above 1023"
                  + " with --http-01-port and forward port 80 to it.",
              false);
      case OTHER ->
          new Failure.Environment(
              "Could not listen at port " + port + ": " + e.getMessage() + ".",
              "Check --http-01-address and --http-01-port.",
              false);
    };
  }

  private String holder() {
    List<String> programs = holders.at(port);
    return programs.isEmpty() ? "" : " by " + String.join(", ", programs);
  }
}
