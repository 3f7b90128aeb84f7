-- Whom requirements reach: a row for each requirement and each appointment to a post of its role and in its unit, or in
-- the units of its group.
SELECT in_post.unit_id, in_post.post_id, in_post.person_id, in_post.event_id, in_post.effective_on, in_post.known_from,
       course.course_id, requirement.event_id AS required_by, requirement.valid_from AS required_from
FROM step.in_post
LEFT JOIN on(day).units unit ON unit.unit_id = in_post.unit_id
JOIN on(day).requirements requirement
  ON (requirement.role IS NULL OR requirement.role = in_post.role)
 AND (requirement.unit_id IS NULL OR requirement.unit_id = in_post.unit_id OR requirement.unit_id = unit.group_id)
JOIN on(day).courses course ON course.course_id = requirement.course_id
