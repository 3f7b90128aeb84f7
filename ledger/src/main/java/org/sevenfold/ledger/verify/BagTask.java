package org.sevenfold.ledger.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.Unsigned;
import org.sevenfold.ledger.bag.Earlier;
import org.sevenfold.ledger.bag.EvidenceBag;
import org.sevenfold.ledger.bag.Receipt;
import org.sevenfold.ledger.bag.Trust;
import org.sevenfold.ledger.note.SignedNote;

/** Examines an evidence bag, against what the auditor held before where there is something. */
final class BagTask implements Task {

    private static final String CHECKPOINT = "--previous-checkpoint";
    private static final String ROOT = "--previous-root";
    private static final String SIZE = "--previous-size";
    private static final String RECEIPT = "--receipt";

    @Override
    public Set<String> options() {
        return Set.of(Arguments.KEY, Arguments.WITNESS, Arguments.REQUIRED_WITNESSES, CHECKPOINT, ROOT, SIZE, RECEIPT);
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) throws IOException {
        var bag = new EvidenceBag(Path.of(arguments.file()));
        Trust trust = arguments.trust().holding(receipts(arguments));
        Earlier earlier = earlier(arguments, terminal);
        return terminal.conclude(bag.examine(earlier == null ? trust : trust.holding(earlier)), arguments.json());
    }

    private static List<Receipt> receipts(Arguments arguments) {
        return arguments.all(RECEIPT).stream().map(BagTask::receipt).toList();
    }

    private static Receipt receipt(String text) {
        int colon = text.indexOf(':');
        try {
            return new Receipt(
                    Unsigned.parse(text.substring(0, Math.max(colon, 0))), Hash.ofHex(text.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            throw new Misused("A receipt is written leaf index, colon, leaf hash, not " + text + ".");
        }
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
