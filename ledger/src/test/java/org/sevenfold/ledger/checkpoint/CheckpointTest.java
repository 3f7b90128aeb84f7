package org.sevenfold.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.note.Keys;
import org.sevenfold.ledger.note.SignedNote;

class CheckpointTest {

    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    private static final String PUBLISHED = "example.com/behind-the-sofa\n20852163\n" + ROOT + "\n";

    @Test
    void the_published_example_is_read_and_written_back() {
        Checkpoint read = Checkpoint.parse(PUBLISHED);

        assertThat(read).isEqualTo(new Checkpoint("example.com/behind-the-sofa", 20852163, Hash.ofBase64(ROOT)));
        assertThat(read.text()).isEqualTo(PUBLISHED);
        assertThat(Checkpoint.of(SignedNote.sign(PUBLISHED, List.of(Keys.LOG)))).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b c\n0\n" + ROOT + "\n",
                "a\n18446744073709551615\n" + ROOT + "\n",
                "a\n1\n" + ROOT + "\nfurther\nlines\n"
            })
    void names_with_spaces_sizes_of_64_bits_and_further_lines_are_read_and_written_back(String text) {
        assertThat(Checkpoint.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "a\n1\n",
                "a\n1\n" + ROOT,
                "\n1\n" + ROOT + "\n",
                "a\n\n" + ROOT + "\n",
                "a\n01\n" + ROOT + "\n",
                "a\n-1\n" + ROOT + "\n",
                "a\n 1\n" + ROOT + "\n",
                "a\n1.0\n" + ROOT + "\n",
                "a\n18446744073709551616\n" + ROOT + "\n",
                "a\n1\n\n",
                "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
                "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
                "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n",
                "a\n1\n" + ROOT + "\n\n",
                "a\n1\n" + ROOT + "\n\nfurther\n"
            })
    void what_is_no_checkpoint_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Checkpoint.parse(text));
    }
}
