-- What is known, on two time axes. An interval holds from valid_from up to, not including, valid_to; a point happened on
-- effective_on. Either was known from the position known_from up to, not including, known_to. The largest bigint means
-- "known still". Lookups find the key and read the rest from the index; the partial index holds what is known now.

CREATE TABLE query.token_entry (
    processor_name varchar(255) NOT NULL,
    segment        integer      NOT NULL,
    token          bytea,
    token_type     varchar(255),
    timestamp      varchar(255),
    owner          varchar(255),
    PRIMARY KEY (processor_name, segment)
);

-- Up to which position each board has come, stored together with its rows; and where the reader is that feeds them all.
CREATE TABLE query.board (
    name     text   PRIMARY KEY,
    position bigint NOT NULL
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

CREATE TABLE query.units (
    stream_id    text   NOT NULL,
    unit_id      uuid   NOT NULL,
    reference    text   COLLATE "C" NOT NULL,
    name         text   NOT NULL,
    kind         text   NOT NULL,
    service_area text   NOT NULL,
    group_id     uuid,
    valid_from   date   NOT NULL,
    valid_to     date   NOT NULL,
    known_from   bigint NOT NULL,
    known_to     bigint NOT NULL
);
CREATE INDEX ON query.units (unit_id, valid_from, valid_to) INCLUDE (known_from, known_to);
CREATE INDEX ON query.units (lower(reference)) INCLUDE (known_from, known_to);
CREATE INDEX ON query.units (stream_id) WHERE known_to = 9223372036854775807;

CREATE TABLE query.people (
    stream_id  text   NOT NULL,
    person_id  uuid   NOT NULL,
    valid_from date   NOT NULL,
    valid_to   date   NOT NULL,
    known_from bigint NOT NULL,
    known_to   bigint NOT NULL
);
CREATE INDEX ON query.people (person_id, valid_from, valid_to) INCLUDE (known_from, known_to);
CREATE INDEX ON query.people (stream_id) WHERE known_to = 9223372036854775807;

CREATE TABLE query.posts (
    stream_id  text    NOT NULL,
    post_id    uuid    NOT NULL,
    reference  text    COLLATE "C" NOT NULL,
    role       text    NOT NULL,
    fte        numeric NOT NULL,
    unit_id    uuid    NOT NULL,
    valid_from date    NOT NULL,
    valid_to   date    NOT NULL,
    known_from bigint  NOT NULL,
    known_to   bigint  NOT NULL
);
CREATE INDEX ON query.posts (post_id, valid_from, valid_to) INCLUDE (known_from, known_to, unit_id);
CREATE INDEX ON query.posts (unit_id, valid_from, valid_to) INCLUDE (known_from, known_to, post_id);
CREATE INDEX ON query.posts (lower(reference)) INCLUDE (known_from, known_to);
CREATE INDEX ON query.posts (stream_id) WHERE known_to = 9223372036854775807;

CREATE TABLE query.appointments (
    stream_id  text    NOT NULL,
    event_id   uuid    NOT NULL,
    post_id    uuid    NOT NULL,
    person_id  uuid    NOT NULL,
    fte        numeric NOT NULL,
    via        text    NOT NULL,
    valid_from date    NOT NULL,
    valid_to   date    NOT NULL,
    known_from bigint  NOT NULL,
    known_to   bigint  NOT NULL
);
CREATE INDEX ON query.appointments (post_id, valid_from, valid_to) INCLUDE (known_from, known_to, person_id, event_id);
CREATE INDEX ON query.appointments (person_id, valid_from, valid_to) INCLUDE (known_from, known_to, post_id);
CREATE INDEX ON query.appointments (stream_id) WHERE known_to = 9223372036854775807;

CREATE TABLE query.courses (
    stream_id       text    NOT NULL,
    course_id       uuid    NOT NULL,
    code            text    COLLATE "C" NOT NULL,
    title           text    NOT NULL,
    mode            text    NOT NULL,
    hours           numeric NOT NULL,
    validity_months integer,
    valid_from      date    NOT NULL,
    valid_to        date    NOT NULL,
    known_from      bigint  NOT NULL,
    known_to        bigint  NOT NULL
);
CREATE INDEX ON query.courses (course_id, valid_from, valid_to) INCLUDE (known_from, known_to, validity_months);
CREATE INDEX ON query.courses (lower(code)) INCLUDE (known_from, known_to);
CREATE INDEX ON query.courses (stream_id) WHERE known_to = 9223372036854775807;

CREATE TABLE query.completions (
    stream_id       text    NOT NULL,
    event_id        uuid    NOT NULL,
    person_id       uuid    NOT NULL,
    course_id       uuid    NOT NULL,
    passed          boolean NOT NULL,
    evidence_kind   text,
    evidence_title  text,
    evidence_where  text,
    evidence_sha256 text,
    effective_on    date    NOT NULL,
    known_from      bigint  NOT NULL,
    known_to        bigint  NOT NULL
);
CREATE INDEX ON query.completions (person_id, course_id, effective_on) INCLUDE (known_from, known_to, passed, event_id);
CREATE INDEX ON query.completions (course_id, effective_on) INCLUDE (known_from, known_to, passed, person_id, event_id);
CREATE INDEX ON query.completions (stream_id) WHERE known_to = 9223372036854775807;
