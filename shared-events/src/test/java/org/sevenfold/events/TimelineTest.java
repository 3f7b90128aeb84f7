package org.sevenfold.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final EventId FIRST = new EventId(new UUID(0, 1));
    private static final EventId SECOND = new EventId(new UUID(0, 2));

    @Test
    void an_end_is_the_last_day_on_which_it_holds() {
        Days days = Days.between(MAY, LocalDate.of(2026, 5, 31));

        assertThat(days.hold(LocalDate.of(2026, 5, 31))).isTrue();
        assertThat(days.hold(JUNE)).isFalse();
        assertThat(days.to()).isEqualTo(JUNE);
        assertThat(days.spoken()).isEqualTo("from 1 May 2026 to 31 May 2026");
    }

    @Test
    void days_that_end_before_they_begin_never_hold_and_meet_nothing() {
        Days never = Days.between(JUNE, MAY);

        assertThat(never.never()).isTrue();
        assertThat(never.hold(JUNE)).isFalse();
        assertThat(never.meet(Days.from(MAY))).isFalse();
        assertThat(Days.from(MAY).meet(never)).isFalse();
    }

    @Test
    void days_that_touch_do_not_meet() {
        assertThat(new Days(MAY, JUNE).meet(Days.from(JUNE))).isFalse();
        assertThat(Days.between(MAY, JUNE).meet(Days.from(JUNE))).isTrue();
    }

    @Test
    void what_is_said_for_an_earlier_day_holds_until_what_was_said_for_a_later_one() {
        Timeline<String> timeline =
                Timeline.<String>empty().from(JUNE, FIRST, "later").from(MAY, SECOND, "earlier");

        assertThat(timeline.on(Days.before(JUNE))).contains("earlier");
        assertThat(timeline.on(JUNE)).contains("later");
        assertThat(timeline.on(Days.before(MAY))).isEmpty();
    }

    @Test
    void what_is_said_again_for_the_same_day_takes_its_place() {
        Timeline<String> timeline =
                Timeline.<String>empty().from(MAY, FIRST, "wrong").from(MAY, SECOND, "right");

        assertThat(timeline.stretches()).singleElement().satisfies(stretch -> {
            assertThat(stretch.value()).isEqualTo("right");
            assertThat(stretch.by()).isEqualTo(SECOND);
        });
    }

    @Test
    void an_end_cuts_what_holds_and_lets_fall_out_what_would_begin_behind_it() {
        Timeline<String> timeline = Timeline.<String>empty()
                .with(Days.from(MAY), FIRST, "ends")
                .with(Days.from(JULY), SECOND, "never begins")
                .ended(JUNE);

        assertThat(timeline.stretches()).singleElement().satisfies(stretch -> {
            assertThat(stretch.days().lastDay()).isEqualTo(JUNE);
            assertThat(stretch.value()).isEqualTo("ends");
        });
    }

    @Test
    void a_change_splits_what_holds_across_its_day() {
        Timeline<String> timeline =
                Timeline.<String>empty().from(MAY, FIRST, "as it was").changed(JUNE, was -> "changed");

        assertThat(timeline.on(MAY)).contains("as it was");
        assertThat(timeline.on(JUNE)).contains("changed");
        assertThat(timeline.stretches()).hasSize(2);
    }

    @Test
    void an_end_that_was_there_before_is_not_put_off() {
        Days days = Days.between(MAY, JUNE).endedBy(JULY);

        assertThat(days.lastDay()).isEqualTo(JUNE);
    }

    @Test
    void what_holds_from_a_day_on_and_nothing_else_ends_where_the_last_of_it_ended() {
        Timeline<String> timeline = Timeline.of(Days.from(MAY), FIRST, "as it was")
                .with(Days.from(JULY), FIRST, "planned for later")
                .until(JULY.plusDays(9), stretch -> stretch.value().startsWith("planned"))
                .then(JUNE, SECOND, "instead");

        assertThat(timeline.stretches())
                .containsExactly(
                        new Timeline.Stretch<>(new Days(MAY, JUNE), FIRST, "as it was"),
                        new Timeline.Stretch<>(new Days(JUNE, JULY.plusDays(9)), SECOND, "instead"));
    }

    @Test
    void one_value_takes_the_place_of_those_that_speak_of_the_same_thing_only() {
        Timeline<String> timeline = Timeline.of(Days.from(MAY), FIRST, "a 1")
                .with(Days.from(MAY), FIRST, "b 1")
                .from(JUNE, SECOND, "a 2", stretch -> stretch.value().startsWith("a"));

        assertThat(timeline.stretchesOn(JUNE))
                .extracting(Timeline.Stretch::value)
                .containsExactly("b 1", "a 2");
    }

    @Test
    void an_event_that_changes_what_holds_is_named_from_its_day_on() {
        Timeline<String> timeline =
                Timeline.of(Days.from(MAY), FIRST, "as it was").changed(JUNE, SECOND, was -> "changed");

        assertThat(timeline.stretches()).extracting(Timeline.Stretch::by).containsExactly(FIRST, SECOND);
    }

    @Test
    void what_stays_is_the_very_same() {
        Timeline<String> before = Timeline.of(Days.between(MAY, MAY), FIRST, "ended");

        assertThat(before.until(JULY).stretches().getFirst())
                .isSameAs(before.stretches().getFirst());
    }
}
