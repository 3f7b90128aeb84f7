package org.sevenfold.command.skills;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.sevenfold.command.staff.Staff;
import org.sevenfold.events.Evidence;
import org.sevenfold.events.skills.CourseEvent.CourseDefined;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.events.skills.CourseMode;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionRecorded;
import org.sevenfold.events.skills.Validity;
import org.sevenfold.events.skills.Validity.ValidityRule;

/** Courses and completions as tests give them. */
public final class Skills {

    public static final CourseId RSK_01 = CourseId.of("01936c6e-4000-7000-8000-000000000001");
    public static final CourseId WRT_01 = CourseId.of("01936c6e-4000-7000-8000-000000000002");

    public static final LocalDate COURSE_BEGINS = LocalDate.of(2026, 4, 1);
    public static final Evidence CERTIFICATE =
            new Evidence("certificate", "RSK-01 certificate", "Shelf 4 in learning and development", null);

    public static final CourseDefined RISK = new CourseDefined(
            RSK_01,
            "RSK-01",
            "Managing risk",
            CourseMode.CLASSROOM,
            new BigDecimal("7.5"),
            new Validity(24, ValidityRule.FROM_COMPLETION),
            COURSE_BEGINS);
    public static final CourseDefined WRITING = new CourseDefined(
            WRT_01, "WRT-01", "Concise writing", CourseMode.ONLINE, new BigDecimal("3"), null, COURSE_BEGINS);

    private Skills() {}

    /** Passed, without evidence. */
    public static TrainingCompletionRecorded completed(CourseId course, LocalDate on) {
        return new TrainingCompletionRecorded(Staff.ADA, course, on, true, null);
    }
}
