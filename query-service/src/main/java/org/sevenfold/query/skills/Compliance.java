package org.sevenfold.query.skills;

import org.sevenfold.events.governance.Policy;
import org.sevenfold.query.measure.Measures;
import org.sevenfold.query.measure.Policies;
import org.sevenfold.query.measure.Programme;
import org.sevenfold.query.question.Standpoint;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How a person stands to a course on a day. Whether the course is required and whether it is held follows from the
 * facts of the measure, so that the counts of the matrix are those of the figure; what else there is to say of
 * somebody who does not hold it follows from when it was due.
 */
final class Compliance {

    /**
     * The states, in the order in which they are counted. What is in date is compliant or expiring, and expiring where
     * it ends within the days that the policy says. What is not is due up to and including the day on which it has to be
     * held, then expired where it was held before, else overdue.
     */
    enum Status {
        COMPLIANT,
        EXPIRING,
        DUE,
        OVERDUE,
        EXPIRED,
        EXEMPT,
        NOT_REQUIRED
    }

    static final String REQUIRED = "training-required";
    static final String IN_DATE = "training-in-date";

    private static final String PART = """
        SELECT unit_id, course_id, person_id, post_id, %s AS required, numerator, denominator, effective_on,
               excluded_because
        FROM (%s) AS contribution
        """;

    /** Each person in each unit and each course. */
    private static final String STANDING = """
        WITH part AS (
            %1$s
        ), cell AS (
            SELECT unit_id, course_id, person_id,
                   bool_or(required AND denominator = 1) AS required,
                   (array_agg(post_id ORDER BY required DESC) FILTER (WHERE denominator = 1))[1] AS post_id,
                   max(effective_on) FILTER (WHERE required AND numerator = 1) AS completed_on,
                   coalesce(bool_or(required AND excluded_because = 'expired'), false) AS lapsed
            FROM part
            WHERE person_id IS NOT NULL
            GROUP BY unit_id, course_id, person_id
            HAVING bool_or(denominator = 1)
        ), reached AS (
            SELECT requirement.requirement_id, requirement.course_id, requirement.due_in_days,
                   requirement.valid_from AS required_from, appointment.person_id, appointment.valid_from,
                   appointment.valid_to,
                   max(appointment.valid_to) OVER (PARTITION BY requirement.requirement_id, appointment.person_id
                                                   ORDER BY appointment.valid_from, appointment.event_id
                                                   ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS held_until
            FROM on(day).requirements requirement
            JOIN known.posts post ON (requirement.role IS NULL OR requirement.role = post.role)
            LEFT JOIN known.units unit ON unit.unit_id = post.unit_id
            JOIN known.appointments appointment
              ON appointment.post_id = post.post_id
             AND appointment.valid_from <= :effectiveOn
            WHERE requirement.unit_id IS NULL OR requirement.unit_id = post.unit_id
               OR requirement.unit_id = unit.group_id
        ), came AS (
            SELECT course_id, person_id, due_in_days, required_from,
                   -- The last day on which the person came into such a post out of none.
                   max(valid_from) FILTER (WHERE held_until IS NULL OR held_until < valid_from) AS came_on
            FROM reached
            GROUP BY requirement_id, course_id, person_id, due_in_days, required_from
            HAVING max(valid_to) > :effectiveOn
        ), due AS (
            SELECT course_id, person_id, min(greatest(came_on, required_from) + due_in_days) AS due_on
            FROM came
            GROUP BY course_id, person_id
        ), standing AS (
            SELECT unit.reference AS unit, unit.name AS unit_name, cell.unit_id, course.code AS course,
                   course.title AS course_title, cell.course_id, cell.person_id, post.reference AS post, post.role,
                   CASE WHEN cell.required THEN due.due_on END AS due_on, cell.completed_on,
                   query.last_valid_day(cell.completed_on, course.validity_months) AS valid_until,
                   CASE
                       WHEN NOT cell.required THEN 'NOT_REQUIRED'
                       WHEN query.last_valid_day(cell.completed_on, course.validity_months)
                                < :effectiveOn + :expiringDays THEN 'EXPIRING'
                       WHEN cell.completed_on IS NOT NULL THEN 'COMPLIANT'
                       WHEN due.due_on >= :effectiveOn THEN 'DUE'
                       WHEN cell.lapsed THEN 'EXPIRED'
                       ELSE 'OVERDUE'
                   END AS status
            FROM cell
            JOIN on(day).units unit ON unit.unit_id = cell.unit_id
            JOIN on(day).courses course ON course.course_id = cell.course_id
            JOIN on(day).posts post ON post.post_id = cell.post_id
            LEFT JOIN due ON due.course_id = cell.course_id AND due.person_id = cell.person_id
        )
        """;

    private Compliance() {}

    /** A statement over everybody of whom a course is required, in which {@code standing} stands for them. */
    static JdbcClient.StatementSpec ofRequired(
            Standpoint at, Programme programme, Measures measures, String statement) {
        return over(
                at, programme, PART.formatted("true", measures.require(REQUIRED).facts()), statement);
    }

    /** The same over everybody in post and every course that can be taken, required or not. */
    static JdbcClient.StatementSpec ofAll(Standpoint at, Programme programme, Measures measures, String statement) {
        String parts = PART.formatted("true", measures.require(REQUIRED).facts()) + "UNION ALL "
                + PART.formatted("false", measures.require(IN_DATE).facts());
        return over(at, programme, parts, statement);
    }

    private static JdbcClient.StatementSpec over(Standpoint at, Programme programme, String parts, String statement) {
        return at.sql(STANDING.formatted(parts) + statement)
                .param("expiringDays", Policies.on(at, programme, Policy.EXPIRING_DAYS));
    }
}
