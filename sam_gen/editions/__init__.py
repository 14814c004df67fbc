"""Who may see what: a Project becomes what one audience may see of it, before anything is worked out."""

from __future__ import annotations
