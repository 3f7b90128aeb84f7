-- title: Levels of units
-- counted: Units from the lowest up to the highest, along the longest way.
-- note: No real measure has this kind yet; this one is there to be tried.
-- kind: longest path
-- unit of measure: levels
-- direction: neither
-- least people: 0
-- decimals: 0
WITH RECURSIVE upwards AS (
    SELECT unit.group_id, unit.stream_id, unit.valid_from, 1 AS levels, unit.reference AS path
    FROM on(day).units unit
    WHERE NOT EXISTS (SELECT 1 FROM on(day).units lower WHERE lower.group_id = unit.unit_id)
    UNION ALL
    SELECT upper.group_id, upper.stream_id, upper.valid_from, upwards.levels + 1, upwards.path
    FROM upwards
    JOIN on(day).units upper ON upper.unit_id = upwards.group_id
)
SELECT 'unit' AS fact, event.event_id, upwards.valid_from AS effective_on, upwards.levels AS value, upwards.path
FROM upwards
JOIN log.domain_event event ON event.stream_id = upwards.stream_id AND event.sequence = 0
