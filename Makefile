# `make build` and `make test` do everything; `make help` lists the rest.
# Stamps in .venv say what is installed, so a second run installs nothing.

PYTHON ?= python3
# Debian 12's own Python is the oldest that the locked releases must run on.
LOCK_PYTHON ?= /usr/bin/python3.11
PIP_TOOLS := 7.6.2
VENV := .venv
BIN := $(VENV)/bin

# Wheels only: building a source distribution would fetch build tools that no lock file pins.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check \
	--require-hashes --only-binary=:all:
# pip-compile with UPGRADE=1 takes newer releases, without it the locked ones where they fit.
COMPILE := build/lock/bin/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras \
	--no-header --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
	--no-emit-options --all-build-deps $(if $(UPGRADE),--upgrade)

.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help build test test-tools lint format serve lock clean distclean

help:  ## list these commands
	@sed -n 's/^\([a-z-]*\):.*  ## \(.*\)/make \1\t\2/p' Makefile | expand -t 18

build: $(VENV)/.project  ## create .venv, install, check all plans, build dist/site and dist/docx
	$(BIN)/planpress build

# Files are shared out among the processors; the tests of one file share what they build.
test: test-tools lint  ## install what the tests need, lint, and run all tests
	$(BIN)/python -m pytest --numprocesses=logical --dist=loadfile

lint: $(VENV)/.test  ## ruff and mypy
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: $(VENV)/.test  ## set the source in one style
	$(BIN)/ruff check --fix --select I
	$(BIN)/ruff format

test-tools:
	tests/install_test_tools.sh

serve: $(VENV)/.project  ## show the site on this machine and renew it as files change
	$(BIN)/planpress serve

$(VENV)/.created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo 'PlanPress needs Python 3.11 or newer: make PYTHON=... names one' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null \
		|| { echo 'Python lacks venv; on Debian: apt-get install python3-venv' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.runtime: requirements.lock $(VENV)/.created
	$(INSTALL) --requirement requirements.lock
	@touch $@

# The build backend is in requirements.lock too, so nothing is downloaded here.
$(VENV)/.project: pyproject.toml $(VENV)/.runtime
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		--no-index --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: requirements-test.lock $(VENV)/.project
	$(INSTALL) --requirement requirements-test.lock
	@touch $@

lock:  ## write both lock files from pyproject.toml (UPGRADE=1: newest releases)
	$(LOCK_PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet --disable-pip-version-check pip-tools==$(PIP_TOOLS)
	$(COMPILE) --output-file requirements.lock pyproject.toml
	$(COMPILE) --extra test --constraint requirements.lock \
		--output-file requirements-test.lock pyproject.toml

clean:  ## remove what was built, and caches
	rm -rf dist build site *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find generator tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
	rm -f $(VENV)/.project

distclean: clean  ## the same, and .venv and downloaded test fonts
	rm -rf $(VENV) .cache
