# Two commands matter: `make run` and `make test`. Each installs what it needs and says what.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.NOTPARALLEL:

PORT ?= 8080
DATA ?= data
export PORT DATA FILTER ARGS

.PHONY: help setup run build test test-swift test-browser bench scan lint format clean

help: ## Print this help
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install all that running and testing need, and say what
	@scripts/setup test

run: ## Build, fill DATA (data/) with a demo if it is empty, serve it on PORT (8080)
	@scripts/run

build: ## Release build, in .build/release/entraide
	@scripts/build

test: ## Everything: lint, both database engines, real browser
	@scripts/test lint swift browser

test-swift: ## The Swift tests on SQLite and PostgreSQL (FILTER=name for some)
	@scripts/test swift

test-browser: ## The browser tests (ARGS='-k sign_in -x' goes to pytest)
	@scripts/test browser

bench: ## Every figure that the README quotes, beside its peer
	@scripts/setup run
	@Benchmarks/run

scan: ## wapiti and sqlmap against the demo, half an hour (ARGS='-k sqlmap' goes to pytest)
	@scripts/scan

lint: ## Check the format of the Swift sources
	@scripts/lint

format: ## Put the Swift sources in their format
	@scripts/lint format

clean: ## Remove what was built and installed here; DATA stays
	@rm -rf .build .venv .vendor
