"""Plain values become accessible SVG. Imports nothing of ours; deterministic to the byte."""

from __future__ import annotations
