-- title: Values that initiatives serve
-- counted: Value statements that at least one initiative serves, of all that are held. An initiative counts from its
--   registration until it is closed.
-- note: The link that was recorded first counts. Counted are the statements and initiatives of the programme that was
--   started last by the day.
-- kind: share
-- unit of measure: %
-- direction: more is better
-- key: value
-- least people: 0
-- decimals: 1
-- why closed: The initiative was closed by then.
-- why served-already: Another initiative was linked to the value before.
WITH held AS (
    SELECT statement.value_id, statement.event_id, statement.valid_from
    FROM on(day).value_statements statement
    JOIN step.programme ON programme.programme_id = statement.programme_id
), link AS (
    SELECT held.value_id, link.initiative_id, link.event_id, link.valid_from,
           initiative.closed_on IS NULL OR initiative.closed_on > :effectiveOn AS goes_on, event.position
    FROM held
    JOIN on(day).value_links link ON link.value_id = held.value_id
    JOIN on(day).initiatives initiative ON initiative.initiative_id = link.initiative_id
    JOIN log.domain_event event ON event.event_id = link.event_id
), served AS (
    SELECT link.*, row_number() OVER (PARTITION BY value_id, goes_on ORDER BY position) AS nth FROM link
)
SELECT value_id, 'value' AS fact, event_id, valid_from AS effective_on, NULL::uuid AS initiative_id,
       0 AS numerator, 1 AS denominator, true AS counted, NULL AS excluded_because
FROM held
UNION ALL
SELECT value_id, 'link', event_id, valid_from, initiative_id,
       CASE WHEN goes_on AND nth = 1 THEN 1 ELSE 0 END, 0, goes_on AND nth = 1,
       CASE WHEN NOT goes_on THEN 'closed'
            WHEN nth > 1 THEN 'served-already'
       END
FROM served
