package org.sevenfold.query.audit.verification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.audit.TreeRoot;
import org.sevenfold.events.audit.VerificationId;
import org.sevenfold.events.audit.VerificationOccasion;
import org.sevenfold.query.board.Row;

/**
 * A check of the record whose result is recorded.
 *
 * @param findings what was found and how often, in words; null where nothing was
 */
record VerificationRow(
        VerificationId verificationId,
        VerificationOccasion occasion,
        long position,
        TreeRoot root,
        long events,
        @Nullable String findings,
        LocalDate effectiveOn)
        implements Row.Point {}
