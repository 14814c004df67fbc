"""SAM4xx: playbook and hygiene."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from sam_gen.checks.facts import Facts
from sam_gen.checks.finding import Hit, rule
from sam_gen.checks.sayings import ago, cut, join, on, quote
from sam_gen.model.account import Account, Ignore
from sam_gen.model.identity import Identified
from sam_gen.model.method import RuleSettings, Severity
from sam_gen.model.people import Person
from sam_gen.model.record import Record


def expired(ignore: Ignore, as_of: datetime.date) -> bool:
    """Whether the day has come from which the finding counts again."""
    return ignore.until is not None and ignore.until <= as_of


def _about(ignore: Ignore) -> str:
    return f"{ignore.rule} on {cut(ignore.on)}" if ignore.on else ignore.rule


@rule(
    "SAM401",
    "Ignore has expired",
    reads=("ignore",),
    why="What was accepted for a while is back, and the file still says it is accepted.",
    remedy="Mended? Delete the line. Still accepted? Say why once more and set a new until:.",
)
def expired_ignore(facts: Facts) -> Iterator[Hit]:
    """Fire for each ignore whose day has come."""
    for i, ignore in enumerate(facts.account.ignore):
        if ignore.until and expired(ignore, facts.as_of):
            yield Hit(
                f"The ignore of {_about(ignore)} ended on {on(ignore.until)}, {ago(facts.age(ignore.until))}.",
                ignore.place,
                f"ignore/{i}",
            )


@rule(
    "SAM402",
    "Ignore without a finding",
    reads=("ignore",),
    why="It hides nothing today and will hide the next one without a word.",
    remedy="Delete the line. If it has the wrong on:, copy the id from the finding you meant.",
)
def unused_ignore(facts: Facts) -> Iterator[Hit]:
    """Fire for each ignore that no finding matched."""
    for i in facts.unused:
        ignore = facts.account.ignore[i]
        yield Hit(
            f"Nothing is found for the ignore of {_about(ignore)} at {cut(facts.account.name)}.",
            ignore.place,
            f"ignore/{i}",
        )


@rule(
    "SAM403",
    "No such rule",
    reads=("ignore.rule",),
    why="A wrong code changes nothing, and whoever wrote it believes it does.",
    remedy="Copy the code from the finding. If the rule is from a newer version, update sam_gen first.",
)
def unknown_rule(facts: Facts) -> Iterator[Hit]:
    """Fire for each ignore of a rule that does not exist."""
    for i, ignore in enumerate(facts.account.ignore):
        if ignore.rule not in facts.codes:
            yield Hit(_no_rule(ignore.rule, "the ignore"), ignore.place_of("rule"), f"ignore/{i}")


def unknown_settings(settings: RuleSettings, codes: frozenset[str]) -> Iterator[Hit]:
    """Find the settings of rules.yml that are about no rule: the same rule, seen in the playbook."""
    for setting in settings.rules:
        if setting.code not in codes:
            yield Hit(_no_rule(setting.code, "the setting"), setting.place_of("code"), f"rules/{setting.code}")


def _no_rule(code: str, what: str) -> str:
    return f"There is no rule {cut(code)}, so {what} has no effect."


@rule(
    "SAM404",
    "Dated after the day seen from",
    reads=(
        "as_of",
        "contacts.date",
        "actions.done",
        "promises.kept",
        "objectives.done",
        "risks.closed",
        "initiatives.as_of",
        "value.as_of",
        "people.last_contact",
        "people.support.as_of",
        "people.influence.as_of",
        "reviews.date",
        "validation.date",
        "position.evidence.as_of",
    ),
    why="The clock stands still in playbook.yml, so what happened since does not count anywhere.",
    remedy="Delete as_of: from playbook.yml to let the clock run. If the date is a slip, correct it here.",
)
def after_the_clock(facts: Facts) -> Iterator[Hit]:
    """Fire for each record of something that has happened and is dated after a fixed day."""
    if not facts.pinned:
        return
    for subject, what, record, field in _dated(facts):
        day = getattr(record, field)
        if day and day > facts.as_of:
            yield Hit(
                f"{what} is dated {on(day)}; the site is seen from {on(facts.as_of)}.", record.place_of(field), subject
            )


_Dated = tuple[str, str, Record, str]
"""A fact that has happened: its subject, its words, its record and the field of its day."""


def _dated(facts: Facts) -> Iterator[_Dated]:
    account = facts.account
    yield "", f"The file of {cut(account.name)}", account, "as_of"
    for talk in account.contacts:
        yield f"contacts/{talk.date}", "A talk on file", talk, "date"
    for person in account.people:
        yield from _of_person(person)
    yield from _of_plan(account)
    for review in account.reviews:
        yield f"reviews/{review.date}", "A review on file", review, "date"
    for validation in account.validation:
        yield f"validation/{validation.date}", "A validation on file", validation, "date"
    for i, evidence in enumerate(account.position.evidence if account.position else ()):
        yield f"evidence/{i}", "A sign of the position", evidence, "as_of"


def _of_person(person: Person) -> Iterator[_Dated]:
    yield f"people/{person.key}", f"The last talk with {cut(person.name)}", person, "last_contact"
    histories: tuple[tuple[str, tuple[Record, ...]], ...] = (
        ("support", person.support),
        ("influence", person.influence),
    )
    for what, claims in histories:
        for i, claim in enumerate(claims):
            yield f"people/{person.key}/{what}/{i}", f"The {what} of {cut(person.name)}", claim, "as_of"


_PAST = (
    ("actions", "done"),
    ("promises", "kept"),
    ("objectives", "done"),
    ("risks", "closed"),
    ("initiatives", "as_of"),
    ("value", "as_of"),
)
"""The named records of a plan, and the field that says when they came true."""


def _of_plan(account: Account) -> Iterator[_Dated]:
    for kind, field in _PAST:
        records: tuple[Identified, ...] = getattr(account, kind)
        for record in records:
            yield f"{kind}/{record.key}", quote(getattr(record, record.named_by or "id")), record, field


@rule(
    "SAM405",
    "Ignore without reason or end",
    reads=("ignore.why", "ignore.until"),
    why="An acceptance without reason or end is a switch nobody will turn back.",
    remedy="Write why: in a sentence and until: with the day to look again. No reason? Delete the line.",
    severity=Severity.NOTE,
)
def bare_ignore(facts: Facts) -> Iterator[Hit]:
    """Fire for each ignore that does not say why or until when."""
    for i, ignore in enumerate(facts.account.ignore):
        parts = (("why", ignore.why), ("until when", ignore.until))
        lacks = [word for word, value in parts if value is None]
        if lacks:
            yield Hit(f"The ignore of {_about(ignore)} does not say {join(lacks, 'or')}.", ignore.place, f"ignore/{i}")


HYGIENE = (expired_ignore, unused_ignore, unknown_rule, after_the_clock, bare_ignore)
