-- The completions of people in post that do not count for them, and why. What put another in its place when it ceased to
-- be known was corrected; what left its place empty was voided.
SELECT * FROM (
    SELECT in_post.unit_id, in_post.post_id, in_post.person_id, completion.course_id, completion.event_id,
           completion.effective_on,
           CASE
               WHEN completion.known_to <= :knownAt THEN
                   CASE WHEN EXISTS (SELECT 1 FROM ever.completions other
                                     WHERE other.person_id = completion.person_id
                                       AND other.known_from = completion.known_to)
                        THEN 'superseded' ELSE 'voided' END
               WHEN completion.effective_on > :effectiveOn THEN 'after-the-day'
               WHEN NOT completion.passed THEN 'not-passed'
               WHEN query.last_valid_day(completion.effective_on, course.validity_months) < :effectiveOn
                   THEN 'expired'
               WHEN row_number() OVER (PARTITION BY in_post.unit_id, in_post.person_id, completion.course_id,
                                                    completion.known_to > :knownAt AND completion.passed
                                                        AND completion.effective_on <= :effectiveOn
                                       ORDER BY completion.effective_on DESC, completion.known_from DESC) > 1
                   THEN 'earlier-completion'
           END AS excluded_because
    FROM step.in_post
    JOIN ever.completions completion ON completion.person_id = in_post.person_id
    JOIN on(day).courses course ON course.course_id = completion.course_id
    WHERE in_post.nth = 1
) AS completion
WHERE excluded_because IS NOT NULL
