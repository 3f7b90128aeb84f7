-- title: Days into the year, median
-- counted: Passed completions, by the day of the year on which they were, in the middle.
-- note: No real measure has this kind yet; this one is there to be tried.
-- kind: median
-- unit of measure: days
-- direction: neither
-- key: document
-- rows: each document
-- least people: 0
-- decimals: 1
-- why not-passed: The course was taken but not passed.
SELECT 'completion' AS fact, completion.event_id, completion.effective_on, completion.person_id,
       completion.evidence_title AS document, completion.effective_on - DATE '2026-01-01' AS value,
       completion.passed AS counted, CASE WHEN NOT completion.passed THEN 'not-passed' END AS excluded_because
FROM known.completions completion
WHERE completion.effective_on <= :effectiveOn
