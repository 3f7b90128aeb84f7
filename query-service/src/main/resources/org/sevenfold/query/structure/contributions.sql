-- Every fact that makes or might make a figure of structure: per day asked for, measure, unit and fact, its part in the
-- numerator and in the denominator, or why it has none. The only definition of these measures.
--
-- staff-in-units: of the people in post on the day, how many are in a social work unit and not in an old team. A person
-- counts once in each unit in which they hold a post, by the appointment recorded first; who is in post in a group itself
-- counts in neither. :days are the days asked for, :knownAt the position of what was known.
WITH asked AS NOT MATERIALIZED (
    SELECT unnest(CAST(:days AS date[])) AS day
), in_post AS NOT MATERIALIZED (
    SELECT asked.day, post.unit_id, post.post_id, unit.kind, appointment.person_id, appointment.event_id,
           appointment.known_from AS position, appointment.valid_from AS effective_on,
           row_number() OVER (PARTITION BY asked.day, post.unit_id, appointment.person_id
                              ORDER BY appointment.known_from) AS nth
    FROM asked
    JOIN query.appointments appointment
      ON appointment.valid_from <= asked.day AND asked.day < appointment.valid_to
     AND appointment.known_from <= :knownAt AND :knownAt < appointment.known_to
    JOIN query.posts post
      ON post.post_id = appointment.post_id
     AND post.valid_from <= asked.day AND asked.day < post.valid_to
     AND post.known_from <= :knownAt AND :knownAt < post.known_to
    JOIN query.units unit
      ON unit.unit_id = post.unit_id
     AND unit.valid_from <= asked.day AND asked.day < unit.valid_to
     AND unit.known_from <= :knownAt AND :knownAt < unit.known_to
)
SELECT in_post.day, 'staff-in-units' AS measure, in_post.unit_id, 'appointment' AS fact,
       in_post.position, in_post.event_id, in_post.effective_on, in_post.person_id, in_post.post_id,
       CASE WHEN in_post.nth = 1 AND in_post.kind = 'UNIT' THEN 1 ELSE 0 END AS numerator,
       CASE WHEN in_post.nth = 1 AND in_post.kind <> 'GROUP' THEN 1 ELSE 0 END AS denominator,
       in_post.nth = 1 AND in_post.kind <> 'GROUP' AS counted,
       CASE WHEN in_post.kind = 'GROUP' THEN 'in-a-group'
            WHEN in_post.nth > 1 THEN 'counted-already'
       END AS excluded_because
FROM in_post
