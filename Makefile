# `make demo` shows what spacekg does; `make test` is what CI runs. Both set up .venv first,
# and again only when pyproject.toml has changed.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN_STAMP := $(VENV)/.ready
DEV_STAMP := $(VENV)/.ready-dev

.PHONY: help demo test lint types imports tests coverage docs evaluate train bench golden web clean check-python

help:
	@echo "make demo      map the examples into ./demo and show what the graph answers"
	@echo "make test      lint, types, import contract and tests, as CI runs them"
	@echo "make coverage  run the tests, and say which lines and branches none of them comes to"
	@echo "make docs      write the generated pages of docs/ again"
	@echo "make evaluate  compare the mapping with the annotated releases, and write the figures down"
	@echo "make train     learn anew how the relations are judged that no rule reads"
	@echo "make bench     time mapping, exports, validation, a store and many releases, and watch their memory"
	@echo "make web       fetch the query editor and the whole network of the pages by npm (they work without)"
	@echo "make golden    write the golden graph again, where the mapping changed on purpose"
	@echo "make clean     remove .venv, the demo and what tools left behind"

check-python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "spacekg needs Python 3.11 or newer, and '$(PYTHON)' is not that." >&2; \
	  echo "Install one, then name it: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 2; }

$(RUN_STAMP): pyproject.toml | check-python
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(DEV_STAMP): pyproject.toml | check-python
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@ $(RUN_STAMP)

demo: $(RUN_STAMP)
	@$(BIN)/spacekg demo --store demo

test: lint types imports tests

lint: $(DEV_STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(DEV_STAMP)
	$(BIN)/mypy

imports: $(DEV_STAMP)
	$(BIN)/lint-imports

tests: $(DEV_STAMP)
	$(BIN)/python -m pytest --numprocesses=auto --maxprocesses=4 --dist=loadfile --no-loadscope-reorder

# Apart from the tests, which take twice as long when each branch is noted.
coverage: $(DEV_STAMP)
	$(BIN)/python -m pytest --numprocesses=auto --maxprocesses=4 --dist=loadfile --no-loadscope-reorder --cov --cov-report=term:skip-covered

docs: $(DEV_STAMP)
	$(BIN)/python -m kg.cli.reference > docs/cli.md
	$(BIN)/python -m kg.cli.questions > docs/queries.md
	$(BIN)/python -m kg.cli.shown docs/networks.md
	$(BIN)/python -m kg.export.rdf.context > ontology/context.jsonld
	$(BIN)/python -m tests.docs.notebook
	$(BIN)/python -c 'import kg; from kg.export import network; \
	  agencies = kg.examples().network("agencies"); \
	  [network.write(agencies, form, f"docs/agencies.{form}") for form in ("svg", "png")]'

evaluate: $(DEV_STAMP)
	$(BIN)/spacekg evaluate examples/gold --page docs/extraction.md

bench: $(DEV_STAMP)
	$(BIN)/python benchmarks/mapping.py
	$(BIN)/python benchmarks/export.py
	$(BIN)/python benchmarks/validation.py
	$(BIN)/python benchmarks/queries.py --releases 1000
	$(BIN)/python benchmarks/library.py --releases 1000
	$(BIN)/python benchmarks/profiling.py
	$(BIN)/python benchmarks/scale.py --releases 5000 --mapped 5000
	$(BIN)/python benchmarks/shards.py --releases 500

train: $(DEV_STAMP)
	$(BIN)/python -m kg.cli.training examples/gold examples/written > relations.new
	mv relations.new kg/facts/relations.json

golden: $(DEV_STAMP)
	$(BIN)/python -m tests.mapping.golden

# The query editor and the whole network of the pages, at the versions of the lock file; without them they
# have a plain form and a picture.
web:
	cd kg/publish/web && npm ci --ignore-scripts --no-audit --no-fund
	cd kg/publish/web && cp node_modules/@zazuko/yasgui/build/yasgui.min.js node_modules/@zazuko/yasgui/build/yasgui.min.css \
	  node_modules/sigma/dist/sigma.min.js node_modules/graphology/dist/graphology.umd.min.js .
	rm -rf kg/publish/web/node_modules

clean:
	rm -rf $(VENV) demo build dist .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis
	rm -rf .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
