-- title: From the first completion to the last
-- counted: Days from the first passed completion to the last.
-- note: No real measure has this kind yet; this one is there to be tried.
-- kind: days between
-- unit of measure: days
-- direction: neither
-- key: course
-- rows: each course
-- least people: 0
-- decimals: 0
SELECT completion.course_id, 'completion' AS fact, completion.event_id, completion.effective_on,
       completion.person_id
FROM known.completions completion
WHERE completion.passed AND completion.effective_on <= :effectiveOn
