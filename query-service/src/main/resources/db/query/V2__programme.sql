-- The programme itself: its window, its thresholds, the months that are reported, who holds which role, and what waits for
-- somebody's decision.

CREATE TABLE query.programmes (
    stream_id    text   NOT NULL,
    programme_id uuid   NOT NULL,
    reference    text   COLLATE "C" NOT NULL,
    title        text   NOT NULL,
    start_on     date   NOT NULL,
    end_on       date   NOT NULL,
    closed_on    date,
    valid_from   date   NOT NULL,
    valid_to     date   NOT NULL,
    known_from   bigint NOT NULL,
    known_to     bigint NOT NULL
);
CREATE INDEX ON query.programmes (lower(reference)) INCLUDE (known_from, known_to);
CREATE INDEX ON query.programmes (stream_id) WHERE known_to = 9223372036854775807;

CREATE TABLE query.locked_periods (
    stream_id    text   NOT NULL,
    programme_id uuid   NOT NULL,
    month        date   NOT NULL,
    effective_on date   NOT NULL,
    known_from   bigint NOT NULL,
    known_to     bigint NOT NULL
);
CREATE INDEX ON query.locked_periods (month) INCLUDE (known_from, known_to);
CREATE INDEX ON query.locked_periods (stream_id) WHERE known_to = 9223372036854775807;

CREATE TABLE query.policies (
    stream_id    text    NOT NULL,
    programme_id uuid    NOT NULL,
    policy       text    COLLATE "C" NOT NULL,
    value        numeric NOT NULL,
    valid_from   date    NOT NULL,
    valid_to     date    NOT NULL,
    known_from   bigint  NOT NULL,
    known_to     bigint  NOT NULL
);
CREATE INDEX ON query.policies (policy, valid_from, valid_to) INCLUDE (known_from, known_to, value);
CREATE INDEX ON query.policies (stream_id) WHERE known_to = 9223372036854775807;

CREATE TABLE query.roles (
    stream_id  text   NOT NULL,
    event_id   uuid   NOT NULL,
    person_id  uuid   NOT NULL,
    role       text   COLLATE "C" NOT NULL,
    valid_from date   NOT NULL,
    valid_to   date   NOT NULL,
    known_from bigint NOT NULL,
    known_to   bigint NOT NULL
);
CREATE INDEX ON query.roles (person_id, valid_from, valid_to) INCLUDE (known_from, known_to, role);
CREATE INDEX ON query.roles (role, valid_from, valid_to) INCLUDE (known_from, known_to, person_id);
CREATE INDEX ON query.roles (stream_id) WHERE known_to = 9223372036854775807;

CREATE TABLE query.proposals (
    stream_id    text   NOT NULL,
    proposal_id  uuid   NOT NULL,
    reference    text   COLLATE "C" NOT NULL,
    command      text   NOT NULL,
    payload      text   NOT NULL,
    would_do     text   NOT NULL,
    decidable_by text   NOT NULL,
    proposed_by  uuid   NOT NULL,
    state        text   NOT NULL,
    decided_by   uuid,
    decided_on   date,
    reason       text,
    effective_on date   NOT NULL,
    known_from   bigint NOT NULL,
    known_to     bigint NOT NULL
);
CREATE INDEX ON query.proposals (lower(reference)) INCLUDE (known_from, known_to);
CREATE INDEX ON query.proposals (proposed_by) INCLUDE (known_from, known_to);
CREATE INDEX ON query.proposals (stream_id) WHERE known_to = 9223372036854775807;
