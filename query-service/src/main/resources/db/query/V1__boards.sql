-- What keeps the read tables. The tables themselves are not made here but from what the boards declare.

CREATE TABLE query.token_entry (
    processor_name varchar(255) NOT NULL,
    segment        integer      NOT NULL,
    token          bytea,
    token_type     varchar(255),
    timestamp      varchar(255),
    owner          varchar(255),
    PRIMARY KEY (processor_name, segment)
);

-- Up to which position each board has come, stored together with its rows, and of which revision its table is; and where
-- the reader is that feeds them all.
CREATE TABLE query.board (
    name     text   PRIMARY KEY,
    position bigint NOT NULL,
    revision text   NOT NULL
);
CREATE TABLE query.reader (
    single   boolean PRIMARY KEY DEFAULT true CHECK (single),
    position bigint  NOT NULL
);
INSERT INTO query.reader (position) VALUES (0);

-- Rebuilt tables that wait to be switched to, and up to which position they were built.
CREATE TABLE query.shadow (
    board    text   PRIMARY KEY,
    position bigint NOT NULL
);

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
