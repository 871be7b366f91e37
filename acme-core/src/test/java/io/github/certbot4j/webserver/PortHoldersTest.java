package io.github.certbot4j.webserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortHoldersTest {

  private static final String HEADER =
      "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout"
          + " inode\n";

  @TempDir Path proc;

  @Test
  void a_listener_is_found_by_the_inode_of_its_socket() throws IOException {
    table("tcp", line("00000000:0050", "0A", 77));
    table("tcp6", "");
    process(12, "cron", 5);
    process(34, "nginx", 77);
    process(35, "nginx", 77);
    assertThat(new PortHolders(proc).at(80)).containsExactly("nginx (pid 34)");
  }

  @Test
  void sockets_of_both_protocols_count() throws IOException {
    table("tcp", line("0100007F:1F90", "0A", 8));
    table("tcp6", line("00000000000000000000000000000000:1F90", "0A", 9));
    process(7, "four", 8);
    process(8, "six", 9);
    assertThat(new PortHolders(proc).at(8080))
        .containsExactlyInAnyOrder("four (pid 7)", "six (pid 8)");
  }

  @Test
  void connections_and_other_ports_do_not_count() throws IOException {
    table("tcp", line("00000000:0050", "01", 77) + line("00000000:0051", "0A", 78));
    process(34, "nginx", 77);
    process(35, "other", 78);
    assertThat(new PortHolders(proc).at(80)).isEmpty();
  }

  @Test
  void a_system_without_such_files_knows_nothing() {
    assertThat(new PortHolders(proc.resolve("missing")).at(80)).isEmpty();
  }

  private static String line(String address, String state, int inode) {
    return "   0: "
        + address
        + " 00000000:0000 "
        + state
        + " 00000000:00000000 00:00000000 00000000     0        0 "
        + inode
        + " 1 0000000000000000 100 0 0 10 0\n";
  }

  private void table(String name, String lines) throws IOException {
    Files.createDirectories(proc.resolve("net"));
    Files.writeString(proc.resolve("net").resolve(name), HEADER + lines);
  }

  private void process(int pid, String name, int inode) throws IOException {
    Path directory = Files.createDirectory(proc.resolve(Integer.toString(pid)));
    Files.writeString(directory.resolve("comm"), name + "\n");
    Path descriptors = Files.createDirectory(directory.resolve("fd"));
    Files.createSymbolicLink(descriptors.resolve("0"), Path.of("/dev/null"));
    Files.createSymbolicLink(descriptors.resolve("3"), Path.of("socket:[" + inode + "]"));
  }
}
