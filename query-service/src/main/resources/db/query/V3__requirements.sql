-- What is required of whom, who manages which unit, and which unit goes on with the work of a closed one.

CREATE TABLE query.requirements (
    stream_id      text    NOT NULL,
    event_id       uuid    NOT NULL,
    requirement_id uuid    NOT NULL,
    reference      text    COLLATE "C" NOT NULL,
    programme_id   uuid    NOT NULL,
    course_id      uuid    NOT NULL,
    role           text,
    unit_id        uuid,
    due_in_days    integer NOT NULL,
    valid_from     date    NOT NULL,
    valid_to       date    NOT NULL,
    known_from     bigint  NOT NULL,
    known_to       bigint  NOT NULL
);
CREATE INDEX ON query.requirements (course_id, valid_from, valid_to) INCLUDE (known_from, known_to, role, unit_id);
CREATE INDEX ON query.requirements (requirement_id) INCLUDE (known_from, known_to, reference);
CREATE INDEX ON query.requirements (lower(reference)) INCLUDE (known_from, known_to);
CREATE INDEX ON query.requirements (stream_id) WHERE known_to = 9223372036854775807;

CREATE TABLE query.group_managers (
    stream_id  text   NOT NULL,
    event_id   uuid   NOT NULL,
    unit_id    uuid   NOT NULL,
    person_id  uuid   NOT NULL,
    valid_from date   NOT NULL,
    valid_to   date   NOT NULL,
    known_from bigint NOT NULL,
    known_to   bigint NOT NULL
);
CREATE INDEX ON query.group_managers (unit_id, valid_from, valid_to) INCLUDE (known_from, known_to, person_id);
CREATE INDEX ON query.group_managers (person_id, valid_from, valid_to) INCLUDE (known_from, known_to, unit_id);
CREATE INDEX ON query.group_managers (stream_id) WHERE known_to = 9223372036854775807;

ALTER TABLE query.units ADD COLUMN successor_id uuid;
