# Each target sets up its own virtual environment; Python 3.11+, pip and make are all it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PEER := .venv-bench
# What is installed besides; EXTRAS=dev,spark runs the tests on Spark too.
EXTRAS ?= dev
# Files and folders that `make bench` reads besides its own prose.
TEXTS ?=

.PHONY: run test check unit bench bench-html docs clean

run: $(READY)
	$(BIN)/claimcheck run fixtures --fail-on never

test: check

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/claimcheck rules test
	$(BIN)/pytest

unit: $(READY)
	$(BIN)/pytest

docs: $(READY)
	$(BIN)/claimcheck rules docs docs/rules --rules core
	$(BIN)/claimcheck rules schema --output docs/rules.schema.json

bench: $(READY) $(PEER)/.ready
	$(BIN)/python benchmarks/speed.py --peer $(PEER)/bin/python --folder benchmarks $(TEXTS)

bench-html: $(READY)
	$(BIN)/python benchmarks/html_filter.py > benchmarks/RESULTS-html.md

$(PEER)/.ready: benchmarks/peer-requirements.txt
	$(PYTHON) -m venv $(PEER)
	$(PEER)/bin/python -m pip install --quiet --disable-pip-version-check --requirement $<
	touch $@

$(READY): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "claimcheck needs Python 3.11 or newer, this is " + sys.version.split()[0])'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[$(EXTRAS)]'
	touch $@

clean:
	rm -rf $(VENV) $(PEER) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
