"""Parts that many pages show: marks with their words, sources, the frame around a page."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sam_gen import __version__
from sam_gen.assess.claims import Held, confidence
from sam_gen.assess.coverage import unit_names
from sam_gen.assess.people import Freshness, Standing, tier_of
from sam_gen.assess.transition import running
from sam_gen.draw import marks
from sam_gen.draw.svg import Svg
from sam_gen.model.account import Account
from sam_gen.model.claims import Basis
from sam_gen.model.limits import ClaimKind, EvidenceModel, PeopleModel
from sam_gen.model.people import Person
from sam_gen.model.playbook import Colleague, Playbook
from sam_gen.model.project import Project
from sam_gen.model.record import Record
from sam_gen.model.scalars import key_of
from sam_gen.model.wording import Wording
from sam_gen.pages.helps import Help, helps
from sam_gen.pages.tables import Cell
from sam_gen.pages.words import day, long_day, short_name

ACCOUNTS = "accounts/"
"""Where the accounts have their pages; those of cases stand elsewhere."""

SECTIONS: tuple[tuple[str, str], ...] = (
    ("Overview", ""),
    ("Map", "map/"),
    ("Position", "position/"),
    ("Plan", "plan/"),
    ("White space", "white-space/"),
    ("Reviews", "reviews/"),
    ("Coaching", "coaching/"),
    ("Brief", "brief/"),
    ("Value", "value/"),
    ("Sponsors", "sponsors/"),
    ("Hand-over", "hand-over/"),
)
"""The pages of an account, in the order of its bar; the last stands in it while a change of lead runs."""


@dataclass(frozen=True)
class Marked:
    """A mark and the word that stands beside it."""

    mark: Svg
    word: str
    tone: str

    @property
    def cell(self) -> Cell:
        """The same as a cell of a table."""
        return Cell(self.word, mark=self.mark, tone=self.tone)


@dataclass(frozen=True)
class Source:
    """Where a section comes from: file and lines, with an edit link if the playbook has a pattern."""

    text: str
    href: str


@dataclass(frozen=True)
class Frame:
    """What stands around a page: crumbs, the account's bar, the day and the edition."""

    company: str
    crumbs: tuple[tuple[str, str], ...]
    """Text and address; an empty address is plain text."""
    bar: tuple[tuple[str, str], ...]
    bar_label: str
    seen_from: str
    edition: str
    version: str
    """Of sam_gen, for the last line of a page."""
    helps: Mapping[str, Help] = field(default_factory=dict)
    """By section of an account's pages, the lesson that teaches it and the tool that helps."""
    note: str = ""
    """What must be known before anything on the page is believed: it is a case, say."""
    sheet: Svg | None = None
    """What hands the foot of each printed sheet to the browser; nothing on a screen."""


def frame(project: Project, crumbs: tuple[tuple[str, str], ...]) -> Frame:
    """Build the frame of a page that is not about one account."""
    company = project.playbook.settings.company
    return Frame(company, crumbs, (), "", long_day(project.as_of), project.edition.words, __version__)


def account_frame(project: Project, account: Account, names: Names) -> Frame:
    """Build the frame of an account's page: who leads it, and the bar of its pages."""
    record = tier_of(account, project.playbook)
    tier = f"tier {record.name}" if record else "no tier yet"
    lead = f"lead {names.full(account.lead)}" if account.lead else "no lead yet"
    backup = f"backup {names.full(account.backup)}" if account.backup else "no backup yet"
    home = address(project, account)
    list_ = ("Accounts" if project.base == ACCOUNTS else "Cases", project.base)
    plain = frame(project, (list_, (account.name, home), (tier, "-"), (lead, "-"), (backup, "-")))
    shown = SECTIONS if running(account, project.as_of) else SECTIONS[:-1]
    bar = tuple((text, f"{home}{path}") for text, path in shown)
    return replace(plain, bar=bar, bar_label=f"Pages about {account.name}", helps=helps(project.playbook))


def address(project: Project, account: Account) -> str:
    """Return the address of an account's overview."""
    return f"{project.base}{account.id}/"


def source(playbook: Playbook, account: Record, field: str) -> Source:
    """Cite the lines of one field of an account, or of a record in it."""
    records = [record for record in _as_tuple(getattr(account, field)) if isinstance(record, Record)]
    place = account.place_of(field)
    last = max((record.lines[1] for record in records), default=place.line)
    text = f"{place.file}:{place.line}" + (f"–{last}" if last > place.line else "")
    pattern = playbook.settings.edit
    return Source(text, pattern.replace("{path}", place.file).replace("{line}", str(place.line)) if pattern else "")


