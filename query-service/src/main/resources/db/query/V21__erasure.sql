-- Of an erased person the day and the position; whatever said who it was is gone.
ALTER TABLE query.people ADD COLUMN erased_on date, ADD COLUMN erased_at bigint;
