-- Who read which names: one row for each answer that named somebody other than whoever asked. It is written before the
-- names are handed out. Nothing is reckoned from it, and a row can neither be changed nor dated by who writes it.

CREATE TABLE log.access_log (
    access_id      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    accessed_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor          uuid        NOT NULL,
    roles          text        NOT NULL,
    reading        text        NOT NULL,
    effective_on   date        NOT NULL,
    position       bigint      NOT NULL,
    people         uuid[]      NOT NULL CHECK (cardinality(people) > 0),
    purpose        text,
    correlation_id text
);
CREATE INDEX ON log.access_log USING gin (people);
CREATE INDEX ON log.access_log (actor, access_id);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log.access_log
    FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();

GRANT SELECT, INSERT (actor, roles, reading, effective_on, position, people, purpose, correlation_id)
    ON log.access_log TO sevenfold_query;
