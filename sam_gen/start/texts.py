"""The files a new playbook gets besides the starter's own."""

from __future__ import annotations

_README = """\
# Our playbook

Account plans as code. `accounts/` is what we know about each client, `playbook/` is how we work.

    pip install sam_gen=={version}
    sam-gen check      # every problem, with file, line and remedy
    sam-gen serve      # the site, live
    sam-gen build      # the site, into site/

A new account: `sam-gen add account "Hafenwerk Logistik"`, then fill its ten keys.

What leaders note about people belongs in `coaching/`, which git ignores here: keep it in a repository that leaders
alone can read.
"""

_GITIGNORE = """\
# Built
/site/
/.site-*

# Restricted material belongs in a repository that leaders alone can read
/coaching/

# Installed
/.venv/
__pycache__/

# Editors and systems
.DS_Store
*.swp
"""

_EDITORCONFIG = """\
root = true

[*]
charset = utf-8
end_of_line = lf
insert_final_newline = true
indent_style = space
indent_size = 2
"""

_SETTINGS = """\
{
  "yaml.schemas": {
    "./docs/schema/account.json": "accounts/*.yml",
    "./docs/schema/playbook.json": "playbook/playbook.yml",
    "./docs/schema/team.json": "playbook/team.yml",
    "./docs/schema/offerings.json": "playbook/offerings.yml",
    "./docs/schema/words.json": "playbook/words.yml",
    "./docs/schema/model-continuum.json": "playbook/models/continuum.yml",
    "./docs/schema/model-competencies.json": "playbook/models/competencies.yml",
    "./docs/schema/model-selection.json": "playbook/models/selection.yml",
    "./docs/schema/model-health.json": "playbook/models/health.yml",
    "./docs/schema/model-priorities.json": "playbook/models/priorities.yml",
    "./docs/schema/model-risks.json": "playbook/models/risks.yml",
    "./docs/schema/model-signals.json": "playbook/models/signals.yml",
    "./docs/schema/model-rules.json": "playbook/models/rules.yml",
    "./docs/schema/model-people.json": "playbook/models/people.yml",
    "./docs/schema/model-evidence.json": "playbook/models/evidence.yml",
    "./docs/schema/model-windows.json": "playbook/models/windows.yml",
    "./docs/schema/coaching-account.json": "coaching/accounts/*.yml",
    "./docs/schema/coaching-person.json": "coaching/people/*.yml"
  },
  "yaml.schemaStore.enable": false
}
"""

_EXTENSIONS = """\
{
  "recommendations": ["redhat.vscode-yaml"]
}
"""

_PRE_COMMIT = """\
repos:
  - repo: local
    hooks:
      - id: sam-gen-check
        name: sam-gen check
        entry: sam-gen check
        language: system
        files: ^(accounts|playbook)/
        pass_filenames: false
"""

COMMON = {
    "README.md": _README,
    ".gitignore": _GITIGNORE,
    ".editorconfig": _EDITORCONFIG,
    ".vscode/settings.json": _SETTINGS,
    ".vscode/extensions.json": _EXTENSIONS,
    ".pre-commit-config.yaml": _PRE_COMMIT,
}
"""What every new playbook gets."""

_PLAYBOOK = """\
# yaml-language-server: $schema=../docs/schema/playbook.json
# How the company works with its accounts.

schema: 1
company: Our company
currency: EUR
tiers:
  # contact_lasts: days after which a talk no longer tells how somebody stands. reviews: days from one to the next.
  - id: strategic
    name: Strategic
    contact_lasts: 90
    reviews: [{kind: team, every: 60}, {kind: plan, every: 365}, {kind: qbr, every: 180}]
  - id: key
    name: Key
    contact_lasts: 150
    reviews: [{kind: team, every: 90}, {kind: plan, every: 365}]
"""

_TEAM = """\
# yaml-language-server: $schema=../docs/schema/team.json
# Everybody of ours who works with accounts. Replace the first entry by yourself.

team:
  - {id: first-colleague, name: First Colleague, role: Account manager}
"""

_OFFERINGS = """\
# yaml-language-server: $schema=../docs/schema/offerings.json
# What we sell, as a client would name it. Add one line an offering, for example:
#   - {id: dock-slots, name: Dock slots, does: Tells each truck when to come.}

offerings: []
"""

_ACCOUNTS = """\
One file an account: `sam-gen add account "Hafenwerk Logistik"` lays down the first ten keys.
"""

EMPTY = {
    "playbook/playbook.yml": _PLAYBOOK,
    "playbook/team.yml": _TEAM,
    "playbook/offerings.yml": _OFFERINGS,
    "accounts/README.md": _ACCOUNTS,
}
"""What replaces the example's own world."""

_GITHUB = """\
# Checks every change and keeps the built site as a private artifact of the run.
# Nothing is published: account plans are confidential.
# To host the site, deploy site/ to a server that asks for a login.
name: site
on: [push, pull_request]
permissions:
  contents: read
jobs:
  site:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install sam_gen=={version}
      - run: sam-gen check --format github
      - run: sam-gen build
      - uses: actions/upload-artifact@v4
        with:
          name: site
          path: site
          retention-days: 14
"""

_GITLAB = """\
# Checks every change and keeps the built site as an artifact that project members alone can fetch.
# Nothing is published: account plans are confidential. GitLab Pages may be used once access control is switched on.
site:
  image: python:3.12-slim
  script:
    - pip install sam_gen=={version}
    - sam-gen check --format gitlab > code-quality.json || (cat code-quality.json && exit 1)
    - sam-gen build
  artifacts:
    access: developer
    expire_in: 2 weeks
    paths: [site]
    reports:
      codequality: code-quality.json
"""

CI = {"github": {".github/workflows/site.yml": _GITHUB}, "gitlab": {".gitlab-ci.yml": _GITLAB}}
"""Workflows by host; both keep the site private."""
