"""What to do next: pure, explained, tested."""

from __future__ import annotations
