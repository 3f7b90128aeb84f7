package org.sevenfold.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TogetherTest {

    private static final LookupKey POST = new LookupKey("posts", "LM-014");

    private final Waiting first =
            Writes.to("a", 3).changing(POST, 7, "1").underKey("k").waiting();

    private static Together together(Waiting... inOrder) {
        return Together.of(List.of(inOrder));
    }

    @Test
    void writes_that_have_nothing_in_common_go_together() {
        Waiting other = Writes.to("b", 0).underKey("other").waiting();

        assertThat(together(first, other).stored()).containsExactly(first, other);
    }

    @Test
    void those_who_only_read_the_same_go_together() {
        Waiting reader = Writes.to("b", 0).reading(POST, 7).waiting();
        Waiting other = Writes.to("c", 0).reading(POST, 7).waiting();

        assertThat(together(reader, other).stored()).containsExactly(reader, other);
    }

    @Test
    void who_had_read_what_an_earlier_one_changes_stays_behind() {
        Waiting sameStream = Writes.to("a", 3).waiting();
        Waiting reader = Writes.to("b", 0).reading(POST, 7).waiting();
        Waiting other = Writes.to("c", 0).waiting();

        Together together = together(first, sameStream, reader, other);

        assertThat(together.stored()).containsExactly(first, other);
        assertThat(together.behind()).extracting(Together.Behind::waiting).containsExactly(sameStream, reader);
        assertThat(together.behind()).extracting(Together.Behind::twin).containsOnlyNulls();
    }

    @Test
    void who_changes_what_an_earlier_one_had_read_goes_with_it_because_it_comes_later() {
        Waiting reader = Writes.to("b", 0).reading(POST, 7).waiting();

        assertThat(together(reader, first).stored()).containsExactly(reader, first);
    }

    @Test
    void what_stays_behind_keeps_nobody_behind() {
        Waiting behind =
                Writes.to("a", 3).changing(new LookupKey("posts", "x"), 0, "1").waiting();
        Waiting later =
                Writes.to("c", 0).reading(new LookupKey("posts", "x"), 0).waiting();

        assertThat(together(first, behind, later).stored()).containsExactly(first, later);
    }

    @Test
    void the_second_under_one_key_is_answered_from_the_first() {
        Waiting between = Writes.toNewStream().waiting();
        Waiting twin = Writes.toNewStream().underKey("k").waiting();

        assertThat(together(between, first, twin).behind()).containsExactly(new Together.Behind(twin, 1));
    }
}
