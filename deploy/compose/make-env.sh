#!/bin/sh
# Writes .env with fresh secrets for docker-compose.yml: sh deploy/compose/make-env.sh
# It never replaces a file: what is sealed with SECRETS_KEY cannot be read with another.
set -eu
umask 077
file="${1:-.env}"
if [ -e "$file" ]; then
  echo "$file is there already and stays as it is: its SECRETS_KEY opens the signing secrets in the database" >&2
  exit 1
fi
hex() { od -An -tx1 -N "$1" /dev/urandom | tr -d ' \n'; }
cat > "$file" <<END
# Keep a copy of this file away from this machine: without SECRETS_KEY a backup of the database has no signing secrets.
SECRETS_KEY=$(head -c 32 /dev/urandom | base64)
OPERATOR_TOKEN=$(hex 32)
# Hexadecimal, because they are part of addresses.
POSTGRES_PASSWORD=$(hex 24)
READINESS_OWNER_PASSWORD=$(hex 24)
READINESS_APP_PASSWORD=$(hex 24)
# Where the engine is reached on this machine.
READINESS_PORT=3000
LOG_LEVEL=info
END
echo "$file is written"
