package io.github.certbot4j.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class MountPointsTest {

  private static final String TABLE =
      """
      22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
      97 22 8:1 /conf/nginx.conf /etc/nginx/nginx.conf rw - ext4 /dev/sda1 rw
      98 22 8:1 /conf/b /srv/a\\040b\\134c rw - ext4 /dev/sda1 rw
      garbage
      """;

  @Test
  void a_file_that_is_mounted_is_found() {
    assertThat(MountPoints.listed(TABLE, Path.of("/etc/nginx/nginx.conf"))).isTrue();
    assertThat(MountPoints.listed(TABLE, Path.of("/srv/a b\\c"))).isTrue();
  }

  @Test
  void what_lies_below_a_mount_point_is_none_itself() {
    assertThat(MountPoints.listed(TABLE, Path.of("/etc/nginx"))).isFalse();
    assertThat(MountPoints.listed(TABLE, Path.of("/conf/nginx.conf"))).isFalse();
  }
}
