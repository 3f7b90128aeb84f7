package org.sevenfold.ledger.note;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.sevenfold.ledger.note.Keys.ENOCH_LINE;
import static org.sevenfold.ledger.note.Keys.PETER_LINE;
import static org.sevenfold.ledger.note.Keys.TEXT;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignedNoteTest {

    private static final VerifierKey PETER = VerifierKey.parse(Keys.PETER);
    private static final VerifierKey ENOCH = VerifierKey.parse(Keys.ENOCH);
    private static final Instant SEEN_AT = Instant.parse("2026-07-31T09:30:00.9Z");

    @Nested
    class Signed {

        @Test
        void the_published_note_is_signed_byte_for_byte() {
            SignedNote note = SignedNote.sign(TEXT, List.of(SigningKey.parse(Keys.PETER_PRIVATE)));

            assertThat(note).hasToString(TEXT + "\n" + PETER_LINE);
            assertThat(SignedNote.parse(note.bytes())).isEqualTo(note);
        }

        @Test
        void while_a_key_is_replaced_both_sign_and_either_verifies() {
            SignedNote note = SignedNote.sign("a\n", List.of(Keys.LOG, Keys.NEXT_LOG));

            assertThat(note.signatures()).hasSize(2);
            assertThat(keys(note, Keys.LOG.verifierKey())).containsExactly(Keys.LOG.verifierKey());
            assertThat(keys(note, Keys.NEXT_LOG.verifierKey())).containsExactly(Keys.NEXT_LOG.verifierKey());
        }

        @Test
        void a_line_that_is_there_already_is_not_repeated() {
            SignedNote note = read(PETER_LINE);

            assertThat(note.with(note.signatures())).isEqualTo(note);
            assertThat(note.with(read(ENOCH_LINE).signatures())).hasToString(TEXT + "\n" + PETER_LINE + ENOCH_LINE);
        }

        @Test
        void a_text_that_would_not_be_read_back_is_refused() {
            List<SigningKey> keys = List.of(Keys.LOG);
            for (String text : new String[] {"", "abc", "a\nb", "a\u0001\n", "a\r\n", "a\tb\n", "\ud83d\n"}) {
                assertThatIllegalArgumentException().as(text).isThrownBy(() -> SignedNote.sign(text, keys));
            }
            assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.sign("a\n", List.of()));
        }
    }

    @Nested
    class Verified {

        @Test
        void a_known_signature_verifies_and_an_unknown_one_is_ignored() {
            SignedNote note = read(PETER_LINE + ENOCH_LINE);

            assertThat(note.text()).isEqualTo(TEXT);
            assertThat(keys(note, PETER)).containsExactly(PETER);
            assertThat(keys(note, ENOCH, PETER)).containsExactly(PETER, ENOCH);
            assertThat(note.verify(List.of(PETER)).get(0).time()).isNull();
        }

        @Test
        void a_line_twice_counts_once() {
            assertThat(keys(read(PETER_LINE + PETER_LINE + ENOCH_LINE + ENOCH_LINE + longer(ENOCH_LINE)), PETER))
                    .containsExactly(PETER);
        }

        @Test
        void a_key_given_twice_counts_once() {
            assertThat(keys(read(ENOCH_LINE), ENOCH, PETER, ENOCH)).containsExactly(ENOCH);
        }

        @Test
        void a_note_signed_by_nobody_known_is_told_apart_from_a_forged_one() {
            assertThatExceptionOfType(UnknownKey.class)
                    .isThrownBy(() -> read(PETER_LINE + ENOCH_LINE).verify(List.of()));
            assertThatExceptionOfType(UnknownKey.class)
                    .isThrownBy(() -> read(ENOCH_LINE).verify(List.of(PETER)))
                    .withMessageContaining("EnochRoot (key af0cfe78)")
                    .withMessageContaining("PeterNeumann (key c74f20a3)");
            assertThat(read(ENOCH_LINE).signedBy(List.of(PETER))).isEmpty();
        }

        @Test
        void a_signature_of_another_key_of_the_same_name_is_unknown() {
            SignedNote note = SignedNote.sign("a\n", List.of(Keys.NEXT_LOG));

            assertThatExceptionOfType(UnknownKey.class).isThrownBy(() -> note.verify(Keys.known()));
        }

        @Test
        void a_signature_in_the_name_of_a_known_key_that_it_did_not_make_condemns_the_note() {
            forged(read(longer(PETER_LINE)));
            forged(read(PETER_LINE + longer(PETER_LINE)));
            forged(new SignedNote("Another text.\n", read(PETER_LINE).signatures()));
            forged(new SignedNote(TEXT + "\n", read(PETER_LINE).signatures()));
        }

        @Test
        void no_changed_character_of_the_text_goes_unnoticed() {
            for (int place = 0; place < TEXT.length() - 1; place++) {
                String changed = TEXT.substring(0, place) + '~' + TEXT.substring(place + 1);
                forged(new SignedNote(changed, read(PETER_LINE).signatures()));
            }
        }

        private void forged(SignedNote note) {
            assertThatExceptionOfType(BadSignature.class).isThrownBy(() -> note.verify(List.of(PETER)));
        }
    }

    @Nested
    class Cosigned {

        @Test
        void a_witness_signs_the_text_and_the_second_at_which_it_saw_it() {
            NoteSignature line = Keys.WITNESS.cosign(TEXT, SEEN_AT);
            VerifierKey witness = Keys.WITNESS.verifierKey();

            List<Signatory> found = read(PETER_LINE).with(List.of(line)).verify(List.of(PETER, witness));

            assertThat(found).extracting(Signatory::key).containsExactly(PETER, witness);
            assertThat(found.get(1).time()).isEqualTo(Instant.parse("2026-07-31T09:30:00Z"));
        }

        @Test
        void another_time_or_another_text_is_forged() {
            VerifierKey witness = Keys.WITNESS.verifierKey();
            NoteSignature line = Keys.WITNESS.cosign(TEXT, SEEN_AT);
            byte[] later = line.bytes();
            later[7]++;
            byte[] negative = line.bytes();
            negative[0] = (byte) 0x80;

            for (NoteSignature other : List.of(
                    Keys.WITNESS.cosign(TEXT + "x\n", SEEN_AT),
                    witness.line(later),
                    witness.line(negative),
                    witness.line(new byte[8]),
                    witness.line(new byte[3]),
                    new NoteSignature(witness.name(), noteSignatureOf(witness)))) {
                assertThatExceptionOfType(BadSignature.class)
                        .isThrownBy(() -> new SignedNote(TEXT, List.of(other)).verify(List.of(witness)));
            }
        }

        @Test
        void nobody_can_have_seen_anything_before_1970() {
            assertThatIllegalArgumentException().isThrownBy(() -> Keys.WITNESS.cosign(TEXT, Instant.ofEpochSecond(-1)));
        }

        /** What the witness's key would have made had it signed the text alone. */
        private String noteSignatureOf(VerifierKey witness) {
            return witness.line(Keys.log(witness.name(), 3).sign(TEXT).bytes()).base64();
        }
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void what_is_no_note_is_refused(byte[] note) {
        assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.parse(note));
    }

    static List<byte[]> malformed() {
        String peter = PETER_LINE.strip();
        return List.of(
                bytes(""),
                bytes("\n"),
                bytes("\n\n"),
                bytes(TEXT),
                bytes(TEXT + "\n"),
                bytes(TEXT + "\n" + peter),
                bytes(TEXT + peter + "\n"),
                bytes("\u0001" + TEXT + "\n" + PETER_LINE),
                bytes("\r" + TEXT + "\n" + PETER_LINE),
                (TEXT + "\n" + PETER_LINE).getBytes(ISO_8859_1),
                bytes(TEXT + "\n" + PETER_LINE.replace("PeterNeumann", "Peter Neumann")),
                bytes(TEXT + "\n" + PETER_LINE.replace("PeterNeumann", "Peter+Neumann")),
                bytes(TEXT + "\n" + PETER_LINE.replace("PeterNeumann", "")),
                bytes(TEXT + "\n" + PETER_LINE.replace("PeterNeumann ", "PeterNeumann")),
                bytes(TEXT + "\n" + PETER_LINE.replace("PeterNeumann ", "PeterNeumann  ")),
                bytes(TEXT + "\n" + PETER_LINE.replace("\u2014", "-")),
                bytes(TEXT + "\n" + PETER_LINE.replace("\u2014 ", "\u2014")),
                bytes(TEXT + "\n" + PETER_LINE.replace("nAM=", "nAM")),
                bytes(TEXT + "\n" + PETER_LINE.replace("nAM=", "nAN=")),
                bytes(TEXT + "\n" + PETER_LINE.replace("nAM=", "n*M=")),
                bytes(TEXT + "\n\u2014 PeterNeumann x08gow==\n"),
                bytes(TEXT + "\n\u2014 PeterNeumann \n"),
                bytes(TEXT + "\n\u2014 \n"),
                bytes(TEXT + "\n" + PETER_LINE + "Unexpected line.\n"),
                bytes(TEXT + "\n" + PETER_LINE + "\n"),
                bytes(TEXT + "\n" + PETER_LINE.repeat(101)),
                bytes("a".repeat(1_000_000) + "\n\n" + PETER_LINE));
    }

    @Test
    void a_hundred_signatures_are_read_and_a_text_may_hold_empty_lines() {
        SignedNote note = SignedNote.parse(bytes("a\n\nb\n\n" + PETER_LINE.repeat(100)));

        assertThat(note.text()).isEqualTo("a\n\nb\n");
        assertThat(note.signatures()).hasSize(100);
    }

    private static SignedNote read(String lines) {
        return SignedNote.parse(bytes(TEXT + "\n" + lines));
    }

    /** The same line with three more bytes in the middle of its signature. */
    private static String longer(String line) {
        return line.substring(0, 60) + "ABCD" + line.substring(60);
    }

    private static List<VerifierKey> keys(SignedNote note, VerifierKey... known) {
        return note.verify(List.of(known)).stream().map(Signatory::key).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
