# The front door. `make` lists what it can do; nothing needs to be set up first.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.SUFFIXES:

PYTHON := .venv/bin/python
PORT ?= 8000
# Two workers suit two cores. `make test WORKERS=0` runs the tests in one process.
WORKERS ?= 2
# A file to a worker, in the order of the alphabet: the long ones come first, the light ones last.
SPREAD = -n $(WORKERS) --dist loadfile --no-loadscope-reorder
# Finds a browser, or fetches one, or stops here; the tests read where it is.
WITH_BROWSER = GP_BROWSER=$$($(PYTHON) tools/browser.py) && export GP_BROWSER &&

# The same site and the same tests on every machine.
export NO_MKDOCS_2_WARNING := 1
export PYTHONHASHSEED := 0
export GP_SEED ?= 20261122

.PHONY: help serve build check test test-long bench way-out ids bank-holidays requirements audit clean environment lint

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

serve: environment ## Show the site at 127.0.0.1:8000 and follow every change
	$(PYTHON) -m mkdocs serve --dev-addr 127.0.0.1:$(PORT)

build: environment ## Build the site into site/, and fail on any fault
	@rm -rf site
	$(PYTHON) -m mkdocs build --strict --site-dir site || { rm -rf site; exit 1; }

check: lint ## Check the code and run the tests that need no browser
	$(PYTHON) -m pytest -m "not browser" $(SPREAD)

test: lint ## Run every check and every test, with a real browser
	@$(WITH_BROWSER) $(PYTHON) -m pytest $(SPREAD)

test-long: export GP_LONG := 1
test-long: test ## Run every test with the full random counts and widths

bench: environment ## Measure beside plain Material, Zensical and a page by hand
	@$(WITH_BROWSER) $(PYTHON) -m tests.bench

way-out: environment ## Build the same site with ProperDocs, and compare the two
	@sh tools/way_out.sh

ids: environment ## Note every id in use as published, in docs/_data/released.yml
	$(PYTHON) -m macros ids

bank-holidays: environment ## Write the bank holidays anew, in docs/_data/bank-holidays.json
	$(PYTHON) tools/bank_holidays.py

requirements: ## Write both lists of packages anew, with hashes
	@sh tools/requirements.sh

audit: ## Look the packages up in a database of known faults, with pipx and a network
	pipx run --spec pip-audit==2.10.1 pip-audit --require-hashes --disable-pip --requirement requirements.txt

clean: ## Remove the built site, the environment and all caches
	rm -rf site .venv .pytest_cache .mypy_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

environment: ## Set up .venv if it is not there or not up to date
	@sh tools/environment.sh

lint: environment ## Check Python, its types and JavaScript
	$(PYTHON) -m ruff check .
	$(PYTHON) -m mypy
	.venv/bin/oxlint --config tools/oxlint.json --deny-warnings docs/assets/js
