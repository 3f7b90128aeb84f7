package org.sevenfold.query.testing;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Days;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Evidence;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeStarted;
import org.sevenfold.events.skills.CourseEvent.CourseDefined;
import org.sevenfold.events.skills.CourseEvent.CourseRetired;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.events.skills.CourseMode;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionCorrected;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionRecorded;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionVoided;
import org.sevenfold.events.skills.TrainingRequirementEvent.TrainingRequirementSet;
import org.sevenfold.events.skills.TrainingRequirementEvent.TrainingRequirementWithdrawn;
import org.sevenfold.events.skills.TrainingRequirementId;
import org.sevenfold.events.skills.Validity;
import org.sevenfold.events.staff.AppointedVia;
import org.sevenfold.events.staff.Fte;
import org.sevenfold.events.staff.PersonEvent.PersonRegistered;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.staff.PostEvent.AppointmentEnded;
import org.sevenfold.events.staff.PostEvent.AppointmentMade;
import org.sevenfold.events.staff.PostEvent.PostCreated;
import org.sevenfold.events.staff.PostEvent.PostDisestablished;
import org.sevenfold.events.staff.PostId;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.events.structure.UnitEvent.GroupManagerAssigned;
import org.sevenfold.events.structure.UnitEvent.UnitClosed;
import org.sevenfold.events.structure.UnitEvent.UnitEstablished;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.events.structure.UnitKind;

/** Events of a small borough. Everything is called by a short name, and the same name always has the same id. */
public final class LeaMarsh {

    public static final LocalDate START = LocalDate.of(2026, 1, 1);

    /** The programme, over the whole of 2026. */
    public static final ProgrammeStarted STARTED = new ProgrammeStarted(
            new ProgrammeId(id("lea-marsh")),
            "lea-marsh",
            "Reclaiming practice in Lea Marsh",
            START,
            LocalDate.of(2026, 12, 31));

    private LeaMarsh() {}

    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    public static UnitEstablished unit(String reference, @Nullable String group) {
        return unit(reference, group, START);
    }

    public static UnitEstablished unit(String reference, @Nullable String group, LocalDate from) {
        UnitKind kind = group == null ? UnitKind.GROUP : UnitKind.UNIT;
        return new UnitEstablished(
                new UnitId(id(reference)),
                reference,
                "Unit " + reference,
                kind,
                "Children in need",
                group == null ? null : new UnitId(id(group)),
                from,
                null);
    }

    public static UnitClosed closed(String unit, LocalDate lastDay, @Nullable String successor) {
        return new UnitClosed(new UnitId(id(unit)), lastDay, successor == null ? null : new UnitId(id(successor)));
    }

    public static GroupManagerAssigned managed(
            String unit, @Nullable String previous, String person, LocalDate from, @Nullable LocalDate lastDay) {
        return new GroupManagerAssigned(
                new UnitId(id(unit)),
                previous == null ? null : new PersonId(id(previous)),
                new PersonId(id(person)),
                from,
                lastDay,
                null);
    }

    public static PersonRegistered person(String name) {
        return new PersonRegistered(new PersonId(id(name)), START);
    }

    public static PostCreated post(String reference, PostRole role, String unit) {
        return new PostCreated(
                new PostId(id(reference)), reference, role, Fte.of("1"), new UnitId(id(unit)), START, null);
    }

    public static AppointmentMade appointed(String person, String post, LocalDate from, @Nullable LocalDate lastDay) {
        return new AppointmentMade(
                new PostId(id(post)),
                new PersonId(id(person)),
                Fte.of("0.6"),
                from,
                lastDay,
                AppointedVia.SELECTED,
                null);
    }

    public static AppointmentEnded ended(String person, String post, EventId made, LocalDate lastDay) {
        return new AppointmentEnded(new PostId(id(post)), new PersonId(id(person)), made, lastDay);
    }

    public static PostDisestablished disestablished(String post, LocalDate lastDay) {
        return new PostDisestablished(new PostId(id(post)), lastDay);
    }

    public static CourseRetired retired(String course, LocalDate from) {
        return new CourseRetired(new CourseId(id(course)), Days.before(from));
    }

    public static TrainingRequirementSet required(
            String reference,
            String course,
            @Nullable PostRole role,
            @Nullable String unit,
            int dueInDays,
            LocalDate from) {
        return new TrainingRequirementSet(
                new TrainingRequirementId(id(reference)),
                reference,
                new ProgrammeId(id("lea-marsh")),
                new CourseId(id(course)),
                role,
                unit == null ? null : new UnitId(id(unit)),
                dueInDays,
                from);
    }

    public static TrainingRequirementWithdrawn withdrawn(String reference, String course, LocalDate from) {
        return new TrainingRequirementWithdrawn(
                new TrainingRequirementId(id(reference)), new CourseId(id(course)), Days.before(from));
    }

    public static CourseDefined course(String code, @Nullable Integer months) {
        return new CourseDefined(
                new CourseId(id(code)),
                code,
                "Course " + code,
                CourseMode.CLASSROOM,
                new BigDecimal("7.50"),
                months == null ? null : new Validity(months, Validity.ValidityRule.FROM_COMPLETION),
                START);
    }

    public static TrainingCompletionRecorded completed(String person, String course, LocalDate on, boolean passed) {
        return new TrainingCompletionRecorded(
                new PersonId(id(person)),
                new CourseId(id(course)),
                on,
                passed,
                new Evidence("certificate", "=SUM(1)", "shelf 4", null));
    }

    public static TrainingCompletionCorrected corrected(
            EventId superseded, String person, String course, LocalDate on, boolean passed) {
        return new TrainingCompletionCorrected(
                superseded, new PersonId(id(person)), new CourseId(id(course)), on, passed, null);
    }

    public static TrainingCompletionVoided voided(EventId superseded, String person, String course) {
        return new TrainingCompletionVoided(superseded, new PersonId(id(person)), new CourseId(id(course)));
    }
}
