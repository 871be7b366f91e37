package io.github.certbot4j.spi.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.spi.DeployPaths;
import io.github.certbot4j.spi.Enhancement;
import io.github.certbot4j.spi.Installer;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What holds for every {@link Installer} that changes files. A test class of the plugin's module
 * extends it and says how the server's configuration looks.
 */
public abstract class InstallerContract {

  private static final String TITLE = "A title";

  /** The installer under test, configured so that it can work; the same for a whole test. */
  protected abstract Installer installer();

  /** All of the server's configuration, as it is on disk. */
  protected abstract String configuration();

  /** Two names that the configuration serves, or can be made to serve. */
  protected abstract List<DomainName> names();

  /** Files of a certificate that are not in use yet. */
  protected abstract DeployPaths paths();

  @Test
  final void it_can_be_prepared_again_and_again() {
    installer().prepare();
    assertThatCode(installer()::prepare).doesNotThrowAnyException();
  }

  @Test
  final void looking_changes_nothing() {
    String before = configuration();
    installer().prepare();
    installer().allNames();
    installer().supportedEnhancements();
    assertThat(configuration()).isEqualTo(before);
  }

  @Test
  final void saved_edits_are_in_the_configuration_and_make_one_checkpoint() {
    String before = configuration();
    installer().prepare();
    installer().deploy(names().get(0), paths());
    assertThat(installer().save("", false)).isFalse();
    installer().deploy(names().get(1), paths());
    assertThat(installer().save("", false)).isFalse();
    assertThat(installer().save(TITLE, false)).isTrue();
    assertThat(configuration()).isNotEqualTo(before).contains(paths().privkey().toString());
    assertThat(installer().save(TITLE, false)).as("nothing was changed since").isFalse();
  }

  @Test
  final void a_checkpoint_can_be_rolled_back() {
    String before = configuration();
    installer().prepare();
    deployFirst();
    installer().rollback(1);
    assertThat(configuration()).isEqualTo(before);
  }

  @Test
  final void checkpoints_are_rolled_back_newest_first() {
    installer().prepare();
    deployFirst();
    String between = configuration();
    installer().deploy(names().get(1), paths());
    installer().save(TITLE, false);
    installer().rollback(1);
    assertThat(configuration()).isEqualTo(between);
  }

  @Test
  final void rolling_back_more_than_there_is_undoes_all() {
    String before = configuration();
    installer().prepare();
    deployFirst();
    installer().deploy(names().get(1), paths());
    installer().save(TITLE, false);
    installer().rollback(7);
    assertThat(configuration()).isEqualTo(before);
    assertThatCode(() -> installer().rollback(1)).doesNotThrowAnyException();
    assertThat(configuration()).isEqualTo(before);
  }

  @Test
  final void rolling_back_nothing_changes_nothing() {
    installer().prepare();
    deployFirst();
    String before = configuration();
    installer().rollback(0);
    assertThat(configuration()).isEqualTo(before);
  }

  @Test
  final void recovering_undoes_what_has_no_title_and_nothing_more() {
    installer().prepare();
    deployFirst();
    String checkpoint = configuration();
    installer().deploy(names().get(1), paths());
    installer().save("", false);
    installer().recover();
    assertThat(configuration()).isEqualTo(checkpoint);
    assertThatCode(installer()::recover).doesNotThrowAnyException();
    assertThat(configuration()).isEqualTo(checkpoint);
  }

  @Test
  final void recovering_drops_edits_that_were_not_saved() {
    String before = configuration();
    installer().prepare();
    installer().deploy(names().get(0), paths());
    installer().recover();
    assertThat(installer().save(TITLE, false)).isFalse();
    assertThat(configuration()).isEqualTo(before);
  }

  @Test
  final void temporary_edits_never_make_a_checkpoint() {
    String before = configuration();
    installer().prepare();
    installer().deploy(names().get(0), paths());
    assertThat(installer().save(TITLE, true)).isFalse();
    installer().recover();
    assertThat(configuration()).isEqualTo(before);
  }

  @Test
  final void an_enhancement_is_added_once_and_can_be_rolled_back() {
    installer().prepare();
    deployFirst();
    String before = configuration();
    for (Enhancement enhancement : installer().supportedEnhancements()) {
      assertThat(installer().enhance(names().get(0), enhancement, paths())).isTrue();
      assertThat(installer().save(TITLE, false)).isTrue();
      assertThat(configuration()).as("with %s", enhancement).isNotEqualTo(before);
      assertThat(installer().enhance(names().get(0), enhancement, paths())).isFalse();
      installer().rollback(1);
      assertThat(configuration()).as("without %s", enhancement).isEqualTo(before);
    }
  }

  private void deployFirst() {
    installer().deploy(names().get(0), paths());
    installer().save(TITLE, false);
  }
}
