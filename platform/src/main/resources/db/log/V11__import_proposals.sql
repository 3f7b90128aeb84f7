-- A row that its sender may only propose waits for somebody's decision, and is counted as that.

ALTER TABLE log.import_job ADD COLUMN proposed integer NOT NULL DEFAULT 0;
ALTER TABLE log.import_job ADD COLUMN would_propose integer NOT NULL DEFAULT 0;
ALTER TABLE erasable.import_row DROP CONSTRAINT import_row_outcome_check;
ALTER TABLE erasable.import_row ADD CONSTRAINT import_row_outcome_check CHECK (outcome IN
    ('accepted', 'proposed', 'already-in', 'refused', 'would-be-accepted', 'would-be-proposed'));
