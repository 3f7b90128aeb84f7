-- Who is in post: a row for each appointment. A person counts once in each unit in which they hold a post, by the
-- appointment recorded first, whose nth is 1.
SELECT post.unit_id, post.post_id, post.role, appointment.person_id, appointment.event_id,
       appointment.valid_from AS effective_on, appointment.known_from,
       row_number() OVER (PARTITION BY post.unit_id, appointment.person_id ORDER BY appointment.known_from) AS nth
FROM on(day).appointments appointment
JOIN on(day).posts post ON post.post_id = appointment.post_id
