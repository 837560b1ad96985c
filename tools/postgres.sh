#!/usr/bin/env bash
# Runs a command with a private PostgreSQL cluster, whose address is in TEILHABE_TEST_POSTGRES.
# Usage: tools/postgres.sh COMMAND…    FSYNC=on to store as safely as an installation does
set -euo pipefail

bin=$(dirname "$(ls /usr/lib/postgresql/*/bin/initdb | sort -V | tail -n 1)")
dir=$(mktemp -d)
as_user=()
if [ "$(id -u)" = 0 ]; then
  chown postgres "$dir"
  as_user=(setpriv --reuid=postgres --regid=postgres --clear-groups)
fi
stop() {
  "${as_user[@]}" "$bin/pg_ctl" -D "$dir/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$dir"
}
trap stop EXIT
cd "$dir"
"${as_user[@]}" "$bin/initdb" -D "$dir/data" -U teilhabe --auth=trust --no-sync >/dev/null
"${as_user[@]}" "$bin/pg_ctl" -D "$dir/data" -l "$dir/log" -w start \
  -o "-c listen_addresses='' -c unix_socket_directories='$dir' -c fsync=${FSYNC:-off} -c max_connections=200" >/dev/null
cd "$OLDPWD"
TEILHABE_TEST_POSTGRES="postgres://teilhabe@localhost/postgres?host=$dir" "$@"
