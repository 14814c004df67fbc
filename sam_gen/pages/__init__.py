"""Which pages there are and what each shows."""

from __future__ import annotations
