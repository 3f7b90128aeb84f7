-- Long work in the background: at most one of a kind at a time, over all instances.
CREATE TABLE query.job (
    job_id      uuid        PRIMARY KEY,
    kind        text        NOT NULL,
    occasion    text        NOT NULL,
    asked_by    text        NOT NULL,
    state       text        NOT NULL DEFAULT 'running',
    done        bigint      NOT NULL DEFAULT 0,
    total       bigint      NOT NULL DEFAULT 0,
    started_at  timestamptz NOT NULL DEFAULT now(),
    touched_at  timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    result      jsonb
);
CREATE UNIQUE INDEX job_running ON query.job (kind) WHERE state = 'running';

CREATE TABLE query.verifications (
    stream_id       text   NOT NULL,
    verification_id uuid   NOT NULL,
    occasion        text   NOT NULL,
    position        bigint NOT NULL,
    root            text   NOT NULL,
    events          bigint NOT NULL,
    findings        text,
    effective_on    date   NOT NULL,
    known_from      bigint NOT NULL,
    known_to        bigint NOT NULL
);
CREATE INDEX ON query.verifications (known_from);
CREATE INDEX ON query.verifications (stream_id) WHERE known_to = 9223372036854775807;
