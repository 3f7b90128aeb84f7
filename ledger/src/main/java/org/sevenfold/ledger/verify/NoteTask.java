package org.sevenfold.ledger.verify;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.sevenfold.ledger.examination.Examination;
import org.sevenfold.ledger.examination.Signing;
import org.sevenfold.ledger.note.SignedNote;

/** Checks any signed note with the keys given, of a log or of a witness. */
final class NoteTask implements Task {

    @Override
    public Set<String> options() {
        return Set.of(Arguments.KEY);
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) throws IOException {
        SignedNote note = SignedNote.parse(terminal.read(arguments.file()));
        return terminal.conclude(
                new Examination(List.of(Signing.signed(arguments.file(), note, arguments.logKeys()))),
                arguments.json());
    }
}
