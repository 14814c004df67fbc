"""A Page becomes Markdown with HTML blocks. Knows templates, escapes and links; knows nothing of accounts."""

from __future__ import annotations
