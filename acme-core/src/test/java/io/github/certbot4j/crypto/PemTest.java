package io.github.certbot4j.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class PemTest {
  private static final byte[] CONTENT = {1, 2, 3};
  private static final String BLOCK = "-----BEGIN X-----\nAQID\n-----END X-----\n";

  @Property
  void what_is_written_can_be_read(@ForAll @Size(max = 3) List<byte[]> contents) {
    StringBuilder text = new StringBuilder();
    for (byte[] content : contents) {
      text.append(Pem.encode("SOME LABEL", content));
    }
    List<PemBlock> blocks = new ArrayList<>();
    for (byte[] content : contents) {
      blocks.add(new PemBlock("SOME LABEL", content, false));
    }
    assertThat(Pem.decode(text.toString())).isEqualTo(blocks);
  }

  @Property
  void any_text_is_read_or_refused(@ForAll String noise, @ForAll String more) {
    String text = noise + "\n-----BEGIN X-----\n" + more + BLOCK;
    try {
      assertThat(Pem.decode(text)).isNotEmpty();
    } catch (CryptoException e) {
      assertThat(e).hasMessageStartingWith("PEM line ");
    }
  }

  @Example
  void lines_have_64_columns_and_the_last_one_ends() {
    assertThat(Pem.encode("X", new byte[49]))
        .isEqualTo("-----BEGIN X-----\n" + "A".repeat(64) + "\nAA==\n-----END X-----\n");
    assertThat(Pem.encode("X", new byte[48]))
        .isEqualTo("-----BEGIN X-----\n" + "A".repeat(64) + "\n-----END X-----\n");
  }

  @Example
  void text_around_blocks_and_carriage_returns_do_not_matter() {
    String text = "Bag Attributes\r\n" + BLOCK.replace("\n", "\r\n") + "between\n" + BLOCK + "end";
    assertThat(Pem.decode(text))
        .containsExactly(new PemBlock("X", CONTENT, false), new PemBlock("X", CONTENT, false));
  }

  @Example
  void a_last_line_without_its_end_is_read() {
    assertThat(Pem.decode(BLOCK.strip())).hasSize(1);
  }

  @Example
  void the_first_block_of_a_label_is_found_whatever_follows() {
    String text = BLOCK + BLOCK.replace("X-", "Y-") + "-----BEGIN Y-----\nbroken";
    assertThat(Pem.first(text, "Y")).contains(new PemBlock("Y", CONTENT, false));
    assertThat(Pem.first(BLOCK, "Y")).isEmpty();
  }

  @Example
  void a_header_tells_of_encryption() {
    String text =
        """
        -----BEGIN RSA PRIVATE KEY-----
        Proc-Type: 4,ENCRYPTED
        DEK-Info: AES-128-CBC,00

        AQID
        -----END RSA PRIVATE KEY-----
        """;
    assertThat(Pem.decode(text)).allMatch(PemBlock::encrypted);
  }

  @Example
  void a_block_without_end_is_named_with_its_line() {
    assertThatThrownBy(() -> Pem.decode("one\n-----BEGIN X-----\nAQID\n"))
        .hasMessage("PEM line 2: the block X begins here and does not end.");
  }

  @Example
  void a_block_with_another_end_is_named_with_its_line() {
    assertThatThrownBy(() -> Pem.decode("-----BEGIN X-----\nAQID\n-----END Y-----\n"))
        .hasMessage("PEM line 3: the block X ends as Y.");
  }

  @Example
  void a_block_within_a_block_is_refused() {
    assertThatThrownBy(() -> Pem.decode("-----BEGIN X-----\n" + BLOCK))
        .hasMessage("PEM line 2: unexpected boundary inside the block X.");
  }

  @Example
  void the_error_about_bad_base64_keeps_the_content_secret() {
    assertThatThrownBy(() -> Pem.decode("-----BEGIN X-----\nSECRET!\n-----END X-----\n"))
        .hasMessage("PEM line 1: the block X is not proper base64.")
        .hasNoCause();
  }
}
