package org.sevenfold.ledger.note;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A note that nobody known has signed. That is no forgery yet: it says nothing either way. */
public final class UnknownKey extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownKey(List<NoteSignature> lines, Collection<VerifierKey> known) {
        super("Signed by " + lines.stream().map(UnknownKey::named).collect(Collectors.joining(", "))
                + ", but by none of the keys given: "
                + known.stream().map(key -> named(key.name(), key.idText())).collect(Collectors.joining(", ")));
    }

    private static String named(NoteSignature line) {
        return named(line.name(), String.format("%08x", line.keyId()));
    }

    private static String named(String name, String id) {
        return name + " (key " + id + ")";
    }
}
