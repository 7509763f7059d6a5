#!/bin/sh
# step.sh "WHAT" COMMAND...: says what is being done, does it, and says how long it took.
set -eu
what=$1
shift
echo "==> $what"
start=$(date +%s)
status=0
"$@" || status=$?
took=$(($(date +%s) - start))
if [ "$status" -ne 0 ]; then
    echo "==> FAILED after $took s: $what (exit code $status)" >&2
    exit "$status"
fi
[ "$took" -lt 2 ] || echo "    took $took s"
