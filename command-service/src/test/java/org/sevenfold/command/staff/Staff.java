package org.sevenfold.command.staff;

import java.time.LocalDate;
import org.sevenfold.command.structure.Structure;
import org.sevenfold.events.staff.AppointedVia;
import org.sevenfold.events.staff.Fte;
import org.sevenfold.events.staff.PersonEvent.PersonRegistered;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.staff.PostEvent.AppointmentMade;
import org.sevenfold.events.staff.PostEvent.PostCreated;
import org.sevenfold.events.staff.PostId;
import org.sevenfold.events.staff.PostRole;

/** People, posts and appointments as tests give them. */
public final class Staff {

    public static final PersonId ADA = PersonId.of("01936c6e-2000-7000-8000-000000000001");
    public static final PersonId BEN = PersonId.of("01936c6e-2000-7000-8000-000000000002");
    public static final PostId P_0104 = PostId.of("01936c6e-3000-7000-8000-000000000104");
    public static final PostId P_0105 = PostId.of("01936c6e-3000-7000-8000-000000000105");

    public static final LocalDate POST_BEGINS = Structure.UNIT_BEGINS;

    public static final PersonRegistered ADA_REGISTERED = new PersonRegistered(ADA, LocalDate.of(2026, 2, 2));
    public static final PersonRegistered BEN_REGISTERED = new PersonRegistered(BEN, LocalDate.of(2026, 2, 3));
    public static final PostCreated POST_104 = post(P_0104, "P-0104", "1");
    public static final PostCreated POST_105 = post(P_0105, "P-0105", "1");
    public static final AppointmentMade ADA_IN_104 = appointed(P_0104, ADA, "1", POST_BEGINS);

    private Staff() {}

    public static PostCreated post(PostId post, String reference, String fte) {
        return new PostCreated(
                post, reference, PostRole.SOCIAL_WORKER, Fte.of(fte), Structure.CIN_04, POST_BEGINS, null);
    }

    /** Appointed with an open end. */
    public static AppointmentMade appointed(PostId post, PersonId person, String fte, LocalDate from) {
        return new AppointmentMade(post, person, Fte.of(fte), from, null, AppointedVia.SELECTED, null);
    }

    /** Appointed for a fixed term, its last day included. */
    public static AppointmentMade appointed(
            PostId post, PersonId person, String fte, LocalDate from, LocalDate lastDay) {
        return new AppointmentMade(post, person, Fte.of(fte), from, lastDay, AppointedVia.SELECTED, null);
    }
}
