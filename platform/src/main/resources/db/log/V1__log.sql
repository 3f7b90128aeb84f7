-- The log, its Merkle tree, and what the journal keeps in the same transaction. Runs as the owner; nobody who writes
-- events owns a table, and nobody at all may change one that is written.

CREATE TABLE log.domain_event (
    position    bigint      PRIMARY KEY,
    event_id    uuid        NOT NULL UNIQUE,
    stream_id   text        NOT NULL,
    stream_type text        NOT NULL,
    sequence    bigint      NOT NULL,
    name        text        NOT NULL,
    revision    integer     NOT NULL,
    recorded_at timestamptz NOT NULL,
    payload     bytea       NOT NULL,
    metadata    bytea       NOT NULL,
    UNIQUE (stream_id, sequence)
);
CREATE INDEX domain_event_recorded_at ON log.domain_event (recorded_at, position);

CREATE TABLE log.tlog_head (
    single      boolean     PRIMARY KEY DEFAULT true CHECK (single),
    size        bigint      NOT NULL,
    root        bytea       NOT NULL,
    edge        bytea       NOT NULL,
    recorded_at timestamptz NOT NULL
);
INSERT INTO log.tlog_head (size, root, edge, recorded_at) VALUES (0, sha256(''), '', '-infinity');

CREATE TABLE log.tlog_leaf (
    leaf_index  bigint      PRIMARY KEY,
    event_id    uuid        NOT NULL,
    entry       bytea       NOT NULL,
    hash        bytea       NOT NULL,
    appended_at timestamptz NOT NULL
);

CREATE TABLE log.tlog_node (
    level       integer     NOT NULL,
    index       bigint      NOT NULL,
    hash        bytea       NOT NULL,
    PRIMARY KEY (level, index)
);

CREATE TABLE log.lookup (
    lookup      text        NOT NULL,
    key         text        NOT NULL,
    version     bigint      NOT NULL,
    value       jsonb       NOT NULL,
    PRIMARY KEY (lookup, key)
);

CREATE TABLE log.command_log (
    command_id      uuid        PRIMARY KEY,
    command_name    text        NOT NULL,
    received_at     timestamptz NOT NULL,
    actor           text        NOT NULL,
    roles           text        NOT NULL,
    channel         text        NOT NULL,
    correlation_id  text        NOT NULL,
    idempotency_key text,
    request_hash    text        NOT NULL,
    outcome         text        NOT NULL CHECK (outcome IN ('accepted', 'refused')),
    refusal         text,
    pointers        text,
    stream_id       text,
    version         bigint,
    position        bigint,
    events          integer     NOT NULL
);
CREATE INDEX command_log_received_at ON log.command_log (received_at);

CREATE TABLE log.idempotency (
    actor      text        NOT NULL,
    key        text        NOT NULL,
    command_id uuid        NOT NULL,
    stored_at  timestamptz NOT NULL,
    PRIMARY KEY (actor, key)
);

CREATE FUNCTION log.refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'append only: % on %', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log.domain_event
    FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log.tlog_leaf
    FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log.tlog_node
    FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log.command_log
    FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();
CREATE TRIGGER never_removed BEFORE DELETE OR TRUNCATE ON log.tlog_head
    FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();

GRANT SELECT, INSERT ON log.domain_event, log.tlog_leaf, log.tlog_node, log.command_log, log.idempotency
    TO sevenfold_command;
GRANT DELETE ON log.idempotency TO sevenfold_command;
GRANT SELECT, UPDATE ON log.tlog_head TO sevenfold_command;
GRANT SELECT, INSERT, UPDATE ON log.lookup TO sevenfold_command;

GRANT SELECT ON log.domain_event, log.tlog_head, log.tlog_leaf, log.tlog_node, log.command_log TO sevenfold_query;
