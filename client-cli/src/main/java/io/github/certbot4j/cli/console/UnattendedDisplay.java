package io.github.certbot4j.cli.console;

/** Shows texts and asks nothing. */
final class UnattendedDisplay extends DefaultAnswers {

  private final Screen screen;

  UnattendedDisplay(Screen screen) {
    this.screen = screen;
  }

  @Override
  public void line(String text) {
    screen.line(text);
  }

  @Override
  public void framed(String text) {
    screen.framed(TextWrapper.wrap(text));
  }

  @Override
  public void framedAsIs(String text) {
    screen.framed(text);
  }
}
