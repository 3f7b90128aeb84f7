-- What the log says of itself, signed: its size and root under its own name, with a key that is not in this database.

CREATE TABLE log.tlog_checkpoint (
    size      bigint      PRIMARY KEY,
    root      bytea       NOT NULL,
    note      bytea       NOT NULL,
    signed_at timestamptz NOT NULL
);

-- What witnesses said of a checkpoint after it was stored: signature lines as they came.
CREATE TABLE log.tlog_cosignature (
    size        bigint      NOT NULL,
    line        text        NOT NULL,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (size, line)
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log.tlog_checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log.tlog_cosignature
    FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();

GRANT SELECT, INSERT ON log.tlog_checkpoint, log.tlog_cosignature TO sevenfold_command;
GRANT SELECT ON log.tlog_checkpoint, log.tlog_cosignature TO sevenfold_query;

-- Auditors ask for what was refused, which is little among much that was accepted.
CREATE INDEX command_log_refused ON log.command_log (received_at, command_id) WHERE outcome = 'refused';
