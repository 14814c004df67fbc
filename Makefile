# Two commands: `make site` builds the site, `make test` runs every test.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: site serve test look requirements clean

site: .venv/site
	@$(BIN)/sam-gen build

serve: .venv/site
	@$(BIN)/sam-gen serve

test: .venv/dev
	@$(BIN)/python -m pytest -n auto --dist loadfile

# Pictures of every kind of page of the built site, in .look
look: .venv/dev
	@$(BIN)/python benchmarks/look.py site .look

# Each environment is a stamp in .venv, remade when its requirements change.
.venv/site: requirements/site.txt pyproject.toml | .venv/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/site.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev: requirements/dev.txt .venv/site
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo 'Python 3.11 or newer is needed; name one with: make site PYTHON=python3.12'; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
		|| { echo 'Python has no venv here. Install it: sudo apt-get install python3-venv'; exit 1; }
	@$(PYTHON) -m venv .venv

# Compile the hashed requirements anew. No index, no addresses: they must install from any mirror.
requirements: .venv/dev
	$(BIN)/pip-compile $(COMPILE) --output-file requirements/site.txt requirements/site.in
	$(BIN)/pip-compile $(COMPILE) --output-file requirements/dev.txt requirements/dev.in

COMPILE := --quiet --strip-extras --allow-unsafe --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options

clean:
	rm -rf .venv site .site-new .site-old
