"""What goes out to other programs, and the one line that comes in: calendar, tables, JSON, `log`."""

from __future__ import annotations
