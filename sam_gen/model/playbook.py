"""The nouns of `playbook/`: how the company works."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, Self

from pydantic import model_validator

from sam_gen.model.curriculum import Lesson, Tool
from sam_gen.model.limits import EvidenceModel, PeopleModel, RiskGrid, Windows
from sam_gen.model.method import (
    Competencies,
    Continuum,
    HealthModel,
    Offering,
    PriorityModel,
    RiskLibrary,
    RuleSettings,
    SelectionModel,
    Signals,
)
from sam_gen.model.record import Record, shared
from sam_gen.model.scalars import Currency, Date, Days, EditPattern, Id, Line, Many, Word, refuse
from sam_gen.model.wording import Wording


class SchemaVersion(Word):
    """Versions of the file format this sam_gen can read."""

    ONE = "1"


class Tier(Record):
    """A class of accounts that get the same care."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("What accounts write after `tier:`.")
    name: Line = shared("The tier as readers know it.")
    contact_lasts: Days = shared("Days after which a talk with somebody no longer tells how they stand.")


class Settings(Record):
    """The file `playbook/playbook.yml`."""

    schema_version: SchemaVersion = shared("The version of this format.", alias="schema")
    company: Line = shared("Our own company, as clients call it.")
    as_of: Date | None = shared("A fixed day to see everything from; leave it out to use today.", default=None)
    currency: Currency = shared("The currency of accounts that name none, as an ISO code.", default="EUR")
    edit: EditPattern | None = shared("Where a file can be edited on the web, with {path} and {line}.", default=None)
    tiers: Many[Tier] = shared("The tiers, from the most to the least care.")

    @model_validator(mode="after")
    def _some_tier(self) -> Self:
        if not self.tiers:
            raise refuse("SAM031", "at least one tier is needed", "Add “{id: key, name: Key, contact_lasts: 180}”.")
        return self


class Colleague(Record):
    """One of us."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("What accounts write for this colleague.")
    name: Line = shared("The full name.")
    role: Line = shared("What they do for our clients.")


class Team(Record):
    """The file `playbook/team.yml`."""

    team: Many[Colleague] = shared("Everybody of ours who works with accounts.")


@dataclass(frozen=True)
class Method:
    """The models as data: the company's own, or the ones that ship where it has none."""

    continuum: Continuum
    competencies: Competencies
    selection: SelectionModel
    health: HealthModel
    priorities: PriorityModel
    risks: RiskLibrary
    signals: Signals
    rules: RuleSettings
    people: PeopleModel
    evidence: EvidenceModel
    windows: Windows
    grid: RiskGrid
    """The grid of the company's `risks.yml`, or the one that ships where that file has none."""


@dataclass(frozen=True)
class Playbook:
    """The whole folder, once every file of it is read."""

    settings: Settings
    team: tuple[Colleague, ...]
    offerings: tuple[Offering, ...]
    method: Method
    lessons: tuple[Lesson, ...] = ()
    """By factor, then by number."""
    tools: tuple[Tool, ...] = ()
    """In the order of their names."""
    welcome: str = ""
    """The text of `welcome.md`, which opens the training."""
    words: Wording = field(default_factory=Wording)
    """What the site calls the words of the files."""

    def tier(self, tier_id: str) -> Tier:
        """Return the tier of that id; references are resolved before anybody asks."""
        return next(tier for tier in self.settings.tiers if tier.id == tier_id)


def lesson_ids(playbook: Playbook) -> frozenset[str]:
    """Return the ids of all lessons, which rules and sections name."""
    return frozenset(lesson.id for lesson in playbook.lessons)
