#!/usr/bin/env bash
# Makes the database in which Keycloak keeps its own things; Sevenfold never reads it.
set -euo pipefail
psql --set ON_ERROR_STOP=1 --no-psqlrc --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
\getenv keycloak_password KEYCLOAK_DATABASE_PASSWORD
CREATE ROLE keycloak LOGIN PASSWORD :'keycloak_password';
CREATE DATABASE keycloak OWNER keycloak;
REVOKE ALL ON DATABASE keycloak FROM PUBLIC;
SQL