def _as_tuple(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


def support(who: Standing, words: Wording) -> Marked:
    """Show how somebody stands; what is too old to build on has lost its colour."""
    value = who.support.value if who.support else None
    shape, tone = marks.support(value)
    if value and not who.stand_counts:
        return Marked(marks.mark(shape, colour="grey"), f"{words.say(value)}: ask again", "grey")
    return Marked(marks.mark(shape, colour=tone), words.say(value) if value else "Not known", tone)


TOO_OLD = "grey: too old to count, ask again"
"""What the key of a drawing says of a stand that has lost its colour."""


def stand_word(who: Standing, words: Wording) -> str:
    """Say in a word how somebody stands; a question mark where it is from too long ago."""
    return f"{words.say(who.support.value)}{'?' if too_old(who) else ''}" if who.support else "Not known"


def too_old(who: Standing) -> bool:
    """Return whether we know how somebody stands, but from too long ago to build on."""
    return who.support is not None and not who.stand_counts


def basis(value: Basis, words: Wording) -> Marked:
    """Show how we know."""
    return Marked(marks.mark(marks.basis(value)), words.say(value), "ink")


BASES = (Basis.CLIENT_CONFIRMED, Basis.OBSERVED, Basis.ASSUMED)
"""In the order of a key: what counts most comes first."""


def counts(claim: Held[Any], kind: ClaimKind, model: EvidenceModel, as_of: datetime.date) -> str:
    """Say how far a claim still counts, and when it counts too little to build on."""
    if claim.as_of is None:
        return "no day, so it counts nothing: ask again"
    left = confidence(claim, kind, model, as_of)
    return f"counts {left:.0f}%{': ask again' if left < model.floor else ''}"


def stage_name(reference: str | None, playbook: Playbook) -> str:
    """Return the name of a stage, or what stands there where the playbook has no such stage."""
    names = {stage.id: stage.name for stage in playbook.method.continuum.stages}
    return names.get(key_of(reference), reference or "")


def post(somebody: Person | Colleague, model: PeopleModel) -> str:
    """Return level and function as far as they are known: Director, Logistics."""
    levels = {level.id: level.name for level in model.levels}
    functions = {function.id: function.name for function in model.functions}
    level, function = key_of(somebody.level), key_of(somebody.function)
    return ", ".join(part for part in (levels.get(level, level), functions.get(function, function)) if part)


def grounds(claim: Held[Any], names: Names, as_of: datetime.date) -> str:
    """Say what a claim stands on: what was seen or heard, noted by whom of us, and when."""
    noted = [names.short(claim.by), day(claim.as_of, as_of) if claim.as_of else ""]
    source = ", ".join(part for part in noted if part)
    return " · ".join(part for part in (claim.evidence, source) if part)


def weight(who: Standing) -> int:
    """Return what somebody's word weighs, to put people in order; unknown influence comes after the least."""
    return who.influence.value if who.influence else -1


_TONE = {Freshness.FRESH: "ink", Freshness.LATE: "ochre", Freshness.STALE: "red", Freshness.NEVER: "ochre"}


def talk(who: Standing) -> Marked:
    """Show how old the last talk is."""
    tone = _TONE[who.freshness]
    shape = marks.mark(marks.age(who.talk_left), width=26, height=8, colour=tone)
    return Marked(shape, talk_words(who), tone)


def talk_words(who: Standing) -> str:
    """Say how old the last talk is."""
    if who.talk_age is None:
        return "never met"
    suffix = {Freshness.LATE: ", late", Freshness.STALE: ", stale"}.get(who.freshness, "")
    return f"{who.talk_age} d{suffix}"


def talk_tone(who: Standing) -> str:
    """Return the colour of a last talk."""
    return _TONE[who.freshness]


class Names:
    """Who a reference means, on either side."""

    def __init__(self, account: Account, playbook: Playbook, as_of: datetime.date) -> None:
        self._ours = {colleague.id: colleague.name for colleague in playbook.team}
        self._theirs = {person.key: person.name for person in account.people}
        self._titles = {person.key: person.title or "" for person in account.people}
        self._left = {person.key for person in account.people if person.gone(as_of)}
        self._units = unit_names(account)

    def full(self, reference: str | None) -> str:
        """Return the full name, or an empty text for nobody; a bare id is looked for among us first."""
        return self._ours[key_of(reference)] if self.ours(reference) else self.their(reference)

    def their(self, reference: str | None) -> str:
        """Return the full name of somebody at the client, for fields that point to nobody else."""
        return self._theirs.get(key_of(reference), "")

    def title(self, reference: str | None) -> str:
        """Return what somebody at the client is; empty where nobody noted it."""
        return self._titles.get(key_of(reference), "")

    def unit(self, written: str | None) -> str:
        """Return the name of a unit where the file has its id; what stands there where the footprint knows none."""
        return self._units.get((written or "").casefold(), written or "")

    def short(self, reference: str | None) -> str:
        """Return initial and last name."""
        name = self.full(reference)
        return short_name(name) if name else ""

    def ours(self, reference: str | None) -> bool:
        """Whether the reference is to one of us."""
        return not (reference or "").startswith("people/") and key_of(reference) in self._ours

    def left(self, reference: str | None) -> bool:
        """Whether the reference is to somebody who has left the client."""
        return not self.ours(reference) and key_of(reference) in self._left
