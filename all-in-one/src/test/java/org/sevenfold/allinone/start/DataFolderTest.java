package org.sevenfold.allinone.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One program at a time has the data, and beginning anew leaves nothing of them. */
class DataFolderTest {

    @TempDir
    private Path temporary;

    @Test
    void a_second_taker_is_refused_in_a_sentence() throws IOException {
        Path data = temporary.resolve("data");
        try (var first = DataFolder.take(data)) {
            assertThat(first.logs()).isDirectory();
            assertThatThrownBy(() -> DataFolder.take(data))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage("Sevenfold is running already on " + data
                            + "; stop it first, or start this one in another folder.");
        }
    }

    @Test
    void it_can_be_taken_again_once_it_is_left() throws IOException {
        DataFolder.take(temporary).close();

        DataFolder.take(temporary).close();

        assertThat(temporary).isDirectoryContaining("glob:**/logs");
    }

    @Test
    void emptied_it_holds_nothing_of_before_and_is_still_ours() throws IOException {
        try (var data = DataFolder.take(temporary)) {
            Files.createDirectories(data.database().resolve("base"));
            Files.writeString(data.database().resolve("base").resolve("1"), "rows");
            Files.writeString(data.localEnv(), "SEVENFOLD_OWNER_PASSWORD=old");
            Files.writeString(data.logs().resolve("sevenfold.log"), "old");

            data.empty();

            assertThat(data.database()).doesNotExist();
            assertThat(data.localEnv()).doesNotExist();
            assertThat(data.logs()).isEmptyDirectory();
            assertThatThrownBy(() -> DataFolder.take(temporary)).isInstanceOf(StartFailure.class);
        }
    }
}
