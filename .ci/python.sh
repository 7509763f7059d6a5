#!/bin/sh
# python.sh ARGS...: runs ARGS with the first Python on this machine that can make the environment.
# $PYTHON chooses one by hand; otherwise the versions that CI tests are tried first, then whatever else there is.
set -eu
here=$(dirname "$0")

# Running it is the only proof: a version manager's shim is on the PATH for versions that are not there.
recent() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
# Debian packs these two apart from Python.
complete() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }

incomplete=
old=
for python in ${PYTHON:-python3.13 python3.12 python3.11 python3 python3.14 python3.15 python}; do
    command -v "$python" >/dev/null 2>&1 || continue
    if ! recent "$python"; then
        version=$("$python" --version 2>/dev/null) && old="$old $python is $version."
    elif complete "$python"; then
        exec "$python" "$@"
    else
        incomplete=${incomplete:-$python}
    fi
done

if [ -n "$incomplete" ]; then
    package=$("$incomplete" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if "$here/apt.sh" "$package" && complete "$incomplete"; then
        exec "$incomplete" "$@"
    fi
    echo "error: $incomplete has no 'venv' and 'ensurepip', which Debian and Ubuntu pack apart from Python." >&2
    echo "       Install them, then try again:  sudo apt-get install $package" >&2
    exit 1
fi

{
    echo "error: Sightline needs Python 3.11 or newer.${old:- No Python was found.}"
    if [ -n "${PYTHON:-}" ]; then
        echo "       PYTHON=$PYTHON was asked for; leave PYTHON out to have one found."
    else
        echo "       Install one from python.org or your system's packages, or name it: make PYTHON=/path/to/python3"
    fi
} >&2
exit 1
