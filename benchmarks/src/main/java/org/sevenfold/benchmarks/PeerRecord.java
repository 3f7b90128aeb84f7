package org.sevenfold.benchmarks;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** An aggregate as Axon's own documentation shows it, with an event of about 200 bytes. */
final class PeerRecord {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String id;

    private int entries;

    /** Begins a record. */
    record Begin(@TargetAggregateIdentifier String id) {}

    /** Adds an entry to a record. */
    record Add(@TargetAggregateIdentifier String id) {}

    /** What happened, either way. */
    record Entered(String id, String title, String text, int number) {

        static Entered number(String id, int number) {
            return new Entered(id, "Recognising risk together", "x".repeat(80), number);
        }
    }

    PeerRecord() {}

    @CommandHandler
    PeerRecord(Begin command) {
        AggregateLifecycle.apply(Entered.number(command.id, 0));
    }

    @CommandHandler
    void handle(Add command) {
        AggregateLifecycle.apply(Entered.number(command.id, entries));
    }

    @EventSourcingHandler
    void on(Entered event) {
        id = event.id;
        entries++;
    }
}
