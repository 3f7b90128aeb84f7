-- Initiatives, their milestones, and the values that they serve, on the two time axes of V1.

CREATE TABLE query.initiatives (
    stream_id         text   NOT NULL,
    event_id          uuid   NOT NULL,
    initiative_id     uuid   NOT NULL,
    programme_id      uuid   NOT NULL,
    reference         text   COLLATE "C" NOT NULL,
    title             text   NOT NULL,
    primary_dimension text   NOT NULL,
    owner_id          uuid   NOT NULL,
    registered_by     uuid   NOT NULL,
    planned_start     date   NOT NULL,
    planned_end       date   NOT NULL,
    registered_on     date   NOT NULL,
    approved_on       date,
    closed_on         date,
    outcome           text,
    valid_from        date   NOT NULL,
    valid_to          date   NOT NULL,
    known_from        bigint NOT NULL,
    known_to          bigint NOT NULL
);
CREATE INDEX ON query.initiatives (initiative_id, valid_from, valid_to) INCLUDE (known_from, known_to);
CREATE INDEX ON query.initiatives (programme_id, reference) INCLUDE (known_from, known_to);
CREATE INDEX ON query.initiatives (lower(reference)) INCLUDE (known_from, known_to);
CREATE INDEX ON query.initiatives (stream_id) WHERE known_to = 9223372036854775807;

CREATE TABLE query.initiative_units (
    stream_id     text   NOT NULL,
    initiative_id uuid   NOT NULL,
    unit_id       uuid   NOT NULL,
    valid_from    date   NOT NULL,
    valid_to      date   NOT NULL,
    known_from    bigint NOT NULL,
    known_to      bigint NOT NULL
);
CREATE INDEX ON query.initiative_units (initiative_id, valid_from, valid_to) INCLUDE (known_from, known_to, unit_id);
CREATE INDEX ON query.initiative_units (unit_id, valid_from, valid_to) INCLUDE (known_from, known_to, initiative_id);
CREATE INDEX ON query.initiative_units (stream_id) WHERE known_to = 9223372036854775807;

CREATE TABLE query.dimension_impacts (
    stream_id     text    NOT NULL,
    event_id      uuid    NOT NULL,
    initiative_id uuid    NOT NULL,
    dimension     text    NOT NULL,
    affected      boolean NOT NULL,
    effect        text,
    mitigation    text,
    rationale     text,
    review_by     date,
    valid_from    date    NOT NULL,
    valid_to      date    NOT NULL,
    known_from    bigint  NOT NULL,
    known_to      bigint  NOT NULL
);
CREATE INDEX ON query.dimension_impacts (initiative_id, dimension, valid_from, valid_to) INCLUDE (known_from, known_to, affected, event_id);
CREATE INDEX ON query.dimension_impacts (stream_id) WHERE known_to = 9223372036854775807;

CREATE TABLE query.value_links (
    stream_id     text   NOT NULL,
    event_id      uuid   NOT NULL,
    initiative_id uuid   NOT NULL,
    value_id      uuid   NOT NULL,
    how           text   NOT NULL,
    valid_from    date   NOT NULL,
    valid_to      date   NOT NULL,
    known_from    bigint NOT NULL,
    known_to      bigint NOT NULL
);
CREATE INDEX ON query.value_links (initiative_id, valid_from, valid_to) INCLUDE (known_from, known_to, value_id, event_id);
CREATE INDEX ON query.value_links (value_id, valid_from, valid_to) INCLUDE (known_from, known_to, initiative_id, event_id);
CREATE INDEX ON query.value_links (stream_id) WHERE known_to = 9223372036854775807;

CREATE TABLE query.ratings (
    stream_id     text    NOT NULL,
    event_id      uuid    NOT NULL,
    initiative_id uuid    NOT NULL,
    rag           text    NOT NULL,
    reason        text,
    overridden    boolean NOT NULL,
    valid_from    date    NOT NULL,
    valid_to      date    NOT NULL,
    known_from    bigint  NOT NULL,
    known_to      bigint  NOT NULL
);
CREATE INDEX ON query.ratings (initiative_id, valid_from, valid_to) INCLUDE (known_from, known_to);
CREATE INDEX ON query.ratings (stream_id) WHERE known_to = 9223372036854775807;

-- A milestone as the plan had it from valid_from on: what was expected then, and whether it was met or cancelled.
CREATE TABLE query.milestones (
    stream_id     text    NOT NULL,
    event_id      uuid    NOT NULL,
    milestone_id  uuid    NOT NULL,
    initiative_id uuid    NOT NULL,
    number        integer NOT NULL,
    reference     text    COLLATE "C" NOT NULL,
    title         text    NOT NULL,
    planned_for   date    NOT NULL,
    forecast      date    NOT NULL,
    met_on        date,
    met_by        uuid,
    cancelled_on  date,
    valid_from    date    NOT NULL,
    valid_to      date    NOT NULL,
    known_from    bigint  NOT NULL,
    known_to      bigint  NOT NULL
);
CREATE INDEX ON query.milestones (milestone_id, valid_from, valid_to) INCLUDE (known_from, known_to);
CREATE INDEX ON query.milestones (initiative_id, number) INCLUDE (known_from, known_to, valid_from, valid_to);
CREATE INDEX ON query.milestones (lower(reference)) INCLUDE (known_from, known_to);
CREATE INDEX ON query.milestones (stream_id) WHERE known_to = 9223372036854775807;

CREATE TABLE query.reforecasts (
    stream_id     text   NOT NULL,
    event_id      uuid   NOT NULL,
    milestone_id  uuid   NOT NULL,
    initiative_id uuid   NOT NULL,
    previously    date   NOT NULL,
    due_on        date   NOT NULL,
    effective_on  date   NOT NULL,
    known_from    bigint NOT NULL,
    known_to      bigint NOT NULL
);
CREATE INDEX ON query.reforecasts (milestone_id, effective_on) INCLUDE (known_from, known_to);
CREATE INDEX ON query.reforecasts (initiative_id, effective_on) INCLUDE (known_from, known_to);
CREATE INDEX ON query.reforecasts (stream_id) WHERE known_to = 9223372036854775807;

CREATE TABLE query.value_statements (
    stream_id    text   NOT NULL,
    event_id     uuid   NOT NULL,
    value_id     uuid   NOT NULL,
    programme_id uuid   NOT NULL,
    reference    text   COLLATE "C" NOT NULL,
    kind         text   NOT NULL,
    text         text   NOT NULL,
    valid_from   date   NOT NULL,
    valid_to     date   NOT NULL,
    known_from   bigint NOT NULL,
    known_to     bigint NOT NULL
);
CREATE INDEX ON query.value_statements (value_id, valid_from, valid_to) INCLUDE (known_from, known_to);
CREATE INDEX ON query.value_statements (lower(reference)) INCLUDE (known_from, known_to);
CREATE INDEX ON query.value_statements (stream_id) WHERE known_to = 9223372036854775807;
