"""The tables by name: by itself, because the command line offers them before anything is worked out."""

from __future__ import annotations

from enum import StrEnum


class What(StrEnum):
    """The tables by the name that `export csv` takes."""

    ACTIONS = "actions"
    PEOPLE = "people"
    RISKS = "risks"
    OPPORTUNITIES = "opportunities"
    FIGURES = "figures"
