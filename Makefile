# The commands. Each is a line of shell, so that a signal to make reaches what it runs.
.DEFAULT_GOAL := help
.PHONY: help run smoke services seed test test-long bench bench-jobs bench-cache format lint lint-deploy clean

SIZE ?= small
SLUICE_STATE_FOLDER ?= .sluice

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Build, start everything with demo data, play the tour, stay up until Ctrl-C
	@exec bin/sluice run

smoke: ## The same on free ports with temporary state; succeeds if every step of the tour held
	@exec bin/sluice smoke

services: ## Start only the services, print the environment that API and worker need
	@exec bin/sluice services

seed: ## Write demo data: SIZE=small, or SIZE=large for the load-test set
	@exec bin/sluice seed $(SIZE)

test: ## Run the test suite
	@exec bin/maven verify -Dtests.excluded=long

test-long: ## Run the long fault, interleaving and growth tests that make test leaves out
	@exec bin/maven verify -Dtests.excluded= -Dgroups=long

bench: ## Measure Sluice side by side with a NestJS peer, where Node is installed
	@exec bin/bench compare

bench-jobs: ## Measure the job engine, beside BullMQ where Node is installed
	@exec bin/bench jobs

bench-cache: ## Measure cached reads in memory, from Redis and over HTTP, and a stampede
	@exec bin/bench cache

format: ## Format the sources
	@exec bin/maven -q spotless:apply

lint: ## Check the format, compile with all warnings as errors
	@exec bin/maven -q test-compile spotless:check

lint-deploy: ## Check the files of deploy/ against published schemas; needs Node.js
	@cd deploy/check && npm ci --silent --no-progress && exec node check.mjs

clean: ## Remove all that was built, and the state folder
	@rm -rf ./*/target target
	@if [ -f "$(SLUICE_STATE_FOLDER)/lock" ]; then rm -rf "$(SLUICE_STATE_FOLDER)"; fi
