"""Arithmetic: what the data means. Pure functions of an account, the playbook and one day."""

from __future__ import annotations
