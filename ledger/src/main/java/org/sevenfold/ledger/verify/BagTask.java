package org.sevenfold.ledger.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.Unsigned;
import org.sevenfold.ledger.bag.Earlier;
import org.sevenfold.ledger.bag.EvidenceBag;
import org.sevenfold.ledger.bag.Trust;
import org.sevenfold.ledger.note.SignedNote;

/** Examines an evidence bag, against what the auditor held before where there is something. */
final class BagTask implements Task {

    private static final String CHECKPOINT = "--previous-checkpoint";
    private static final String ROOT = "--previous-root";
    private static final String SIZE = "--previous-size";

    @Override
    public Set<String> options() {
        return Set.of(Arguments.KEY, Arguments.WITNESS, Arguments.REQUIRED_WITNESSES, CHECKPOINT, ROOT, SIZE);
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) throws IOException {
        var bag = new EvidenceBag(Path.of(arguments.file()));
        Trust whom = arguments.trust();
        var trust = new Trust(whom.keys(), whom.witnesses(), whom.requiredWitnesses(), earlier(arguments, terminal));
        return terminal.conclude(bag.examine(trust), arguments.json());
    }

    private static @Nullable Earlier earlier(Arguments arguments, Terminal terminal) throws IOException {
        String checkpoint = arguments.only(CHECKPOINT);
        String root = arguments.only(ROOT);
        String size = arguments.only(SIZE);
        if ((root == null) != (size == null) || (checkpoint != null && root != null)) {
            throw new Misused("Give " + CHECKPOINT + ", or " + ROOT + " together with " + SIZE + ".");
        }
        if (checkpoint != null) {
            return Earlier.of(SignedNote.parse(terminal.read(checkpoint)));
        }
        return root == null || size == null ? null : typed(size, root);
    }

    private static Earlier typed(String size, String root) {
        try {
            return Earlier.printed(Unsigned.parse(size.replaceAll("[, ]", "")), Hash.ofHex(root.replaceAll("\\s", "")));
        } catch (IllegalArgumentException e) {
            throw new Misused("The root has 64 hexadecimal digits, and the size is a whole number.");
        }
    }
}
