-- Every fact that makes or might make a figure of skills: per day asked for, measure, unit, course and fact, its part in
-- the numerator and in the denominator, or why it has none. The only definition of these measures. Sums ask for what is
-- counted, which leaves the last branch out; an explanation asks for all of it.
--
-- training-in-date: of the people in post in a unit on the day, how many hold the course in date on that day.
-- A person counts once in each unit in which they hold a post, by the appointment recorded first; the latest passed
-- completion that is still in date counts.
--
-- training-required: of the people in post in a unit on the day of whom a course is required, how many hold it in date.
-- A requirement reaches posts of its role and in its unit, or in the units of its group. A person counts once in each
-- unit for each course, by the appointment recorded first that a requirement reaches.
--
-- :days are the days asked for, :knownAt the position of what was known.
WITH asked AS NOT MATERIALIZED (
    SELECT unnest(CAST(:days AS date[])) AS day
), in_post AS NOT MATERIALIZED (
    SELECT asked.day, post.unit_id, post.post_id, post.role, appointment.person_id, appointment.event_id,
           appointment.known_from AS position, appointment.valid_from AS effective_on,
           row_number() OVER (PARTITION BY asked.day, post.unit_id, appointment.person_id
                              ORDER BY appointment.known_from) AS nth
    FROM asked
    JOIN query.appointments appointment
      ON appointment.valid_from <= asked.day AND asked.day < appointment.valid_to
     AND appointment.known_from <= :knownAt AND :knownAt < appointment.known_to
    JOIN query.posts post
      ON post.post_id = appointment.post_id
     AND post.valid_from <= asked.day AND asked.day < post.valid_to
     AND post.known_from <= :knownAt AND :knownAt < post.known_to
), offered AS NOT MATERIALIZED (
    SELECT asked.day, course.course_id, course.validity_months
    FROM asked
    JOIN query.courses course
      ON course.valid_from <= asked.day AND asked.day < course.valid_to
     AND course.known_from <= :knownAt AND :knownAt < course.known_to
), reached AS NOT MATERIALIZED (
    SELECT in_post.day, in_post.unit_id, in_post.post_id, in_post.person_id, in_post.event_id, in_post.position,
           in_post.effective_on, offered.course_id, offered.validity_months,
           requirement.known_from AS required_position, requirement.event_id AS required_event_id,
           requirement.valid_from AS required_from
    FROM in_post
    LEFT JOIN query.units unit
      ON unit.unit_id = in_post.unit_id
     AND unit.valid_from <= in_post.day AND in_post.day < unit.valid_to
     AND unit.known_from <= :knownAt AND :knownAt < unit.known_to
    JOIN query.requirements requirement
      ON requirement.valid_from <= in_post.day AND in_post.day < requirement.valid_to
     AND requirement.known_from <= :knownAt AND :knownAt < requirement.known_to
     AND (requirement.role IS NULL OR requirement.role = in_post.role)
     AND (requirement.unit_id IS NULL OR requirement.unit_id = in_post.unit_id
          OR requirement.unit_id = unit.group_id)
    JOIN offered ON offered.day = in_post.day AND offered.course_id = requirement.course_id
), required AS NOT MATERIALIZED (
    SELECT DISTINCT ON (day, unit_id, person_id, course_id)
           day, unit_id, person_id, course_id, post_id, event_id, position, effective_on, validity_months
    FROM reached
    ORDER BY day, unit_id, person_id, course_id, position
), others AS NOT MATERIALIZED (
    SELECT in_post.day, in_post.unit_id, in_post.post_id, in_post.person_id, offered.course_id,
           completion.event_id, completion.known_from AS position, completion.effective_on,
           CASE
               WHEN completion.known_to <= :knownAt
                   THEN CASE WHEN ending.name LIKE '%-voided' THEN 'voided' ELSE 'superseded' END
               WHEN completion.effective_on > in_post.day THEN 'after-the-day'
               WHEN NOT completion.passed THEN 'not-passed'
               WHEN completion.effective_on + make_interval(months => offered.validity_months) <= in_post.day
                   THEN 'expired'
               WHEN row_number() OVER (PARTITION BY in_post.day, in_post.unit_id, in_post.person_id,
                                                    offered.course_id,
                                                    completion.known_to > :knownAt AND completion.passed
                                                        AND completion.effective_on <= in_post.day
                                       ORDER BY completion.effective_on DESC, completion.known_from DESC) > 1
                   THEN 'earlier-completion'
           END AS excluded_because
    FROM in_post
    JOIN offered ON offered.day = in_post.day
    JOIN query.completions completion
      ON completion.person_id = in_post.person_id AND completion.course_id = offered.course_id
     AND completion.known_from <= :knownAt
    LEFT JOIN log.domain_event ending
      ON ending.position = completion.known_to AND completion.known_to <= :knownAt
    WHERE in_post.nth = 1
)
SELECT in_post.day, 'training-in-date' AS measure, in_post.unit_id, offered.course_id, 'appointment' AS fact,
       in_post.position, in_post.event_id, in_post.effective_on, in_post.person_id, in_post.post_id,
       0 AS numerator, CASE WHEN in_post.nth = 1 THEN 1 ELSE 0 END AS denominator,
       in_post.nth = 1 AS counted,
       CASE WHEN in_post.nth > 1 THEN 'counted-already' END AS excluded_because
