-- Every fact that makes or might make a figure of the programme as a whole: per day asked for, measure and fact, its part
-- in the numerator and in the denominator, or why it has none. The only definition of these measures.
--
-- initiatives-considered: of the initiatives that go on, how many were thought through in all seven dimensions. An
-- initiative counts from the day of its registration; what completed it is the consideration that was recorded last of
-- the seven. Counted are the initiatives of the programme that was started last by that day.
-- :days are the days asked for, :knownAt the position of what was known.
WITH asked AS NOT MATERIALIZED (
    SELECT unnest(CAST(:days AS date[])) AS day
), open AS NOT MATERIALIZED (
    SELECT asked.day, initiative.initiative_id, initiative.stream_id, initiative.registered_on,
           initiative.closed_on IS NULL OR initiative.closed_on > asked.day AS goes_on
    FROM asked
    JOIN query.initiatives initiative
      ON initiative.valid_from <= asked.day AND asked.day < initiative.valid_to
     AND initiative.known_from <= :knownAt AND :knownAt < initiative.known_to
     AND initiative.programme_id = (
            SELECT programme.programme_id FROM query.programmes programme
            WHERE programme.start_on <= asked.day
              AND programme.known_from <= :knownAt AND :knownAt < programme.known_to
            ORDER BY programme.start_on DESC, programme.programme_id LIMIT 1)
), considered AS NOT MATERIALIZED (
    SELECT open.day, open.initiative_id, open.goes_on, event.position, impact.event_id, impact.valid_from,
           count(*) OVER (PARTITION BY open.day, open.initiative_id) AS dimensions,
           row_number() OVER (PARTITION BY open.day, open.initiative_id ORDER BY event.position DESC) AS nth
    FROM open
    JOIN query.dimension_impacts impact
      ON impact.initiative_id = open.initiative_id
     AND impact.valid_from <= open.day AND open.day < impact.valid_to
     AND impact.known_from <= :knownAt AND :knownAt < impact.known_to
    JOIN log.domain_event event ON event.event_id = impact.event_id
)
SELECT open.day, 'initiatives-considered' AS measure, NULL::uuid AS unit_id, NULL::uuid AS course_id,
       'initiative' AS fact, event.position, event.event_id, open.registered_on AS effective_on,
       NULL::uuid AS person_id, NULL::uuid AS post_id, open.initiative_id,
       0 AS numerator, CASE WHEN open.goes_on THEN 1 ELSE 0 END AS denominator, open.goes_on AS counted,
       CASE WHEN NOT open.goes_on THEN 'closed' END AS excluded_because
FROM open
JOIN log.domain_event event ON event.stream_id = open.stream_id AND event.sequence = 0
UNION ALL
SELECT considered.day, 'initiatives-considered', NULL, NULL,
       'consideration', considered.position, considered.event_id, considered.valid_from,
       NULL, NULL, considered.initiative_id,
       CASE WHEN considered.goes_on AND considered.dimensions = 7 AND considered.nth = 1 THEN 1 ELSE 0 END, 0,
       considered.goes_on AND considered.dimensions = 7 AND considered.nth = 1,
       CASE WHEN NOT considered.goes_on THEN 'closed'
            WHEN considered.dimensions < 7 THEN 'others-missing'
            WHEN considered.nth > 1 THEN 'one-of-seven'
       END
FROM considered
