package org.sevenfold.events.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.StoredStream;
import org.sevenfold.events.StoredStream.StoredEvent;
import org.sevenfold.events.staff.PersonEvent;
import org.sevenfold.events.staff.PersonEvent.PersonRegistered;

class EventCatalogueTest {

    /** Rooms of what spans the dimensions; their events are stored as the programme\'s. */
    private static final Set<String> ACROSS = Set.of("initiative", "plan", "governance", "audit");

    static List<StoredStream> streams() {
        return EventCatalogue.STREAMS;
    }

    static Stream<StoredEvent> events() {
        return streams().stream().flatMap(stream -> stream.events().values().stream());
    }

    @ParameterizedTest
    @MethodSource("streams")
    void every_event_of_a_stream_is_stored_and_nothing_else(StoredStream stream) {
        assertThat(stream.events().values())
                .<Class<?>>extracting(StoredEvent::payload)
                .as("what %s stores is what its sealed interface permits", stream.type())
                .containsExactlyInAnyOrder(stream.base().getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("streams")
    void a_stream_is_named_after_its_events(StoredStream stream) {
        assertThat(stream.base().getSimpleName()).isEqualTo(stream.type() + "Event");
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_stored_name_is_its_dimension_and_what_happened_in_kebab_case(StoredEvent event) {
        String room = event.payload().getPackageName().substring("org.sevenfold.events.".length());
        String dimension = ACROSS.contains(room) ? "programme" : room;
        String happened = event.payload().getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-");

        assertThat(event.name()).isEqualTo(dimension + "." + happened.toLowerCase(java.util.Locale.ROOT));
        assertThat(event.name())
                .as("the past tense says that it is a fact")
                .matches(".*-(\\w+ed|made|held|met|sent|set|begun|given|shown|taken|withdrawn|reforecast)(-.*)?");
    }

    @Test
    void stream_types_are_unique() {
        assertThat(streams()).extracting(StoredStream::type).doesNotHaveDuplicates();
        assertThat(streams()).extracting(StoredStream::base).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_is_found_by_its_name_and_by_its_kind(StoredEvent event) {
        assertThat(EventCatalogue.named(event.name())).isEqualTo(event);
        assertThat(EventCatalogue.of(event.payload())).isEqualTo(event);
        assertThat(EventCatalogue.streamOf(event.payload()).events()).containsValue(event);
    }

    @Test
    void a_name_that_is_not_catalogued_is_an_error() {
        assertThatThrownBy(() -> EventCatalogue.named("staff.person-vanished"))
                .isInstanceOf(UnknownEventName.class)
                .hasMessageContaining("staff.person-vanished");
    }

    @Test
    void a_kind_that_is_not_catalogued_is_an_error() {
        record Rumour(String streamId) implements DomainEvent {}

        assertThatThrownBy(() -> EventCatalogue.of(Rumour.class)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> EventCatalogue.streamOf(Rumour.class)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_stream_takes_no_name_twice_and_no_misspelt_one() {
        StoredStream stream =
                StoredStream.of("Person", PersonEvent.class).stores("staff.person-registered", PersonRegistered.class);

        assertThatThrownBy(() -> stream.stores("staff.person-registered", PersonRegistered.class))
                .isInstanceOf(IllegalArgumentException.class);
        for (String misspelt : List.of(
                "person-registered", "staff.PersonRegistered", "staff.person_registered", "staff.", "Staff.gone")) {
            assertThatThrownBy(() -> stream.stores(misspelt, PersonRegistered.class))
                    .as(misspelt)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void each_upcast_makes_a_revision() {
        StoredStream stream = StoredStream.of("Person", PersonEvent.class)
                .stores("staff.person-registered", PersonRegistered.class, Map::copyOf, Map::copyOf);

        assertThat(stream.events().values())
                .singleElement()
                .extracting(StoredEvent::revision)
                .isEqualTo(3);
    }
}
