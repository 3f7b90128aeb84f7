-- Who holds which course in date: the latest completion that was passed and has not expired.
SELECT DISTINCT ON (completion.person_id, completion.course_id)
       completion.person_id, completion.course_id, completion.event_id, completion.effective_on
FROM known.completions completion
JOIN on(day).courses course ON course.course_id = completion.course_id
WHERE completion.passed
  AND completion.effective_on <= :effectiveOn
  AND (course.validity_months IS NULL
       OR query.last_valid_day(completion.effective_on, course.validity_months) >= :effectiveOn)
ORDER BY completion.person_id, completion.course_id, completion.effective_on DESC, completion.known_from DESC
