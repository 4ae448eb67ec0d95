#!/bin/sh
# Run by the PostgreSQL image on an empty volume, once. The application's role owns nothing: it can neither change the
# schema nor take off the triggers that keep the history append-only.
(
  set -eu
  password() { tr -d '\n' < "${SECRETS_DIR:-/run/secrets}/$1-password"; }
  psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres \
    --set owner="$(password owner)" --set app="$(password app)" --set temporal="$(password temporal)" <<'SQL'
CREATE ROLE retorno_owner LOGIN PASSWORD :'owner';
CREATE ROLE retorno LOGIN PASSWORD :'app';
CREATE ROLE temporal LOGIN PASSWORD :'temporal';
CREATE DATABASE retorno OWNER retorno_owner;
CREATE DATABASE temporal OWNER temporal;
CREATE DATABASE temporal_visibility OWNER temporal;
REVOKE CONNECT, TEMPORARY ON DATABASE retorno, temporal, temporal_visibility, postgres, template1 FROM PUBLIC;
GRANT CONNECT ON DATABASE retorno TO retorno;
\connect retorno
ALTER SCHEMA public OWNER TO retorno_owner;
GRANT USAGE ON SCHEMA public TO retorno;
ALTER DEFAULT PRIVILEGES FOR ROLE retorno_owner IN SCHEMA public
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO retorno;
ALTER DEFAULT PRIVILEGES FOR ROLE retorno_owner IN SCHEMA public GRANT USAGE ON SEQUENCES TO retorno;
-- Where the migrations are listed: the API looks whether the newest was applied.
CREATE SCHEMA drizzle AUTHORIZATION retorno_owner;
GRANT USAGE ON SCHEMA drizzle TO retorno;
ALTER DEFAULT PRIVILEGES FOR ROLE retorno_owner IN SCHEMA drizzle GRANT SELECT ON TABLES TO retorno;
SQL
)
