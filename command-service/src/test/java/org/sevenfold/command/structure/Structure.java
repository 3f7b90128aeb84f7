package org.sevenfold.command.structure;

import java.time.LocalDate;
import org.sevenfold.events.structure.UnitEvent.UnitEstablished;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.events.structure.UnitKind;

/** Units as tests give them. */
public final class Structure {

    public static final UnitId GRP_A = UnitId.of("01936c6e-1000-7000-8000-00000000000a");
    public static final UnitId CIN_04 = UnitId.of("01936c6e-1000-7000-8000-000000000004");

    public static final LocalDate GROUP_BEGINS = LocalDate.of(2026, 2, 1);
    public static final LocalDate UNIT_BEGINS = LocalDate.of(2026, 3, 1);

    public static final UnitEstablished GROUP_A =
            new UnitEstablished(GRP_A, "GRP-A", "Group A", UnitKind.GROUP, "Child in Need", null, GROUP_BEGINS, null);
    public static final UnitEstablished CHILD_IN_NEED_4 = new UnitEstablished(
            CIN_04, "CIN-04", "Child in Need 4", UnitKind.UNIT, "Child in Need", GRP_A, UNIT_BEGINS, null);

    private Structure() {}
}
