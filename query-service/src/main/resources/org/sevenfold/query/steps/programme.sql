-- The programme that was started last by the day.
SELECT programme.programme_id
FROM known.programmes programme
WHERE programme.start_on <= :effectiveOn
ORDER BY programme.start_on DESC, programme.programme_id
LIMIT 1
