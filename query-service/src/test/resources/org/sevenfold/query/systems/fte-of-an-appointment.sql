-- title: Size of an appointment
-- counted: Full-time equivalents of those in post, on average.
-- note: No real measure has this kind yet; this one is there to be tried.
-- kind: mean
-- unit of measure: FTE
-- direction: neither
-- least people: 0
-- decimals: 2
SELECT post.unit_id, 'appointment' AS fact, appointment.event_id, appointment.valid_from AS effective_on,
       appointment.person_id, appointment.fte AS value
FROM on(day).appointments appointment
JOIN on(day).posts post ON post.post_id = appointment.post_id
