-- Every fact that makes or might make a figure of shared values: per day asked for, measure, value and fact, its part in
-- the numerator and in the denominator, or why it has none. The only definition of these measures.
--
-- values-served: of the value statements that are held, how many at least one initiative serves that goes on; the link
-- that was recorded first counts. Counted are the statements and initiatives of the programme that was started last by
-- that day. :days are the days asked for, :knownAt the position of what was known.
WITH asked AS NOT MATERIALIZED (
    SELECT unnest(CAST(:days AS date[])) AS day
), running AS NOT MATERIALIZED (
    SELECT asked.day, (
            SELECT programme.programme_id FROM query.programmes programme
            WHERE programme.start_on <= asked.day
              AND programme.known_from <= :knownAt AND :knownAt < programme.known_to
            ORDER BY programme.start_on DESC, programme.programme_id LIMIT 1) AS programme_id
    FROM asked
), held AS NOT MATERIALIZED (
    SELECT running.day, statement.value_id, statement.event_id, statement.valid_from, event.position
    FROM running
    JOIN query.value_statements statement
      ON statement.programme_id = running.programme_id
     AND statement.valid_from <= running.day AND running.day < statement.valid_to
     AND statement.known_from <= :knownAt AND :knownAt < statement.known_to
    JOIN log.domain_event event ON event.event_id = statement.event_id
), served AS NOT MATERIALIZED (
    SELECT held.day, held.value_id, link.initiative_id, link.event_id, link.valid_from, event.position,
           initiative.closed_on IS NULL OR initiative.closed_on > held.day AS goes_on,
           row_number() OVER (
               PARTITION BY held.day, held.value_id, initiative.closed_on IS NULL OR initiative.closed_on > held.day
               ORDER BY event.position) AS nth
    FROM held
    JOIN query.value_links link
      ON link.value_id = held.value_id
     AND link.valid_from <= held.day AND held.day < link.valid_to
     AND link.known_from <= :knownAt AND :knownAt < link.known_to
    JOIN query.initiatives initiative
      ON initiative.initiative_id = link.initiative_id
     AND initiative.valid_from <= held.day AND held.day < initiative.valid_to
     AND initiative.known_from <= :knownAt AND :knownAt < initiative.known_to
    JOIN log.domain_event event ON event.event_id = link.event_id
)
SELECT held.day, 'values-served' AS measure, NULL::uuid AS unit_id, NULL::uuid AS course_id,
       'value' AS fact, held.position, held.event_id, held.valid_from AS effective_on,
       NULL::uuid AS person_id, NULL::uuid AS post_id, held.value_id, NULL::uuid AS initiative_id,
       0 AS numerator, 1 AS denominator, true AS counted, NULL AS excluded_because
FROM held
UNION ALL
SELECT served.day, 'values-served', NULL, NULL,
       'link', served.position, served.event_id, served.valid_from,
       NULL, NULL, served.value_id, served.initiative_id,
       CASE WHEN served.goes_on AND served.nth = 1 THEN 1 ELSE 0 END, 0,
       served.goes_on AND served.nth = 1,
       CASE WHEN NOT served.goes_on THEN 'closed'
            WHEN served.nth > 1 THEN 'served-already'
       END
FROM served
