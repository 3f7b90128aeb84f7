package org.sevenfold.command.sharedvalues;

import java.time.LocalDate;
import org.sevenfold.command.change.Rules;
import org.sevenfold.events.Days;
import org.sevenfold.events.sharedvalues.ValueStatementEvent.ValueStatementAdopted;
import org.sevenfold.events.sharedvalues.ValueStatementEvent.ValueStatementRetired;
import org.sevenfold.events.sharedvalues.ValueStatementId;
import org.sevenfold.events.sharedvalues.ValueStatementKind;

/** Value statements as tests give them. */
public final class Values {

    public static final ValueStatementId VAL_01 = ValueStatementId.of("01936c6e-7000-7000-8000-000000000001");
    public static final ValueStatementId VAL_02 = ValueStatementId.of("01936c6e-7000-7000-8000-000000000002");

    public static final LocalDate HELD_FROM = LocalDate.of(2026, 1, 5);

    public static final ValueStatementAdopted VISION =
            adopted(VAL_01, "VAL-01", ValueStatementKind.VISION, "Every child grows up safe and known to somebody.");
    public static final ValueStatementAdopted PRINCIPLE =
            adopted(VAL_02, "VAL-02", ValueStatementKind.PRINCIPLE, "We stay with a family until it can go on alone.");

    private Values() {}

    public static ValueStatementAdopted adopted(
            ValueStatementId id, String reference, ValueStatementKind kind, String text) {
        return new ValueStatementAdopted(id, Rules.PROGRAMME.programmeId(), reference, kind, text, HELD_FROM);
    }

    /** Held no longer from the day on. */
    public static ValueStatementRetired retired(ValueStatementId id, LocalDate from) {
        return new ValueStatementRetired(id, Days.before(from));
    }
}
