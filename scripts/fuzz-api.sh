#!/bin/sh
# Sends generated requests to every operation of the API as each role, with Schemathesis (from PyPI, in an environment
# of its own). Usage: scripts/fuzz-api.sh [examples per operation, 100 unless given] [role ...]
set -eu
cd "$(dirname "$0")/.."
examples="${1:-100}"
[ $# -gt 0 ] && shift
roles="${*:-case-lead officer supervisor monitor admin}"
tools="${SCHEMATHESIS_VENV:-${XDG_CACHE_HOME:-$HOME/.cache}/retorno/schemathesis}"
work="$(mktemp -d)"

[ -x "$tools/bin/schemathesis" ] || { python3 -m venv "$tools" && "$tools/bin/pip" install -q schemathesis; }
npm run -s build
npx esbuild scripts/fuzz-server.ts --bundle --platform=node --format=esm --packages=external \
  --log-level=warning --outfile=dist/db/fuzz-server.mjs
node dist/db/fuzz-server.mjs "$work/server.json" >"$work/server.log" 2>&1 &
server=$!
stop() {
  kill "$server" 2>/dev/null || true
  wait "$server" && ended=0 || ended=$?
  cat "$work/server.log"
  rm -rf "$work" dist/db/fuzz-server.mjs
}
trap 'stop; exit 1' INT TERM
waited=0
while [ ! -s "$work/server.json" ]; do
  kill -0 "$server" 2>/dev/null && [ "$waited" -lt 60 ] || { stop; exit 1; }
  sleep 1
  waited=$((waited + 1))
done
field() { node -p "const s = require('$work/server.json'); $1"; }

# With the id of an open run half of the requests get past the door; without it every id is invented.
cat >"$work/known.toml" <<END
[parameters]
"path.run" = "$(field s.runId)"
"path.step" = "request"
"path.event" = "claim-filed"
"path.role" = "courier"
"path.protocol" = "book-loan"
END
: >"$work/invented.toml"
failed=0
for role in $roles; do
  for config in known invented; do
    echo "== $role, $config run"
    "$tools/bin/schemathesis" --config-file "$work/$config.toml" run "$(field s.url)/v1/openapi.json" \
      --header "Authorization: Bearer $(field "s.tokens['$role']")" \
      --checks not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance,unsupported_method,ignored_auth \
      --max-examples "$examples" --max-response-time 5 --workers 2 --generation-database none --continue-on-failure --no-color ||
      failed=1
  done
done
stop
exit $((failed || ended))
