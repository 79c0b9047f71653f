# make setup | demo | test | check | bench: each is enough on its own.
VENV := .venv
PY := $(VENV)/bin/python
STAMP := $(VENV)/.installed
PEERS := .bench-venv/.installed
PEERS_PY := .bench-venv/bin/python

.PHONY: setup demo test check fuzz bench bench-cards bench-linkedin bench-match bench-ties bench-world bench-line bench-report confidence constraints clean

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

bench: bench-cards bench-linkedin bench-match bench-ties bench-world bench-line bench-report

bench-linkedin: setup
	@$(PY) bench/linkedin.py
	@$(PY) bench/vintages.py

bench-world bench-line bench-report: bench-%: setup
	@$(PY) bench/$*.py

# Who is who; `bench/match_peers.py --million` besides takes half an hour.
bench-match: setup $(PEERS)
	@$(PY) bench/match.py
	@$(PY) bench/match_peers.py --python $(PEERS_PY)
	@$(PY) bench/match_public.py --python $(PEERS_PY)
	@$(PY) bench/match_ceiling.py
	@$(PY) bench/match_questions.py
	@$(PY) bench/match_calibration.py

bench-cards: setup
	@$(PY) bench/cards.py
	@$(PY) bench/golden_cards.py
	@$(PY) bench/world_cards.py
	@$(PY) bench/damages.py
	@$(PY) bench/calibration.py
	@$(PY) bench/reading_speed.py

# Fit the probabilities of fields anew, after a change of the rules or of an engine.
confidence: setup
	@$(PY) bench/calibration.py --fit

# Damaged files of every format, two minutes of them.
fuzz: setup
	@$(PY) bench/fuzz.py --seconds 120 --seed 1

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
