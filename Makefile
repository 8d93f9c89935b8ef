# Every target explains itself: `make help`. Set-up lives in scripts/, so does the test run.
.DEFAULT_GOAL := help
.PHONY: help setup setup-check run test test-all test-changed test-growing test-offline test-crash test-documents test-image fuzz soak check format bench screens lock clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:[^#]*## /\t/' | expand -t 16

setup: ## system libraries, .venv from requirements.lock, message catalogs; starts nothing
	@scripts/setup.sh run

setup-check: ## the same with the packages of linters, tests and measurements (requirements-test.lock)
	@scripts/setup.sh check

run: setup ## set everything up and start web pages, Prefect and worker (training); Ctrl-C ends all
	@exec .venv/bin/python scripts/run.py

test: ## set-up of its own, then linters and tests, on SQLite and PostgreSQL (the gate)
	@scripts/setup.sh test
	@exec .venv/bin/python -m scripts.test

test-all: ## everything there is: the gate, and all of what it takes a sample of (hours)
	@scripts/setup.sh test
	@.venv/bin/python -m scripts.test --all
	@$(MAKE) --no-print-directory test-growing test-offline test-documents test-crash fuzz

test-changed: ## linters on changed files and the tests near them, in two minutes; BASE=main for a branch
	@exec .venv/bin/python -m scripts.changed $(BASE)

test-growing: ## every test of the flows in the growing profile: PostgreSQL twice, Redis, two web processes, two workers
	@scripts/setup.sh test
	@CASEWORK_TEST_PROFILE=growing .venv/bin/python -m pytest -q tests/flows tests/growing

test-offline: ## the groups of the gate without a network, or STEPS="core flows"; nobody may try to leave
	@scripts/setup.sh test
	@exec .venv/bin/python -m scripts.test --offline $(STEPS)

test-documents: setup-check ## every official paper from twenty sets of data: text, pages, boxes, PDF/A, tags, pictures
	@.venv/bin/python -m tests.documents

test-image: ## the image built from a Debian made here, its processes run as compose would, one letter drawn; as root
	@scripts/setup.sh image
	@exec .venv/bin/python -m tests.image

check: setup-check ## only the linters: ruff, format, mypy, import contracts, dependencies and their licences
	@exec .venv/bin/python -m scripts.test ruff format mypy imports dependencies

format: setup-check ## put the code into its form
	@.venv/bin/ruff format . && .venv/bin/ruff check --fix-only .

test-crash: setup-check ## 600 kills at every named place, 200 rounds of 100 at once, 50 lost databases, 20 restarts (an hour)
	@.venv/bin/python -m tests.crash
	@.venv/bin/python -m tests.crash.rounds
	@.venv/bin/python -m tests.flows.deletions --times 50
	@.venv/bin/python -m tests.flows.restarts --times 20 --events

fuzz: setup-check ## 10,000 hostile posts to every form a role can reach: no 500, nothing reflected
	@exec .venv/bin/python -m tests.fuzz

soak: setup-check ## an hour at five acts a second: memory and file handles stay flat
	@exec .venv/bin/python -m tests.soak

bench: setup-check ## measurements beside other tools, all or NAME="letter letters"; one JSON each in bench/results
	@.venv/bin/python -m bench $(NAME)

screens: setup-check ## pictures of the screens at four widths, light and dark, both languages, into build/screens; the main ones into docs/screens
	@CASEWORK_WEB_PORT=$${CASEWORK_WEB_PORT:-8765} .venv/bin/python scripts/screens.py

lock: setup ## make requirements.lock and requirements-test.lock anew from pyproject.toml
	@scripts/lock.sh

clean: ## remove caches and build results; data under var/ stays
	@rm -rf build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache bench/results
	@find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
