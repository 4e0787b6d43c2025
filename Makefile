# `make run` needs Python 3.11 or newer with venv, and make; the rest it sets up by itself.
# PORT=, HOST=, DATABASE_URL=, VIVA_DATA= on the command line go through to the site.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PY := .venv/bin/python
INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --root-user-action ignore --require-hashes
VIVA_DEMO ?= 1
# Root on Debian may install a browser for the tests; everybody else uses one that is there.
E2E_APT ?= $(shell [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && echo 1)
ARGS ?=

.PHONY: run test lint drills bench agreement env messages lock clean

run: .venv/installed
	@VIVA_DEMO=$(VIVA_DEMO) exec $(PY) manage.py serve

test: env
	@E2E_APT=$(E2E_APT) $(PY) -m pytest -n 2 $(ARGS)

# Kills and restarts servers of its own; takes minutes.
drills: env
	@$(PY) -m pytest -n 2 -m drill tests/drills $(ARGS)

lint: env
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy interview questions
	find templates -name '*.html' | xargs .venv/bin/djade --check --target-version 5.2

bench: env
	@$(PY) -m bench $(ARGS)

# SHARED= a folder with graded answers; those of the project are in tests/graded.
SHARED ?= tests
agreement: env
	@$(PY) -m bench.agreement $(SHARED)

env: .venv/installed-dev

# Needs GNU gettext (xgettext, msgmerge); building the .mo files does not.
messages: env
	$(PY) manage.py makemessages --locale zh_Hans --no-location --no-obsolete --ignore '.*' --ignore tests
	$(PY) manage.py build_messages

# Needs uv. Add UPGRADE=--upgrade to take newer releases.
LOCK := uv pip compile --universal --generate-hashes --no-emit-index-url --python-version 3.11 --quiet $(UPGRADE)
lock:
	$(LOCK) requirements.in -o requirements.txt
	$(LOCK) requirements.in requirements-dev.in -o requirements-dev.txt

# Never the data folder.
clean:
	rm -rf .venv .browser .mypy_cache .ruff_cache .pytest_cache .hypothesis test-results
	find . -name __pycache__ -type d -not -path './.data/*' -prune -exec rm -rf {} +

.venv/created:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; name it with PYTHON=…"; exit 1; }
	@$(PYTHON) -m venv --clear .venv || { rm -rf .venv; \
		echo "$(PYTHON) cannot make a virtual environment. On Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@touch $@

.venv/installed: .venv/created requirements.txt
	@echo "Installing the packages of requirements.txt …"
	@$(INSTALL) -r requirements.txt
	@touch $@

.venv/installed-dev: .venv/created requirements.txt requirements-dev.txt
	@echo "Installing the packages of requirements-dev.txt …"
	@$(INSTALL) -r requirements-dev.txt
	@touch .venv/installed $@
