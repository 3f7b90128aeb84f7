-- title: Milestones met in time
-- counted: Milestones met by the day that was agreed for them, of all whose agreed day has come; where none was agreed, the
--   day for which they were first planned. Another forecast changes nothing of it.
-- note: Agreed is the day by the last plan that has the milestone. Counted are the milestones of the programme that was
--   started last by the day. A milestone is of no single unit.
-- kind: share
-- unit of measure: %
-- direction: more is better
-- key: milestone
-- least people: 0
-- decimals: 1
-- why cancelled: The milestone was cancelled.
-- why left-behind: The initiative was closed before the milestone was met.
-- why not-due-yet: Its agreed day has not come on the day that is asked for.
-- why met-late: It was met after its agreed day.
WITH planned AS (
    SELECT milestone.milestone_id, milestone.initiative_id, milestone.met_on, milestone.met_by,
           coalesce(agreed.due_on, milestone.planned_for) AS agreed_on,
           coalesce(agreed.event_id, added.event_id) AS event_id,
           coalesce(agreed.valid_from, added.valid_from) AS effective_on,
           CASE WHEN milestone.cancelled_on IS NOT NULL THEN 'cancelled'
                WHEN initiative.closed_on <= :effectiveOn AND milestone.met_on IS NULL THEN 'left-behind'
                WHEN coalesce(agreed.due_on, milestone.planned_for) > :effectiveOn THEN 'not-due-yet'
           END AS unwanted
    FROM on(day).milestones milestone
    JOIN on(day).initiatives initiative ON initiative.initiative_id = milestone.initiative_id
    JOIN step.programme ON programme.programme_id = initiative.programme_id
    CROSS JOIN LATERAL (
        SELECT first.event_id, first.valid_from FROM ever.milestones first
        WHERE first.milestone_id = milestone.milestone_id
        ORDER BY first.known_from, first.valid_from LIMIT 1
    ) added
    LEFT JOIN LATERAL (
        SELECT baseline.due_on, baseline.event_id, baseline.valid_from FROM on(day).baselines baseline
        WHERE baseline.milestone_id = milestone.milestone_id
        ORDER BY baseline.number DESC LIMIT 1
    ) agreed ON true
)
SELECT milestone_id, initiative_id, 'milestone' AS fact, event_id, effective_on,
       0 AS numerator, CASE WHEN unwanted IS NULL THEN 1 ELSE 0 END AS denominator,
       unwanted IS NULL AS counted, unwanted AS excluded_because
FROM planned
UNION ALL
SELECT milestone_id, initiative_id, 'completion', met_by, met_on,
       CASE WHEN unwanted IS NULL AND met_on <= agreed_on THEN 1 ELSE 0 END, 0,
       unwanted IS NULL AND met_on <= agreed_on,
       CASE WHEN unwanted IS NOT NULL THEN unwanted
            WHEN met_on > agreed_on THEN 'met-late'
       END
FROM planned
WHERE met_by IS NOT NULL
