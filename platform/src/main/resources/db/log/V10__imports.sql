-- Files of commands. A job says what was sent, by whom, and how it went; it holds no names and stays. Its rows may hold
-- names: what was sent is dropped from a row that was taken, and the rest is erased after 30 days.

CREATE TABLE log.import_job (
    job_id         uuid        PRIMARY KEY,
    command_name   text        NOT NULL,
    actor          text        NOT NULL,
    roles          text        NOT NULL,
    dry_run        boolean     NOT NULL,
    format         text        NOT NULL CHECK (format IN ('csv', 'ndjson')),
    separator      text        NOT NULL,
    columns        text        NOT NULL,
    received_at    timestamptz NOT NULL DEFAULT now(),
    state          text        NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'expired')),
    leased_by      uuid,
    leased_until   timestamptz,
    rows           integer     NOT NULL,
    accepted       integer     NOT NULL DEFAULT 0,
    already_in     integer     NOT NULL DEFAULT 0,
    refused        integer     NOT NULL DEFAULT 0,
    would_accept   integer     NOT NULL DEFAULT 0,
    finished_at    timestamptz,
    erased_at      timestamptz
);
CREATE INDEX import_job_open ON log.import_job (received_at) WHERE state = 'open';
CREATE INDEX import_job_actor ON log.import_job (actor, job_id);
CREATE INDEX import_job_kept ON log.import_job (received_at) WHERE erased_at IS NULL;

CREATE TABLE erasable.import_row (
    job_id    uuid    NOT NULL REFERENCES log.import_job,
    row       integer NOT NULL,
    key       text    NOT NULL,
    sent      text,
    body      text,
    outcome   text CHECK (outcome IN ('accepted', 'already-in', 'refused', 'would-be-accepted')),
    stream_id text,
    position  bigint,
    refusal   text,
    PRIMARY KEY (job_id, row)
);
CREATE INDEX import_row_refused ON erasable.import_row (job_id, row) WHERE outcome = 'refused';

GRANT SELECT, INSERT, UPDATE ON log.import_job TO sevenfold_command;
GRANT SELECT, INSERT, UPDATE, DELETE ON erasable.import_row TO sevenfold_command;
