package org.sevenfold.query.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sevenfold.query.testing.Events.recorded;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sevenfold.events.Days;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Timeline;
import org.sevenfold.events.Timeline.Stretch;
import org.sevenfold.events.staff.Fte;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.events.structure.UnitEvent;
import org.sevenfold.query.testing.LeaMarsh;

class FoldTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 3);

    record Name(String text) {}

    record Everything(
            UUID id,
            String name,
            PostRole role,
            Fte fte,
            BigDecimal hours,
            int months,
            boolean passed,
            @Nullable Integer absent) {}

    record Odd(Object what) {}

    /** Keeps the last two versions. */
    private static final class Names<R extends Record> extends Board<UnitEvent, R> {

        private final Function<Recorded<?>, R> row;

        Names(Class<R> type, Function<Recorded<?>, R> row) {
            super("names", Span.DAYS, UnitEvent.class, type);
            this.row = row;
        }

        @Override
        protected Timeline<R> evolve(Timeline<R> known, Recorded<? extends UnitEvent> recorded) {
            Timeline<R> grown = known.with(Days.from(DAY), recorded.id(), row.apply(recorded));
            int over = Math.max(0, grown.stretches().size() - 2);
            return new Timeline<>(
                    grown.stretches().subList(over, grown.stretches().size()));
        }
    }

    private static <R extends Record> Columns<R> columns(Class<R> type) {
        return Columns.of(new Names<>(type, event -> {
            throw new IllegalStateException();
        }));
    }

    private static <R extends Record> Stretch<R> row(Days days, R value) {
        return new Stretch<>(days, new EventId(new UUID(0, 0)), value);
    }

    private static Fold<Name> fold() {
        var board = new Names<>(Name.class, event -> new Name("as of " + event.position()));
        return new Fold<>(board, Columns.of(board), stream -> List.of());
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
        Columns<Everything> columns = columns(Everything.class);
        var row = row(
                Days.between(DAY, DAY),
                new Everything(
                        new UUID(1, 2),
                        "a\tb",
                        PostRole.CLINICIAN,
                        Fte.of("0.50"),
                        new BigDecimal("7.5"),
                        12,
                        true,
                        null));

        assertThat(columns.row(columns.texts(row))).isEqualTo(row);
        assertThat(columns.texts(row))
                .contains("0.5", "7.5", "CLINICIAN", "true", "2026-05-03")
                .containsNull();
    }

    @Test
    void an_open_end_is_written_as_infinity() {
        Columns<Name> columns = columns(Name.class);
        Stretch<Name> open = row(Days.from(DAY), new Name("x"));

        assertThat(columns.names()).containsExactly("text", "valid_from", "valid_to");
        assertThat(columns.texts(open)).containsExactly("x", "2026-05-03", "infinity");
        assertThat(columns.row(columns.texts(open))).isEqualTo(open);
    }

    @Test
    void a_value_without_a_canonical_text_cannot_be_a_column() {
        assertThatThrownBy(() -> columns(Odd.class)).isInstanceOf(IllegalArgumentException.class);
    }
}