FROM in_post
JOIN offered ON offered.day = in_post.day
UNION ALL
SELECT in_post.day, 'training-in-date', in_post.unit_id, offered.course_id, 'completion',
       latest.position, latest.event_id, latest.effective_on, in_post.person_id, in_post.post_id,
       1, 0, true, NULL
FROM in_post
JOIN offered ON offered.day = in_post.day
CROSS JOIN LATERAL (
    SELECT completion.known_from AS position, completion.event_id, completion.effective_on
    FROM query.completions completion
    WHERE completion.person_id = in_post.person_id AND completion.course_id = offered.course_id
      AND completion.known_from <= :knownAt AND :knownAt < completion.known_to
      AND completion.passed
      AND completion.effective_on <= in_post.day
      AND (offered.validity_months IS NULL
           OR completion.effective_on + make_interval(months => offered.validity_months) > in_post.day)
    ORDER BY completion.effective_on DESC, completion.known_from DESC
    LIMIT 1
) latest
WHERE in_post.nth = 1
UNION ALL
SELECT others.day, 'training-in-date', others.unit_id, others.course_id, 'completion',
       others.position, others.event_id, others.effective_on, others.person_id, others.post_id,
       0, 0, false, others.excluded_because
FROM others
WHERE others.excluded_because IS NOT NULL
UNION ALL
SELECT required.day, 'training-required', required.unit_id, required.course_id, 'appointment',
       required.position, required.event_id, required.effective_on, required.person_id, required.post_id,
       0, 1, true, NULL
FROM required
UNION ALL
SELECT required.day, 'training-required', required.unit_id, required.course_id, 'completion',
       latest.position, latest.event_id, latest.effective_on, required.person_id, required.post_id,
       1, 0, true, NULL
FROM required
CROSS JOIN LATERAL (
    SELECT completion.known_from AS position, completion.event_id, completion.effective_on
    FROM query.completions completion
    WHERE completion.person_id = required.person_id AND completion.course_id = required.course_id
      AND completion.known_from <= :knownAt AND :knownAt < completion.known_to
      AND completion.passed
      AND completion.effective_on <= required.day
      AND (required.validity_months IS NULL
           OR completion.effective_on + make_interval(months => required.validity_months) > required.day)
    ORDER BY completion.effective_on DESC, completion.known_from DESC
    LIMIT 1
) latest
UNION ALL
SELECT required.day, 'training-required', required.unit_id, required.course_id, 'completion',
       others.position, others.event_id, others.effective_on, required.person_id, required.post_id,
       0, 0, false, others.excluded_because
FROM required
JOIN others
  ON others.day = required.day AND others.unit_id = required.unit_id
 AND others.person_id = required.person_id AND others.course_id = required.course_id
WHERE others.excluded_because IS NOT NULL
UNION ALL
SELECT DISTINCT reached.day, 'training-required', reached.unit_id, reached.course_id, 'requirement',
       reached.required_position, reached.required_event_id, reached.required_from, NULL::uuid, NULL::uuid,
       0, 0, false, 'requires'
FROM reached
