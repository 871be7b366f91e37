package io.github.certbot4j.cli.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keeps records in memory until there is a file, then writes those and all further ones to it. */
final class FileAppender extends AppenderBase<ILoggingEvent> {

  /** So many records that a loop in option parsing doesn't use up the memory. */
  private static final int MAX_EARLY = 10_000;

  private final LogLine format;
  private final Complaint complaint;
  private final List<ILoggingEvent> early = new ArrayList<>();
  private RotatingFile file;

  /**
   * An appender that has no file yet.
   *
   * @param complaint is told of records that can't be written
   */
  FileAppender(LogLine format, Complaint complaint) {
    this.format = format;
    this.complaint = complaint;
  }

  /** Writes what was kept and goes on with this file. */
  void writeTo(RotatingFile opened) {
    synchronized (early) {
      file = opened;
      StringBuilder text = new StringBuilder();
      for (ILoggingEvent event : early) {
        format.append(event, text);
      }
      early.clear();
      write(text);
    }
  }

  @Override
  protected void append(ILoggingEvent event) {
    synchronized (early) {
      if (file == null) {
        keep(event);
        return;
      }
      StringBuilder text = new StringBuilder(160);
      format.append(event, text);
      write(text);
    }
  }

  @Override
  public void stop() {
    super.stop();
    synchronized (early) {
      close();
    }
  }

  private void keep(ILoggingEvent event) {
    if (early.size() < MAX_EARLY) {
      // The message must be what the arguments are now, not what they have become when it's
      // written.
      event.getFormattedMessage();
      early.add(event);
    }
  }

  private void write(StringBuilder text) {
    try {
      file.write(text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      complaint.about(e);
    }
  }

  private void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      complaint.about(e);
    }
  }
}
