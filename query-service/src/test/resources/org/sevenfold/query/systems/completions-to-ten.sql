-- title: Completions to ten in post
-- counted: Passed completions, to ten people in post.
-- note: No real measure has this kind yet; this one is there to be tried.
-- kind: rate
-- unit of measure: per 10
-- direction: neither
-- per: 10
-- least people: 0
-- decimals: 2
SELECT 'appointment' AS fact, event_id, effective_on, person_id, 0 AS numerator, 1 AS denominator
FROM step.in_post
UNION ALL
SELECT 'completion', completion.event_id, completion.effective_on, completion.person_id, 1, 0
FROM known.completions completion
WHERE completion.passed AND completion.effective_on <= :effectiveOn
