"""The editions of a site, by who may read it."""

from __future__ import annotations

from enum import StrEnum

from sam_gen.model.record import Audience


class Edition(StrEnum):
    """For whom a site is made."""

    TEAM = "team"
    COACH = "coach"

    @property
    def clearance(self) -> Audience:
        """The narrowest audience whose fields this edition shows."""
        return {Edition.TEAM: Audience.INTERNAL, Edition.COACH: Audience.RESTRICTED}[self]

    @property
    def words(self) -> str:
        """The name that stands on every page."""
        return {Edition.TEAM: "Account team edition", Edition.COACH: "Coach edition"}[self]
