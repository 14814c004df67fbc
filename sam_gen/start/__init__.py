"""How a playbook begins: a folder to start from, an account with its first ten keys, a step to a newer format."""

from __future__ import annotations
