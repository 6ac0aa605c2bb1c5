# Every target makes what it needs: a fresh machine has Python 3.11 and nothing else.
VENV ?= .venv
PYTHON ?= python3
BIN := $(VENV)/bin
STAMP := $(VENV)/.kawat
export PYTHONPATH := src

.PHONY: demo test test-all lint check evaluate docs clean

$(STAMP): pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $(STAMP)

demo: $(STAMP)  ## read examples/ into a record and print its timeline
	rm -f demo.kawat
	$(BIN)/python -m kawat add demo.kawat examples/
	$(BIN)/python -m kawat timeline demo.kawat

test: $(STAMP)  ## everything that ends within five minutes on two cores
	$(BIN)/python -m pytest -q -n 2 -m "not slow"

test-all: $(STAMP)  ## also servers, kills and long runs
	$(BIN)/python -m pytest -q -n 2

lint: $(STAMP)  ## format, lint, strict types, import order
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test

evaluate: $(STAMP)  ## scores on ../shared/gold, where it is there
	$(BIN)/python -m kawat evaluate ../shared/gold/seeds ../shared/gold/dev

docs: $(STAMP)  ## write the pages that are made from the code
	$(BIN)/python docs/generate.py
	$(BIN)/python docs/pictures.py
	$(BIN)/python docs/accuracy.py

clean:
	rm -rf $(VENV) demo.kawat .mypy_cache .ruff_cache .pytest_cache
