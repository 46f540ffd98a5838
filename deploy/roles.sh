#!/usr/bin/env bash
# A schema and a login role for each service, closed to every other. Runs at every start; changes a
# password when the environment has a new one.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -qc 'REVOKE ALL ON SCHEMA public FROM PUBLIC; REVOKE ALL ON DATABASE sanad FROM PUBLIC;'
for schema in competency question_bank exam_delivery certificates identity; do
  variable=${schema^^}
  psql -v ON_ERROR_STOP=1 -q -v schema="$schema" -v role="sanad_$schema" -v password="${!variable}" <<'SQL'
SELECT format('CREATE ROLE %I LOGIN', :'role') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'role') \gexec
ALTER ROLE :"role" PASSWORD :'password';
GRANT CONNECT ON DATABASE sanad TO :"role";
CREATE SCHEMA IF NOT EXISTS :"schema" AUTHORIZATION :"role";
ALTER ROLE :"role" IN DATABASE sanad SET search_path = :"schema";
SQL
done
