-- Every fact that makes or might make a figure of strategy: per day asked for, measure and fact, its part in the numerator
-- and in the denominator, or why it has none. The only definition of these measures. A milestone is of no single unit.
--
-- milestones-in-time: of the milestones whose promised day has come, how many were met by it. Promised is the day by the
-- last agreed plan that has the milestone, else the day for which it was first planned. Counted are the milestones of the
-- programme that was started last by that day; what is cancelled, or left behind by an initiative that is closed, is not.
-- :days are the days asked for, :knownAt the position of what was known.
WITH asked AS NOT MATERIALIZED (
    SELECT unnest(CAST(:days AS date[])) AS day
), planned AS NOT MATERIALIZED (
    SELECT asked.day, milestone.milestone_id, milestone.initiative_id, milestone.met_on, milestone.met_by,
           coalesce(agreed.due_on, milestone.planned_for) AS promised_on,
           coalesce(agreed.known_from, added.known_from) AS position,
           coalesce(agreed.event_id, added.event_id) AS event_id,
           coalesce(agreed.valid_from, added.valid_from) AS effective_on,
           CASE WHEN milestone.cancelled_on IS NOT NULL THEN 'cancelled'
                WHEN initiative.closed_on <= asked.day AND milestone.met_on IS NULL THEN 'left-behind'
           END AS unwanted
    FROM asked
    JOIN query.milestones milestone
      ON milestone.valid_from <= asked.day AND asked.day < milestone.valid_to
     AND milestone.known_from <= :knownAt AND :knownAt < milestone.known_to
    JOIN query.initiatives initiative
      ON initiative.initiative_id = milestone.initiative_id
     AND initiative.valid_from <= asked.day AND asked.day < initiative.valid_to
     AND initiative.known_from <= :knownAt AND :knownAt < initiative.known_to
     AND initiative.programme_id = (
            SELECT programme.programme_id FROM query.programmes programme
            WHERE programme.start_on <= asked.day
              AND programme.known_from <= :knownAt AND :knownAt < programme.known_to
            ORDER BY programme.start_on DESC, programme.programme_id LIMIT 1)
    CROSS JOIN LATERAL (
        SELECT first.known_from, first.event_id, first.valid_from FROM query.milestones first
        WHERE first.milestone_id = milestone.milestone_id
        ORDER BY first.known_from, first.valid_from LIMIT 1
    ) added
    LEFT JOIN LATERAL (
        SELECT baseline.due_on, baseline.known_from, baseline.event_id, baseline.valid_from
        FROM query.baselines baseline
        WHERE baseline.milestone_id = milestone.milestone_id
          AND baseline.valid_from <= asked.day AND asked.day < baseline.valid_to
          AND baseline.known_from <= :knownAt AND :knownAt < baseline.known_to
        ORDER BY baseline.number DESC LIMIT 1
    ) agreed ON true
)
SELECT planned.day, 'milestones-in-time' AS measure, NULL::uuid AS unit_id,
       'milestone' AS fact, planned.position, planned.event_id, planned.effective_on, NULL::uuid AS person_id,
       planned.milestone_id, planned.initiative_id,
       0 AS numerator,
       CASE WHEN planned.unwanted IS NULL AND planned.promised_on <= planned.day THEN 1 ELSE 0 END AS denominator,
       planned.unwanted IS NULL AND planned.promised_on <= planned.day AS counted,
       CASE WHEN planned.unwanted IS NOT NULL THEN planned.unwanted
            WHEN planned.promised_on > planned.day THEN 'not-due-yet'
       END AS excluded_because
FROM planned
UNION ALL
SELECT planned.day, 'milestones-in-time', NULL,
       'completion', met.position, planned.met_by, planned.met_on, NULL,
       planned.milestone_id, planned.initiative_id,
       CASE WHEN planned.unwanted IS NULL AND planned.promised_on <= planned.day
                 AND planned.met_on <= planned.promised_on THEN 1 ELSE 0 END,
       0,
       planned.unwanted IS NULL AND planned.promised_on <= planned.day AND planned.met_on <= planned.promised_on,
       CASE WHEN planned.unwanted IS NOT NULL THEN planned.unwanted
            WHEN planned.promised_on > planned.day THEN 'not-due-yet'
            WHEN planned.met_on > planned.promised_on THEN 'met-late'
       END
FROM planned
JOIN log.domain_event met ON met.event_id = planned.met_by
