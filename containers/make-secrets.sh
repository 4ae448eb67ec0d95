#!/bin/sh
# Makes the secrets of docker-compose.yml that are not there yet; existing ones are never changed.
set -eu
folder="$(dirname "$0")/../.data/secrets"
umask 077
mkdir -p "$folder"
chmod 700 "$folder"
cd "$folder"

make() { # name, command
  if [ -e "$1" ]; then return; fi
  "$2" > "$1.new"
  # Containers run under other accounts and must read the file; the folder keeps everybody else out.
  chmod 444 "$1.new"
  mv "$1.new" "$1"
}
password() { openssl rand -hex 24; }
key() { openssl rand -base64 32; }
app_url() { echo "postgresql://retorno:$(cat app-password)@postgres:5432/retorno"; }
owner_url() { echo "postgresql://retorno_owner:$(cat owner-password)@postgres:5432/retorno"; }

for name in postgres-password owner-password app-password temporal-password; do make "$name" password; done
make database-url app_url
make owner-database-url owner_url
make master-key key
make payload-key key
make log-key key

echo "Secrets are in .data/secrets. Keep a copy of master-key and payload-key apart from the database's backups:"
echo "without master-key nothing that was written about a person can be read."
