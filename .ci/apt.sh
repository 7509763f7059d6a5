#!/bin/sh
# apt.sh PACKAGE...: installs system packages where the machine lets us do so without asking.
# Fails (1) where it does not: another system, or no right to install. The caller then says what to do.
set -eu

command -v apt-get >/dev/null 2>&1 || exit 1
if [ "$(id -u)" = 0 ]; then
    as_root="env"
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root="sudo -n env"
else
    exit 1
fi

# Standard output belongs to the caller, who may be read by a $(...).
exec >&2
echo "==> installing $* with apt-get"
# A stale or broken third-party list must not stop us: the install itself tells whether it worked.
$as_root apt-get update -qq </dev/null || true
$as_root DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" </dev/null >/dev/null
