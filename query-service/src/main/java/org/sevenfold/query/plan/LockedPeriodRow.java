package org.sevenfold.query.plan;

import java.time.LocalDate;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.query.board.Row;

/**
 * A month that is reported and closed.
 *
 * @param month its first day
 * @param effectiveOn its last day
 */
record LockedPeriodRow(ProgrammeId programmeId, LocalDate month, LocalDate effectiveOn) implements Row.Point {}
