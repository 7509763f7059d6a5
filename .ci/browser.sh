#!/bin/sh
# browser.sh: prints the path of a Chromium for the browser tests. Takes $CHROMIUM, else what the machine has,
# else installs Debian's package. Never skips in silence: no browser is an error that says what to do.
set -eu
here=$(dirname "$0")

# A name on the PATH is not proof: Ubuntu has a `chromium-browser` that only says "install the snap".
works() { command -v "$1" >/dev/null 2>&1 && "$1" --version >/dev/null 2>&1; }

find_browser() {
    for name in chromium chromium-browser google-chrome google-chrome-stable chrome \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
        "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
        if works "$name"; then
            command -v "$name"
            return
        fi
    done
    return 1
}

if [ -n "${CHROMIUM:-}" ]; then
    works "$CHROMIUM" && command -v "$CHROMIUM" && exit
    echo "error: CHROMIUM=$CHROMIUM is not a browser that runs here; leave it out to have one found." >&2
    exit 1
fi
find_browser && exit
# With no font at all, text has no width and layout tests mean nothing.
"$here/apt.sh" chromium fonts-dejavu-core && find_browser && exit

cat >&2 <<'END'
error: the browser tests need Chromium or Chrome, and there is none that we could find or install.
       Debian, Ubuntu:  sudo apt-get install chromium
       macOS:           brew install --cask chromium
       elsewhere:       install either, then  make browser CHROMIUM=/path/to/it
END
exit 1
