#!/bin/sh
# nu.sh: prints the command of the Nu HTML checker. Takes $VNU, else a `vnu` on the PATH, else Java with the jar, which
# is fetched once and checked against its hash. Never skips in silence: no checker is an error that says what to do.
set -eu
# The command is split at blanks, so the jar's path is that from the project's folder, where the command is run.
cd "$(dirname "$0")/.."
here=.ci

version=26.9.27
integrity="sha512-TkQd5DFfOaWC9ebtvozTsrH2Vaod3jYg+vrOeREzIXxBexLz9+rS2DNtjn7+RPUiZhgli0SghgBX6RJRNea0KA=="
kept=.cache/nu-$version
jar=$kept/vnu.jar
HASH='import base64, hashlib, sys
print("sha512-" + base64.b64encode(hashlib.sha512(open(sys.argv[1], "rb").read()).digest()).decode())'

# macOS has a `java` that only says where to get one.
works() { command -v "$1" >/dev/null 2>&1 && "$@" >/dev/null 2>&1; }

fetch() {
    [ -f "$jar" ] && return
    command -v npm >/dev/null 2>&1 || "$here/apt.sh" npm || return 1
    echo "==> fetching the Nu HTML checker $version" >&2
    mkdir -p "$kept"
    (cd "$kept" && npm pack --silent "vnu-jar@$version" >/dev/null) || return 1
    packed=$kept/vnu-jar-$version.tgz
    found=$("$here/python.sh" -c "$HASH" "$packed")
    if [ "$found" != "$integrity" ]; then
        rm -f "$packed"
        echo "error: vnu-jar $version has the hash $found; $integrity is due. Do not use it." >&2
        exit 1
    fi
    tar -xzf "$packed" -C "$kept" package/build/dist/vnu.jar
    # Renamed last: a fetch that was cut off leaves no jar.
    mv "$kept/package/build/dist/vnu.jar" "$jar"
    rm -rf "$kept/package" "$packed"
}

if [ -n "${VNU:-}" ]; then
    # Words: a program and what it is called with.
    # shellcheck disable=SC2086
    works $VNU --version && echo "$VNU" && exit
    echo "error: VNU=$VNU does not run here; leave it out to have the checker fetched." >&2
    exit 1
fi
works vnu --version && echo vnu && exit
if fetch; then
    works java -version || "$here/apt.sh" default-jre-headless || true
    works java -jar "$jar" --version && echo "java -jar $jar" && exit
fi

cat >&2 <<END
error: the Nu HTML checker needs Java 17 or newer and, to be fetched, npm; one of them is not here.
       Debian, Ubuntu:  sudo apt-get install default-jre-headless npm
       macOS:           brew install vnu
       elsewhere:       install either, or say where it is:  make html VNU="java -jar /path/to/vnu.jar"
END
exit 1
