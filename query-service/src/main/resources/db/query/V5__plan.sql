-- The plan: what waits for what, what was agreed, and how dimensions fit together, on the two time axes of V1.

CREATE TABLE query.dependencies (
    stream_id    text    NOT NULL,
    event_id     uuid    NOT NULL,
    programme_id uuid    NOT NULL,
    from_id      uuid    NOT NULL,
    to_id        uuid    NOT NULL,
    type         text    NOT NULL,
    lag_days     integer NOT NULL,
    valid_from   date    NOT NULL,
    valid_to     date    NOT NULL,
    known_from   bigint  NOT NULL,
    known_to     bigint  NOT NULL
);
CREATE INDEX ON query.dependencies (programme_id, valid_from, valid_to) INCLUDE (known_from, known_to);
CREATE INDEX ON query.dependencies (stream_id) WHERE known_to = 9223372036854775807;

-- One row for each milestone of each agreed plan.
CREATE TABLE query.baselines (
    stream_id    text    NOT NULL,
    event_id     uuid    NOT NULL,
    programme_id uuid    NOT NULL,
    number       integer NOT NULL,
    name         text    NOT NULL,
    milestone_id uuid    NOT NULL,
    due_on       date    NOT NULL,
    valid_from   date    NOT NULL,
    valid_to     date    NOT NULL,
    known_from   bigint  NOT NULL,
    known_to     bigint  NOT NULL
);
CREATE INDEX ON query.baselines (milestone_id, valid_from, valid_to) INCLUDE (known_from, known_to, number, due_on);
CREATE INDEX ON query.baselines (programme_id, number) INCLUDE (known_from, known_to);
CREATE INDEX ON query.baselines (stream_id) WHERE known_to = 9223372036854775807;

CREATE TABLE query.alignments (
    stream_id       text    NOT NULL,
    event_id        uuid    NOT NULL,
    programme_id    uuid    NOT NULL,
    dimension_a     text    NOT NULL,
    dimension_b     text    NOT NULL,
    rating          integer NOT NULL,
    evidence_kind   text    NOT NULL,
    evidence_title  text    NOT NULL,
    evidence_where  text    NOT NULL,
    evidence_sha256 text,
    effective_on    date    NOT NULL,
    known_from      bigint  NOT NULL,
    known_to        bigint  NOT NULL
);
CREATE INDEX ON query.alignments (programme_id, effective_on) INCLUDE (known_from, known_to);
CREATE INDEX ON query.alignments (stream_id) WHERE known_to = 9223372036854775807;
