package io.github.certbot4j.builtin.standalone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One client: its request is read up to the end of the head, answered, and that was it. */
final class Connection {

  private static final int LONGEST_HEAD = 8192;

  private final SocketChannel channel;
  private final ResponseWriter responses;
  private final long deadline;
  private final ByteBuffer head = ByteBuffer.allocate(LONGEST_HEAD);
  private ByteBuffer response = ByteBuffer.allocate(0);
  private boolean answered;

  /**
   * Serves a channel that doesn't block.
   *
   * @param deadline the value of {@link System#nanoTime} at which the client's time is up
   */
  Connection(SocketChannel channel, ResponseWriter responses, long deadline) {
    this.channel = channel;
    this.responses = responses;
    this.deadline = deadline;
  }

  long deadline() {
    return deadline;
  }

  /** Does what can be done without waiting; false when the connection is to be closed. */
  boolean advance(SelectionKey key) throws IOException {
    return answered ? write(key) : read(key);
  }

  private boolean read(SelectionKey key) throws IOException {
    if (channel.read(head) < 0) {
      return false;
    }
    String text = new String(head.array(), 0, head.position(), StandardCharsets.ISO_8859_1);
    if (endsHead(text)) {
      response = responses.answer(text);
    } else if (!head.hasRemaining()) {
      response = responses.tooLong();
    } else {
      return true;
    }
    answered = true;
    return write(key);
  }

  private boolean write(SelectionKey key) throws IOException {
    if (response.hasRemaining()) {
      channel.write(response);
      if (response.hasRemaining()) {
        key.interestOps(SelectionKey.OP_WRITE);
        return true;
      }
      channel.shutdownOutput();
      key.interestOps(SelectionKey.OP_READ);
    }
    return discardRest();
  }

  /**
   * Reads until the client is done: closing before that would make the system throw away what the
   * client hasn't received yet.
   */
  private boolean discardRest() throws IOException {
    head.clear();
    return channel.read(head) >= 0;
  }

  void close() throws IOException {
    channel.close();
  }

  private static boolean endsHead(String text) {
    String head = text.stripLeading();
    return head.contains("\r\n\r\n") || head.contains("\n\n");
  }
}
