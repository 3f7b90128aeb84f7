-- The logins and the empty schemas that Sevenfold needs, made by a superuser inside its database; running it again changes nothing but the passwords.
-- The passwords are psql variables, so the same file serves psql -v owner_password=... -f bootstrap.sql. Tables and their grants are made by the services.

DO $$
DECLARE
    login text;
BEGIN
    FOREACH login IN ARRAY ARRAY['sevenfold_owner', 'sevenfold_command', 'sevenfold_query', 'sevenfold_reporting'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = login) THEN
            EXECUTE format('CREATE ROLE %I', login);
        END IF;
        EXECUTE format('ALTER ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS', login);
        EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), login);
    END LOOP;
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
END
$$;

ALTER ROLE sevenfold_owner PASSWORD :'owner_password';
ALTER ROLE sevenfold_command PASSWORD :'command_password';
ALTER ROLE sevenfold_query PASSWORD :'query_password';
ALTER ROLE sevenfold_reporting PASSWORD :'reporting_password';

CREATE SCHEMA IF NOT EXISTS log;
CREATE SCHEMA IF NOT EXISTS erasable;
CREATE SCHEMA IF NOT EXISTS query;
ALTER SCHEMA log OWNER TO sevenfold_owner;
ALTER SCHEMA erasable OWNER TO sevenfold_owner;
ALTER SCHEMA query OWNER TO sevenfold_query;

REVOKE ALL ON SCHEMA public, log, erasable, query FROM PUBLIC;
GRANT USAGE ON SCHEMA log, erasable TO sevenfold_command, sevenfold_query;
