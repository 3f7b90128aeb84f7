package org.sevenfold.events.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sevenfold.events.StoredStream.StoredEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One file a stored name and revision holds an event as the log holds it, and a second one, {@code minimal}, without
 * what may be left out. A file is never edited: a changed shape is a new revision, an upcast and another file.
 */
class GoldenFilesTest {

    private static final Path GOLDEN = Path.of("src/main/resources/org/sevenfold/events/golden");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<StoredEvent> events() {
        return EventCatalogueTest.events();
    }

    @Test
    void there_is_a_file_for_every_name_and_revision_and_for_nothing_else() throws IOException {
        var expected = new TreeSet<String>();
        events().forEach(event -> IntStream.rangeClosed(1, event.revision())
                .forEach(revision -> expected.add(event.name() + ".r" + revision)));

        var found = new TreeSet<String>();
        for (Path file : files()) {
            found.add(file.getFileName().toString().replaceFirst("(\\.minimal)?\\.json$", ""));
        }
        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("events")
    void the_file_of_the_current_revision_sets_every_component_in_order(StoredEvent event) throws IOException {
        assertThat(namesIn(event, "")).isEqualTo(names(event, true));
    }

    @ParameterizedTest
    @MethodSource("events")
    void where_something_may_be_left_out_a_minimal_file_leaves_it_out(StoredEvent event) throws IOException {
        if (names(event, false).equals(names(event, true))) {
            assertThat(file(event, ".minimal")).doesNotExist();
        } else {
            assertThat(namesIn(event, ".minimal")).isEqualTo(names(event, false));
        }
    }

    @Test
    void a_file_is_one_line_of_json() throws IOException {
        for (Path file : files()) {
            String text = Files.readString(file);
            assertThat(text.lines()).as(file.toString()).hasSize(1);
            assertThat(JSON.readTree(text).isObject()).as(file.toString()).isTrue();
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.sorted().toList();
        }
    }

    private static Path file(StoredEvent event, String minimal) {
        return GOLDEN.resolve(event.name() + ".r" + event.revision() + minimal + ".json");
    }

    private static List<String> namesIn(StoredEvent event, String minimal) throws IOException {
        JsonNode tree = JSON.readTree(Files.readString(file(event, minimal)));
        return new ArrayList<>(tree.propertyNames());
    }

    private static List<String> names(StoredEvent event, boolean withNullable) {
        return Arrays.stream(event.payload().getRecordComponents())
                .filter(component ->
                        withNullable || !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .toList();
    }
}
