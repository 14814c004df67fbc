"""SAM4xx: playbook and hygiene."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from sam_gen.checks.dates import PAST, happened
from sam_gen.checks.facts import Facts
from sam_gen.checks.finding import Hit, rule
from sam_gen.checks.sayings import ago, cut, join, on, quote
from sam_gen.model.account import Ignore
from sam_gen.model.attention import RuleWeight
from sam_gen.model.curriculum import Tool
from sam_gen.model.method import RuleSetting, Severity


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


def unknown_settings(settings: Iterable[RuleSetting | RuleWeight], codes: frozenset[str]) -> Iterator[Hit]:
    """Find what rules.yml and attention.yml say of no rule: the same rule, seen in the playbook."""
    for setting in settings:
        if setting.code not in codes:
            what = "the setting" if isinstance(setting, RuleSetting) else "the weight"
            yield Hit(_no_rule(setting.code, what), setting.place_of("code"), f"rules/{setting.code}")


def unknown_answers(tools: Iterable[Tool], codes: frozenset[str]) -> Iterator[Hit]:
    """Find the rules a tool answers to that are none: the same rule, seen in the playbook."""
    for tool in tools:
        for at, code in enumerate(tool.answers):
            if code not in codes:
                yield Hit(_no_rule(code, f"tool {cut(tool.id)}"), tool.place_of("answers", at), f"tools/{tool.id}")


def _no_rule(code: str, what: str) -> str:
    return f"There is no rule {cut(code)}, so {what} has no effect."


@rule(
    "SAM404",
    "Dated after the day seen from",
    reads=PAST,
    why="The clock stands still in playbook.yml, so what happened since does not count anywhere.",
    remedy="Delete as_of: from playbook.yml to let the clock run. If the date is a slip, correct it here.",
)
def after_the_clock(facts: Facts) -> Iterator[Hit]:
    """Fire for each record of something that has happened and is dated after a fixed day."""
    if not facts.pinned:
        return
    for one in happened(facts.account):
        if one.day > facts.as_of:
            yield Hit(
                f"{one.words} is dated {on(one.day)}; the site is seen from {on(facts.as_of)}.",
                one.record.place_of(one.field),
                one.subject,
            )


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


_ENTRY = {
    "indicators": ("indicator", "continuum"),
    "signals": ("signal", "list of signals"),
    "functions": ("function", "people model"),
    "levels": ("level", "people model"),
    "questions": ("question", "A, B, C sheet"),
    "stages": ("stage", "continuum"),
    "criteria": ("criterion", "selection model"),
}
"""What an entry of a list is called, and the model it would stand in."""


@rule(
    "SAM406",
    "Case names a missing entry",
    reads=(
        "position.own_view.value",
        "position.desired.value",
        "position.ceilings.stage",
        "position.evidence.indicator",
        "position.signals.signal",
        "selection.scores.criterion",
    ),
    why="The line is left out of the case, so an exercise that builds on it no longer comes out as its lesson says.",
    remedy="Put the entry back into the model, or name one in the case that is there. No use for the line? Delete it.",
)
def lost_entry(facts: Facts) -> Iterator[Hit]:
    """Fire for each reference of a case to an entry that the company took out of its models."""
    for one in facts.lost:
        entry, model = _ENTRY.get(one.lists[0], (f"entry of {one.lists[0]}", "playbook"))
        likely = f"; the nearest there is {quote(one.nearest)}" if one.nearest else ""
        yield Hit(
            f"The case {cut(facts.account.name)} names the {entry} {quote(one.id)}, "
            f"which the {model} does not have{likely}.",
            one.place,
            f"{one.lists[0]}/{one.id}",
        )


HYGIENE = (expired_ignore, unused_ignore, unknown_rule, after_the_clock, bare_ignore, lost_entry)
