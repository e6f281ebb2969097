# Two commands are enough: `make demo` and `make test`. Each sets up what it needs.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
BUS ?= embedded
HOME_DIR ?= $(if $(filter kafka,$(BUS)),.demo-kafka,.demo)

.PHONY: demo test check bench chaos fmt clean

demo: .venv/ready
	@$(BIN)/qyzmet --home $(HOME_DIR) demo --bus $(BUS)

test: .venv/ready check
	@$(BIN)/python -m tests.both_cores

check: .venv/ready
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m events.schemas check

bench: .venv/ready
	@$(BIN)/python -m bench

# Processes are killed while a realm works on a broker that is killed, frozen, away.
chaos: .venv/ready
	@$(BIN)/python -m tests.kafka.chaos $(KILLS) $(SEED)

fmt: .venv/ready
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

# The lock holds hashes and no address; wheels only, so that nothing is built here.
.venv/ready: requirements.lock pyproject.toml
	@echo "setting up .venv (about a minute)"
	@$(PYTHON) -c 'import sys; sys.exit("Qyzmet needs Python 3.11 or newer: make PYTHON=/path/to/python3.11") if sys.version_info < (3, 11) else None'
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

clean:
	rm -rf .venv .demo .demo-kafka .bench
