"""The nouns. One field a line, one sentence a field; `scalars` holds the only scalar types."""

from __future__ import annotations
