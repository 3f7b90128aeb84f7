package org.sevenfold.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a first start asks to be written down is enough to check the log by later. */
class WriteDownTest {

    @Test
    void size_and_root_stand_where_they_can_be_copied() {
        String root = "ab".repeat(32);

        assertThat(WriteDown.words(420, root).lines())
                .anyMatch(line -> line.contains("Write this down") && line.contains("420 events"))
                .contains("  " + root);
    }
}
