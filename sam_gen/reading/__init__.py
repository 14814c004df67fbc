"""Files become a Project, or every problem of every file at once."""

from __future__ import annotations
