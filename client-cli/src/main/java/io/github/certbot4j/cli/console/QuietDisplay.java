package io.github.certbot4j.cli.console;

/** Shows nothing, nor lays it out, and asks nothing. */
final class QuietDisplay extends DefaultAnswers {

  @Override
  public void line(String text) {}

  @Override
  public void framed(String text) {}

  @Override
  public void framedAsIs(String text) {}

  @Override
  public boolean isSilent() {
    return true;
  }
}
