-- The last day on which a completion counts, by the rule that Validity gives; null where it counts for ever.
CREATE FUNCTION query.last_valid_day(completed_on date, months integer) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CAST(least(
    date_trunc('month', CAST(completed_on AS timestamp)) + make_interval(months => months)
        + make_interval(days => CAST(extract(day FROM completed_on) AS integer) - 1),
    date_trunc('month', CAST(completed_on AS timestamp)) + make_interval(months => months + 1)) AS date) - 1;
