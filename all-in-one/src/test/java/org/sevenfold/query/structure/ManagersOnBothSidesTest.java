package org.sevenfold.query.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sevenfold.command.lookups.GroupManagers;
import org.sevenfold.command.lookups.Lookups;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Timeline;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.structure.UnitEvent;
import org.sevenfold.events.structure.UnitEvent.GroupManagerAssigned;
import org.sevenfold.events.structure.UnitEvent.UnitClosed;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.platform.journal.Lookup;

/** Whoever decides and whoever reads know the same of who manages a unit, on every day. */
class ManagersOnBothSidesTest {

    private static final UnitId UNIT = new UnitId(new UUID(1, 4));
    private static final PersonId ADA = new PersonId(new UUID(2, 1));
    private static final PersonId BEN = new PersonId(new UUID(2, 2));
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 8);
    private static final LocalDate LAST = JUNE.plusDays(20);

    /** Histories of one unit: each is told to both sides. */
    static Stream<List<UnitEvent>> histories() {
        return Stream.of(
                List.of(manages(null, ADA, JUNE, null), closed(LAST)),
                List.of(manages(null, ADA, JUNE, LAST.minusDays(3)), closed(LAST)),
                List.of(manages(null, ADA, JUNE, LAST.plusDays(3)), closed(LAST)),
                List.of(manages(null, ADA, JUNE, null), manages(ADA, BEN, LAST, null), closed(LAST)),
                List.of(manages(null, ADA, JUNE, null), manages(ADA, BEN, LAST.plusDays(1), null), closed(LAST)),
                List.of(manages(null, ADA, LAST.plusDays(2), null), closed(LAST)),
                List.of(manages(null, ADA, JUNE, null)),
                List.of(closed(LAST)));
    }

    @ParameterizedTest
    @MethodSource("histories")
    void they_agree_on_every_day(List<UnitEvent> history) {
        var deciding = new Known(history);
        Timeline<GroupManagersBoard.Row> reading = rows(history);
        for (LocalDate day = JUNE.minusDays(2); day.isBefore(LAST.plusDays(6)); day = day.plusDays(1)) {
            LocalDate on = day;
            List<PersonId> read =
                    reading.stretchesOn(on).map(row -> row.value().personId()).toList();
            assertThat(GroupManagers.of(deciding, UNIT).stream()
                            .filter(assignment -> assignment.holdsOn(on))
                            .map(GroupManagers.Assignment::personId))
                    .as("the unit's, on " + on)
                    .isEqualTo(read);
            for (PersonId person : List.of(ADA, BEN)) {
                assertThat(GroupManagers.by(deciding, person).stream().anyMatch(assignment -> assignment.holdsOn(on)))
                        .as("the person's, on " + on)
                        .isEqualTo(read.contains(person));
            }
        }
    }

    @Test
    void a_unit_that_closes_has_its_manager_up_to_its_last_day() {
        var deciding = new Known(List.of(manages(null, ADA, JUNE, null), closed(LAST)));
        assertThat(GroupManagers.by(deciding, ADA))
                .extracting(GroupManagers.Assignment::lastDay)
                .containsExactly(LAST);
    }

    private static UnitEvent manages(
            @Nullable PersonId before, PersonId person, LocalDate from, @Nullable LocalDate lastDay) {
        return new GroupManagerAssigned(UNIT, before, person, from, lastDay, null);
    }

    private static UnitEvent closed(LocalDate lastDay) {
        return new UnitClosed(UNIT, lastDay, null);
    }

    private static EventId id(int number) {
        return new EventId(new UUID(9, number));
    }

    private static Timeline<GroupManagersBoard.Row> rows(List<UnitEvent> history) {
        var board = new GroupManagersBoard();
        Timeline<GroupManagersBoard.Row> rows = Timeline.empty();
        for (int i = 0; i < history.size(); i++) {
            UnitEvent event = history.get(i);
            rows = board.evolve(
                    rows, new Recorded<>(i + 1, id(i), event.streamId(), i, Instant.EPOCH, Map.of(), event));
        }
        return rows;
    }

    /** The lookup, folded from a history. */
    private static final class Known implements Lookups {

        private final Map<String, Object> values = new HashMap<>();

        Known(List<UnitEvent> history) {
            for (int i = 0; i < history.size(); i++) {
                for (String key : GroupManagers.LOOKUP.keys(history.get(i))) {
                    values.put(
                            key,
                            GroupManagers.LOOKUP.evolve(
                                    (GroupManagers.Assignments) values.get(key), key, id(i), history.get(i)));
                }
            }
        }

        @Override
        @SuppressWarnings("unchecked")
        public <V> Optional<V> find(Lookup<V> lookup, String key) {
            return Optional.ofNullable((V) values.get(key));
        }
    }
}
