package org.sevenfold.command.imports;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.problem.Violation;

/**
 * What became of one row.
 *
 * @param streamId where it was stored; null where it was not
 * @param sent what stood in a refused row, for the file of refused rows; of other rows nothing is kept
 */
record RowResult(
        int row,
        Outcome outcome,
        @Nullable String streamId,
        @Nullable Long position,
        @Nullable Refused refused,
        @Nullable String sent) {

    /** What can become of a row. */
    enum Outcome {
        ACCEPTED,
        /** The same person sent the same row before, and it was accepted then. */
        ALREADY_IN,
        REFUSED,
        WOULD_BE_ACCEPTED;

        /** As it is stored and answered. */
        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Outcome named(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Why a row was refused, as it is kept. */
    record Refused(
            String code,
            String title,
            String detail,
            @Nullable String remedy,
            List<Violation> violations) {

        static Refused of(Refusal refusal) {
            Refusal.Details details = refusal.details();
            return new Refused(
                    details.code().text(), details.title(), details.detail(), details.remedy(), details.violations());
        }
    }

    static RowResult stored(int row, Outcome outcome, String streamId, long position) {
        return new RowResult(row, outcome, streamId, position, null, null);
    }

    static RowResult wouldBeAccepted(int row) {
        return new RowResult(row, Outcome.WOULD_BE_ACCEPTED, null, null, null, null);
    }

    static RowResult refused(int row, Refusal refusal, String sent) {
        return new RowResult(row, Outcome.REFUSED, null, null, Refused.of(refusal), sent);
    }
}
