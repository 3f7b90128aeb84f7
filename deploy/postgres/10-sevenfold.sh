#!/usr/bin/env bash
# Makes Sevenfold's logins and empty schemas in the database, with the passwords that the environment gives. The services
# make their tables themselves.
set -euo pipefail
psql --set ON_ERROR_STOP=1 --no-psqlrc --single-transaction --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
\getenv owner_password SEVENFOLD_OWNER_PASSWORD
\getenv command_password SEVENFOLD_COMMAND_PASSWORD
\getenv query_password SEVENFOLD_QUERY_PASSWORD
\getenv reporting_password SEVENFOLD_REPORTING_PASSWORD
\i /sevenfold/bootstrap.sql
SQL
