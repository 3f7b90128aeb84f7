-- title: People trained
-- counted: People who passed a course, each once.
-- note: No real measure has this kind yet; this one is there to be tried.
-- kind: count
-- unit of measure: people
-- direction: neither
-- key: course
-- least people: 3
-- decimals: 0
-- why not-passed: The course was taken but not passed.
SELECT completion.course_id, 'completion' AS fact, completion.event_id, completion.effective_on,
       completion.person_id, completion.person_id AS thing,
       completion.passed AS counted, CASE WHEN NOT completion.passed THEN 'not-passed' END AS excluded_because
FROM known.completions completion
WHERE completion.effective_on <= :effectiveOn
