package org.sevenfold.ledger.verify;

import java.io.IOException;
import java.time.Clock;
import java.util.Set;

final class WitnessTask implements Task {
    WitnessTask(Clock clock) {}

    @Override
    public Set<String> options() {
        return Set.of();
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) throws IOException {
        return 2;
    }
}
