"""The mouths: pages as values leave the house here, through MkDocs or as files."""

from __future__ import annotations
