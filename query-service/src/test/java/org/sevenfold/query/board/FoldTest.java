package org.sevenfold.query.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sevenfold.query.testing.Events.recorded;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sevenfold.events.staff.Fte;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.events.structure.UnitEvent;
import org.sevenfold.query.testing.LeaMarsh;

class FoldTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 3);

    record Name(String text, LocalDate validFrom, @Nullable LocalDate validTo) implements Row.Interval {}

    record Everything(
            UUID id,
            String name,
            PostRole role,
            Fte fte,
            BigDecimal hours,
            int months,
            boolean passed,
            @Nullable Integer absent,
            LocalDate effectiveOn)
            implements Row.Point {}

    record Odd(Object what, LocalDate effectiveOn) implements Row.Point {}

    /** Keeps the last two versions. */
    private static final Board<UnitEvent, Name> BOARD =
            new Board<>("names", UnitEvent.class, Name.class, (timeline, event) -> {
                var grown = new ArrayList<>(timeline);
                grown.add(new Name("as of " + event.position(), DAY, null));
                return grown.size() > 2 ? grown.subList(1, 3) : grown;
            });

    private static Fold<Name> fold() {
        return new Fold<>(BOARD, Columns.of(Name.class), stream -> List.of());
    }

    @Test
    void what_stays_is_known_from_where_it_entered_and_what_left_is_known_up_to_there() {
        Fold<Name> fold = fold();
        fold.take(recorded(4, LeaMarsh.unit("A", null)));
        fold.take(recorded(5, LeaMarsh.unit("A", null)));
        fold.take(recorded(9, LeaMarsh.unit("A", null)));

        assertThat(fold.takeEnded()).singleElement().satisfies(row -> {
            assertThat(row.knownFrom()).isEqualTo(4);
            assertThat(row.knownTo()).isEqualTo(9);
        });
        assertThat(fold.standing()).extracting(Held::knownFrom).containsExactly(5L, 9L);
        assertThat(fold.standing()).allMatch(row -> row.knownTo() == Held.STILL);
    }

    @Test
    void events_of_other_streams_pass_by() {
        Fold<Name> fold = fold();

        fold.take(recorded(1, LeaMarsh.person("ada")));

        assertThat(fold.standing()).isEmpty();
    }

    @Test
    void a_row_is_the_same_after_it_was_written_and_read() {
        Columns<Everything> columns = Columns.of(Everything.class);
        var row = new Everything(
                new UUID(1, 2), "a\tb", PostRole.CLINICIAN, Fte.of("0.50"), new BigDecimal("7.5"), 12, true, null, DAY);

        assertThat(columns.row(columns.texts(row))).isEqualTo(row);
        assertThat(columns.texts(row))
                .contains("0.5", "7.5", "CLINICIAN", "true", "2026-05-03")
                .containsNull();
    }

    @Test
    void an_open_end_is_written_as_infinity() {
        Columns<Name> columns = Columns.of(Name.class);

        assertThat(columns.names()).containsExactly("text", "valid_from", "valid_to");
        assertThat(columns.texts(new Name("x", DAY, null))).endsWith("infinity");
        assertThat(columns.row(columns.texts(new Name("x", DAY, null))).validTo())
                .isNull();
    }

    @Test
    void a_value_without_a_canonical_text_cannot_be_a_column() {
        assertThatThrownBy(() -> Columns.of(Odd.class)).isInstanceOf(IllegalArgumentException.class);
    }
}
