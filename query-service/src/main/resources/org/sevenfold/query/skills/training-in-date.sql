-- title: Training in date
-- counted: People in post who hold the course in date, of all people in post. A person in two units counts in each; a
--   person with two posts in one unit counts there once. In a total over courses each person counts once for each
--   course.
-- kind: share
-- unit of measure: %
-- direction: more is better
-- key: course
-- rows: each course
-- least people: 0
-- decimals: 1
-- why earlier-completion: A later completion of the same course counts instead.
-- why expired: It was no longer in date on the day.
-- why not-passed: The course was taken but not passed.
-- why after-the-day: It happened after the day that is asked for.
-- why superseded: It was corrected; the correction stands in its place.
-- why voided: It was voided: it never happened.
-- why counted-already: The person counts once in the unit, by the appointment recorded first.
SELECT in_post.unit_id, course.course_id, 'appointment' AS fact, in_post.event_id, in_post.effective_on,
       in_post.person_id, in_post.post_id, 0 AS numerator, CASE WHEN in_post.nth = 1 THEN 1 ELSE 0 END AS denominator,
       in_post.nth = 1 AS counted, CASE WHEN in_post.nth > 1 THEN 'counted-already' END AS excluded_because
FROM step.in_post
CROSS JOIN on(day).courses course
UNION ALL
SELECT in_post.unit_id, held.course_id, 'completion', held.event_id, held.effective_on,
       in_post.person_id, in_post.post_id, 1, 0, true, NULL
FROM step.in_post
JOIN step.held_in_date held ON held.person_id = in_post.person_id
WHERE in_post.nth = 1
UNION ALL
SELECT unit_id, course_id, 'completion', event_id, effective_on, person_id, post_id, 0, 0, false, excluded_because
FROM step.not_counted
