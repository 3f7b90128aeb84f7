-- title: Initiatives fully considered
-- counted: Initiatives of which somebody said for each of the seven dimensions how it is affected or why it is not, of all
--   initiatives that go on.
-- note: An initiative counts from the day of its registration. What completed it is the consideration that was recorded
--   last of the seven. Counted are the initiatives of the programme that was started last by the day.
-- kind: share
-- unit of measure: %
-- direction: more is better
-- key: initiative
-- least people: 0
-- decimals: 1
-- why closed: The initiative was closed by then.
-- why others-missing: Of other dimensions of the initiative nobody has spoken yet.
-- why one-of-seven: It is one of the seven; the one recorded last completed them.
WITH registered AS (
    SELECT initiative.initiative_id, initiative.stream_id, initiative.registered_on,
           initiative.closed_on IS NULL OR initiative.closed_on > :effectiveOn AS goes_on
    FROM on(day).initiatives initiative
    JOIN step.programme ON programme.programme_id = initiative.programme_id
), considered AS (
    SELECT registered.initiative_id, registered.goes_on, impact.event_id, impact.valid_from,
           count(*) OVER (PARTITION BY registered.initiative_id) AS dimensions,
           row_number() OVER (PARTITION BY registered.initiative_id ORDER BY event.position DESC) AS nth
    FROM registered
    JOIN on(day).dimension_impacts impact ON impact.initiative_id = registered.initiative_id
    JOIN log.domain_event event ON event.event_id = impact.event_id
)
SELECT registered.initiative_id, 'initiative' AS fact, event.event_id, registered.registered_on AS effective_on,
       0 AS numerator, CASE WHEN registered.goes_on THEN 1 ELSE 0 END AS denominator, registered.goes_on AS counted,
       CASE WHEN NOT registered.goes_on THEN 'closed' END AS excluded_because
FROM registered
JOIN log.domain_event event ON event.stream_id = registered.stream_id AND event.sequence = 0
UNION ALL
SELECT initiative_id, 'consideration', event_id, valid_from,
       CASE WHEN goes_on AND dimensions = 7 AND nth = 1 THEN 1 ELSE 0 END, 0,
       goes_on AND dimensions = 7 AND nth = 1,
       CASE WHEN NOT goes_on THEN 'closed'
            WHEN dimensions < 7 THEN 'others-missing'
            WHEN nth > 1 THEN 'one-of-seven'
       END
FROM considered
