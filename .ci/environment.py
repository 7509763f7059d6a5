"""Makes .venv from the locked requirement files: ``environment.py run|test [STAMP]``.

``run`` makes it anew with what the site needs and the command ``sightline``; ``test`` adds what the tests and
checks need. Make gives the name of an empty file to leave behind once all is well; without Make, run this by hand.
Standard library only, and old-fashioned enough that any Python 3 can start it.
"""

import os
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))
LOCKS = {"run": ["requirements.txt"], "test": ["requirements.txt", "requirements-test.txt"]}

HELP = """
error: the environment could not be installed (see above). Nothing but .venv was touched.
       No network: the first set-up downloads packages; try again with a connection.
       Hashes do not match: a file is not the one that was reviewed; do not install it, report it.
       No matching distribution: this Python, {version}, may be too new; try  make PYTHON=python3.13 ...
"""


def main(arguments):
    if sys.version_info < (3, 11):
        sys.exit("error: Sightline needs Python 3.11 or newer; this is " + sys.version.split()[0])
    which = arguments[0] if arguments else "run"
    started = time.monotonic()
    try:
        if which == "run" or not usable():
            say("making .venv with Python " + sys.version.split()[0])
            subprocess.check_call([sys.executable, "-m", "venv", "--clear", VENV])
            say("installing what the site needs (hashes checked)")
            install("run")
            pip("--no-deps", "--no-build-isolation", "--editable", ROOT)
        if which == "test":
            say("installing what the tests need (hashes checked)")
            install("test")
    except subprocess.CalledProcessError:
        sys.exit(HELP.format(version=sys.version.split()[0]))
    if len(arguments) > 1:
        open(os.path.join(ROOT, arguments[1]), "w").close()
    say("set-up done in {:.0f} s".format(time.monotonic() - started))


def usable():
    check = [PYTHON, "-c", "import sightline"]
    return os.path.exists(PYTHON) and subprocess.call(check, stderr=subprocess.DEVNULL) == 0


def install(which):
    locked = [word for lock in LOCKS[which] for word in ("-r", os.path.join(ROOT, lock))]
    # Wheels only: nothing that is downloaded runs while it is installed. Not compiled: that takes as long as the
    # rest together, and each module is compiled anyway when it is first imported.
    pip("--require-hashes", "--only-binary", ":all:", "--no-compile", *locked)


def pip(*arguments):
    # Twice quiet: errors only, not a line about each package from whatever indexes the user has set up.
    quiet = ["--quiet", "--quiet", "--disable-pip-version-check", "--no-input", "--no-warn-script-location"]
    # A user's own PIP_USER would send the packages outside the environment.
    subprocess.check_call([PYTHON, "-m", "pip", "install", *quiet, *arguments], env=dict(os.environ, PIP_USER="0"))


def say(text):
    print("==> " + text, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
