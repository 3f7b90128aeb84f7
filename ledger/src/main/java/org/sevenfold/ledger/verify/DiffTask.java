package org.sevenfold.ledger.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.sevenfold.ledger.bag.BagComparison;
import org.sevenfold.ledger.bag.EvidenceBag;

/** Compares the bag of an earlier audit with that of a later one. Without keys, signatures are left aside. */
final class DiffTask implements Task {

    @Override
    public Set<String> options() {
        return Set.of(Arguments.KEY);
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) throws IOException {
        if (arguments.files().size() != 2) {
            throw new Misused("Two bags are expected here, the earlier one first.");
        }
        var comparison = new BagComparison(
                new EvidenceBag(Path.of(arguments.files().get(0))),
                new EvidenceBag(Path.of(arguments.files().get(1))),
                arguments.keys(Arguments.KEY));
        return terminal.conclude(comparison.examine(), arguments.json());
    }
}
