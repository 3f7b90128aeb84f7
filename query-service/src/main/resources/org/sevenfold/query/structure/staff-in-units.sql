-- title: Staff in social work units
-- counted: People in post in a social work unit, of all people in post in units and old teams. A person in two counts in
--   each; a person with two posts in one counts there once. Groups count in neither part.
-- kind: share
-- unit of measure: %
-- direction: more is better
-- least people: 0
-- decimals: 1
-- why in-a-group: The post belongs to a group, which is neither a unit nor an old team.
-- why counted-already: The person counts once in the unit, by the appointment recorded first.
SELECT in_post.unit_id, 'appointment' AS fact, in_post.event_id, in_post.effective_on, in_post.person_id,
       in_post.post_id, CASE WHEN in_post.nth = 1 AND unit.kind = 'UNIT' THEN 1 ELSE 0 END AS numerator,
       CASE WHEN in_post.nth = 1 AND unit.kind <> 'GROUP' THEN 1 ELSE 0 END AS denominator,
       in_post.nth = 1 AND unit.kind <> 'GROUP' AS counted,
       CASE WHEN unit.kind = 'GROUP' THEN 'in-a-group'
            WHEN in_post.nth > 1 THEN 'counted-already'
       END AS excluded_because
FROM step.in_post
JOIN on(day).units unit ON unit.unit_id = in_post.unit_id
