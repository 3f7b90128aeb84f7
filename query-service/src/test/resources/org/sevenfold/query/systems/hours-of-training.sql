-- title: Hours of training
-- counted: Hours of the courses that were passed.
-- note: No real measure has this kind yet; this one is there to be tried.
-- kind: sum
-- unit of measure: hours
-- direction: neither
-- least people: 0
-- decimals: 2
-- why not-passed: The course was taken but not passed.
SELECT post.unit_id, 'completion' AS fact, completion.event_id, completion.effective_on, completion.person_id,
       course.hours AS value,
       completion.passed AS counted, CASE WHEN NOT completion.passed THEN 'not-passed' END AS excluded_because
FROM known.completions completion
JOIN on(day).courses course ON course.course_id = completion.course_id
JOIN step.in_post post ON post.person_id = completion.person_id
WHERE completion.effective_on <= :effectiveOn
