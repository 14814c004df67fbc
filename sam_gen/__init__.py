"""Account plans as code: YAML accounts and a playbook become a MkDocs Material site."""

from __future__ import annotations

__version__ = "0.1.0"
