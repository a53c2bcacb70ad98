# Everything runs in .venv, made from any python3 of 3.11 or later: make PYTHON=python3.13 names another one.
PYTHON ?= python3
BIN := .venv/bin
# half of the time a test waits: for a process, a browser, a server
WORKERS ?= $(shell $(PYTHON) -c 'import os; n = os.cpu_count() or 1; print(n + min(n, 4))')
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo test slow lint bench generate accuracy docs clean

demo: .venv/installed
	@$(BIN)/jdlint check examples || test $$? -eq 1  # findings are what the demo is about

test: .venv/installed-dev
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal -m "not slow"
	@echo "Left out: what installs packages, starts Java or takes many seconds of a processor (make slow)"

slow: .venv/installed-dev
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal -m slow

lint: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict
	$(BIN)/lint-imports

bench: .venv/installed
	$(BIN)/python scripts/bench

generate: .venv/installed-dev
	$(BIN)/python scripts/generate
	$(BIN)/python scripts/transcript

accuracy: .venv/installed
	$(BIN)/python scripts/plant rules --split all --each 40 --jdlint $(BIN)/jdlint --markdown docs/accuracy.md >/dev/null

docs: .venv/installed-dev
	$(BIN)/zensical build --strict

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "jdlint needs Python 3.11 or later, $(PYTHON) is older or absent: name another with make PYTHON=…" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "$(PYTHON) cannot make virtual environments: on Debian or Ubuntu, apt install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/installed: .venv/made pyproject.toml
	@echo "Installing jdlint into .venv" >&2
	@$(PIP) 'pip>=25.2'  # scripts that older ones write import re first: 6 ms of each run
	@$(BIN)/python -m compileall -q jdlint  # as pip does where a package is not editable, and
	@$(PIP) --editable .  # before what is made ahead, which knows the folders by their times
	@touch $@

.venv/installed-dev: .venv/made pyproject.toml
	@echo "Installing jdlint and what its tests need into .venv" >&2
	@$(PIP) 'pip>=25.2'  # scripts that older ones write import re first: 6 ms of each run
	@$(BIN)/python -m compileall -q jdlint
	@$(PIP) --editable '.[dev]'
	@touch $@ .venv/installed
