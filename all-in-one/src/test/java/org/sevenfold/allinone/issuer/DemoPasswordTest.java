package org.sevenfold.allinone.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sevenfold.allinone.start.StartFailure;

/** The password is made anew each time unless it is fixed. */
class DemoPasswordTest {

    @Test
    void unfixed_it_is_another_each_time() {
        assertThat(DemoPassword.fixedOrNew(null).text()).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
        assertThat(DemoPassword.fixedOrNew("")).isNotEqualTo(DemoPassword.fixedOrNew(""));
    }

    @Test
    void fixed_it_is_as_it_was_set() {
        assertThat(DemoPassword.fixedOrNew("demo").text()).isEqualTo("demo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "a+b", "a%41", "naïve", "it's"})
    void what_a_shell_or_a_url_would_change_is_refused(String password) {
        assertThatThrownBy(() -> DemoPassword.fixedOrNew(password))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("SEVENFOLD_DEMO_PASSWORD");
    }
}
