-- Of whom a course is required: a person counts once in each unit for each course, by the appointment recorded first that
-- a requirement reaches.
SELECT DISTINCT ON (unit_id, person_id, course_id) unit_id, person_id, course_id, post_id, event_id, effective_on
FROM step.reached
ORDER BY unit_id, person_id, course_id, known_from
