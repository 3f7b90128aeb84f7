package org.sevenfold.query.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import org.sevenfold.platform.time.London;
import org.sevenfold.query.basis.Basis;

/** What a page stands on, in words. */
record Stand(String day, String sentence, long position, String root) {

    static Stand on(Basis basis, LocalDate today) {
        String day = London.spoken(basis.effectiveOn());
        String shown = basis.effectiveOn().isAfter(today)
                ? "Shown as planned in the service for "
                : "Shown as it was in the service on ";
        return new Stand(
                day,
                shown + day + ", using what was recorded by " + known(basis) + ".",
                basis.position(),
                basis.root());
    }

    private static String known(Basis basis) {
        Instant recordedAt = basis.recordedAt();
        return "position " + basis.position() + (recordedAt == null ? "" : " (" + Words.moment(recordedAt) + ")");
    }
}
