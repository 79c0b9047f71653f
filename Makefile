# make setup | demo | test | check | bench: each is enough on its own.
VENV := .venv
PY := $(VENV)/bin/python
STAMP := $(VENV)/.installed
PEERS := .bench-venv/.installed
PEERS_PY := .bench-venv/bin/python

.PHONY: setup demo test check bench bench-cards bench-linkedin bench-match bench-ties bench-world bench-line constraints clean

setup: $(STAMP) tesseract

$(STAMP): pyproject.toml constraints.txt
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "weakties needs Python 3.11 or newer; here is $$(python3 --version)"; exit 1; }
	@test -x $(PY) || python3 -m venv $(VENV)
	@$(PY) -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

.PHONY: tesseract
tesseract:
	@scripts/tesseract.sh

demo: setup
	@$(VENV)/bin/weakties demo

test: check
	@$(PY) -m pytest

check: setup
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports
	@$(VENV)/bin/deptry .

bench: bench-cards bench-linkedin bench-match bench-ties bench-world bench-line

bench-cards bench-linkedin bench-match bench-world bench-line: bench-%: setup
	@$(PY) bench/$*.py

bench-ties: setup $(PEERS)
	@$(PY) bench/ties.py --python $(PEERS_PY)

# Peers and scorers have an environment of their own.
$(PEERS): bench/requirements.txt
	@python3 -m venv .bench-venv
	@$(PEERS_PY) -m pip install --quiet --disable-pip-version-check -r bench/requirements.txt
	@touch $@

# Resolve anew and pin what was resolved: names and versions only, no host.
constraints:
	@rm -rf $(VENV)
	@python3 -m venv $(VENV)
	@$(PY) -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@$(PY) -m pip freeze --exclude-editable > constraints.txt

clean:
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
