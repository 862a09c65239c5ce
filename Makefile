# Everything runs through here; `make help` lists it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.installed
SETS := $(foreach set,$(wildcard corpus/what_works_cities/questions/*.yaml),--questions $(set))
BASELINE := tests/assistant/evaluation/baseline.json
Q ?= What criteria determine platinum level in What Works Cities Certification?

.DEFAULT_GOAL := help
.PHONY: help serve ask test lint types layers unit gate eval baseline calibrate bench intents pictures format clean

help: ## List the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[prepare,ui,eval,openai,openai-compatible,anthropic,ollama,dev]'
	touch $@

serve: $(READY) ## Build what is missing and serve the chat; the address is printed
	@$(BIN)/assistant index build
	@$(BIN)/assistant serve --open

ask: $(READY) ## Answer one question: make ask Q="..."
	@$(BIN)/assistant index build
	@$(BIN)/assistant ask '$(subst ','\'',$(Q))'

test: lint types layers unit gate ## Everything CI checks

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

layers: $(READY)
	$(BIN)/lint-imports

unit: $(READY)
	$(BIN)/pytest

gate: $(READY)
	@$(BIN)/assistant index build
	$(BIN)/assistant eval $(SETS) --out reports/gate --against $(BASELINE) --gate

eval: $(READY) ## Score the assistant on every question set and write a report
	@$(BIN)/assistant index build
	$(BIN)/assistant eval $(SETS) --out reports/eval

baseline: eval ## Take the figures of now as what the gate compares with
	cp reports/eval/marks.json $(BASELINE)

calibrate: $(READY) ## Fit the weights of evidence: make calibrate OUTSIDE="folder folder"
	@$(BIN)/assistant index build
	$(BIN)/python -m assistant.evaluation.calibration $(addprefix --outside ,$(OUTSIDE)) \
		--questions corpus/what_works_cities/questions/development.yaml

bench: $(READY) ## Measure start-up, memory and answer time against their floors
	@$(BIN)/assistant index build
	$(BIN)/python -m tests.benchmarks.answering
	$(BIN)/python -m tests.benchmarks.serving

intents: $(READY) ## Measure how well labelled examples tell what a question is for
	@$(BIN)/assistant index build
	$(BIN)/python -m tests.benchmarks.intents

pictures: $(READY) ## Take the README's pictures of every page anew
	@$(BIN)/assistant index build
	$(BIN)/python -m tests.pictures.take

format: $(READY) ## Format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean: ## Remove the environment and reports
	rm -rf $(VENV) reports
