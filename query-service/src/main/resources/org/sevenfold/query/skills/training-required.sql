-- title: Required training in date
-- counted: People in post of whom a course is required and who hold it in date, of all of whom it is required. A person
--   counts once in each unit for each required course.
-- kind: share
-- unit of measure: %
-- direction: more is better
-- key: course
-- rows: each course
-- headline: yes
-- least people: 0
-- decimals: 1
-- why earlier-completion: A later completion of the same course counts instead.
-- why expired: It was no longer in date on the day.
-- why not-passed: The course was taken but not passed.
-- why after-the-day: It happened after the day that is asked for.
-- why superseded: It was corrected; the correction stands in its place.
-- why voided: It was voided: it never happened.
-- why requires: It is why the course is required; whom it reaches counts by the appointment.
SELECT unit_id, course_id, 'appointment' AS fact, event_id, effective_on, person_id, post_id,
       0 AS numerator, 1 AS denominator, true AS counted, NULL AS excluded_because
FROM step.required
UNION ALL
SELECT required.unit_id, required.course_id, 'completion', held.event_id, held.effective_on,
       required.person_id, required.post_id, 1, 0, true, NULL
FROM step.required
JOIN step.held_in_date held ON held.person_id = required.person_id AND held.course_id = required.course_id
UNION ALL
SELECT required.unit_id, required.course_id, 'completion', completion.event_id, completion.effective_on,
       required.person_id, required.post_id, 0, 0, false, completion.excluded_because
FROM step.required
JOIN step.not_counted completion
  ON completion.unit_id = required.unit_id
 AND completion.person_id = required.person_id AND completion.course_id = required.course_id
UNION ALL
SELECT DISTINCT unit_id, course_id, 'requirement', required_by, required_from,
       NULL::uuid, NULL::uuid, 0, 0, false, 'requires'
FROM step.reached
