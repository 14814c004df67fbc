"""The nouns of `playbook/`: how the company works."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Self

from pydantic import model_validator

from sam_gen.model.attention import AttentionModel
from sam_gen.model.becoming import Becoming
from sam_gen.model.care import ReviewKind
from sam_gen.model.coaching_method import CoachingModel
from sam_gen.model.curriculum import Lesson, Tool
from sam_gen.model.facilitation import Facilitation
from sam_gen.model.glossary import Glossary
from sam_gen.model.limits import EvidenceModel, PeopleModel, RiskGrid, Windows
from sam_gen.model.method import (
    Competencies,
    Continuum,
    Offering,
    PriorityModel,
    RiskLibrary,
    RuleSettings,
    SelectionModel,
    Signals,
)
from sam_gen.model.onboarding import Onboarding
from sam_gen.model.provenance import Provenance
from sam_gen.model.questions import Question
from sam_gen.model.record import Record, shared
from sam_gen.model.review import PlanReview
from sam_gen.model.scalars import (
    Between,
    Currency,
    Date,
    Days,
    EditPattern,
    FunctionId,
    Id,
    LevelId,
    Line,
    Many,
    Number,
    Word,
    refuse,
)
from sam_gen.model.standing import HealthModel, HygieneModel
from sam_gen.model.wording import Wording

Month = Annotated[int, Between(1, 12)]


class SchemaVersion(Word):
    """Versions of the file format this sam_gen can read."""

    ONE = "1"


class TierReview(Record):
    """How often accounts of a tier hold one kind of review."""

    kind: ReviewKind = shared("team, plan, midpoint, qbr or executive.")
    every: Annotated[int, Between(1, 730, "days")] = shared("Days from one to the next.")


class Tier(Record):
    """A class of accounts that get the same care."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("What accounts write after `tier:`.")
    name: Line = shared("The tier as readers know it.")
    contact_lasts: Days = shared("Days after which a talk with somebody no longer tells how they stand.")
    reviews: Many[TierReview] = shared(
        "How often each kind of review is asked for; what an account agrees under cadence wins.", default=()
    )


class Rate(Record):
    """What another currency is worth in ours, on a day."""

    currency: Currency = shared("The other currency, as an ISO code.")
    per_unit: Number = shared("What one unit of it is worth in the currency of this file.")
    as_of: Date | None = shared("The day of that rate.", default=None)


class Settings(Record):
    """The file `playbook/playbook.yml`."""

    schema_version: SchemaVersion = shared("The version of this format.", alias="schema")
    company: Line = shared("Our own company, as clients call it.")
    as_of: Date | None = shared("A fixed day to see everything from; leave it out to use today.", default=None)
    currency: Currency = shared("The currency of accounts that name none, as an ISO code.", default="EUR")
    rates: Many[Rate] = shared("What other currencies are worth, to compare accounts.", default=())
    fiscal_year_starts: Month = shared("The month our year begins with, 1 to 12; quarters follow it.", default=1)
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
    function: FunctionId | None = shared("Their part of our company, from models/people.yml.", default=None)
    level: LevelId | None = shared("How high they stand, from models/people.yml.", default=None)


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
    hygiene: HygieneModel
    priorities: PriorityModel
    risks: RiskLibrary
    signals: Signals
    rules: RuleSettings
    people: PeopleModel
    evidence: EvidenceModel
    windows: Windows
    attention: AttentionModel
    review: PlanReview
    coaching: CoachingModel
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
    questions: tuple[Question, ...] = ()
    """The bank of coaching questions, in the order of files and lines."""
    onboarding: Onboarding | None = None
    """The first ninety days of each role; None where the playbook has no such file."""
    becoming: Becoming | None = None
    """Who leads an account and how we choose them; None where the playbook has no such file."""
    facilitation: Facilitation | None = None
    """How the course is run with a team; None where the playbook has no such file."""
    glossary: Glossary | None = None
    """What our words mean here; None where the playbook has no such file."""
    provenance: Provenance | None = None
    """Claims without a source and the grounds of the course; None where the playbook has no such file."""
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
