"""The review of the plan itself: how long it counts, who at the client went through it, and who looks at it next."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from sam_gen.assess.plan import as_it_stands, validations
from sam_gen.assess.reviews import rhythms
from sam_gen.checks.care import never_validated
from sam_gen.model.care import Validation
from sam_gen.pages import findings
from sam_gen.pages.blocks import Block, Entry, Sight
from sam_gen.pages.put_off import put_off
from sam_gen.pages.words import count

DRAFT = "Internal draft: nobody at the client has gone through it."


def review_block(sight: Sight) -> Block:
    """Build the section about the review of the plan."""
    account, done = sight.account, validations(sight.account, sight.as_of)
    said = "an internal draft so far"
    if done:
        said = f"the client last went through {_it(sight, done[0])} on {sight.ago(done[0].date)}"
    return Block(
        heading=f"5 Review: {said}",
        source=sight.source("validation" if done else "cadence" if account.cadence else "timeframe"),
        entries=(_span(sight), *_validation(sight, done), *_next_reviews(sight)),
    )


def _span(sight: Sight) -> Entry:
    span = sight.account.timeframe
    if span is None:
        return Entry("Timeframe", "not agreed yet: until when does this plan count?", tone="ochre")
    words = findings.plan_span((span.start - sight.as_of).days, (span.end - sight.as_of).days)
    days = [sight.day(span.start), sight.day(span.end)]
    if span.start.year != span.end.year:
        years = (str(span.start.year), str(span.end.year))
        days = [one if one.endswith(year) else f"{one} {year}" for one, year in zip(days, years, strict=True)]
    return Entry("Timeframe", " to ".join(days), words)


def _validation(sight: Sight, done: Sequence[Validation]) -> tuple[Entry, ...]:
    if not done:
        ask = "Put two pages before their sponsor and write down what they change."
        ask = put_off(sight, never_validated) or ask
        return (Entry("Validated", DRAFT, ask, "ochre"),)
    says = (validated, _went)
    return tuple(
        Entry("Validated", say(sight, one), " · ".join(one.changed)) for say, one in zip(says, done, strict=False)
    )


def validated(sight: Sight, last: Validation) -> str:
    """Say who went through the plan, when, and what it changed; what was long ago was not the plan of today."""
    old = not as_it_stands(last, sight.playbook, sight.as_of)
    return f"{'Nobody has gone through it as it stands. ' if old else ''}{_went(sight, last)}"


def _went(sight: Sight, last: Validation) -> str:
    who = sight.names.their(last.who)
    gone = ", who has left," if sight.names.left(last.who) else ""
    changed = f"changed {count(len(last.changed), 'thing')}" if last.changed else "agreed to all of it"
    return f"{who}{gone} went through {_it(sight, last)} {_ago(sight, last.date)} and {changed}."


def _it(sight: Sight, one: Validation) -> str:
    return "it" if as_it_stands(one, sight.playbook, sight.as_of) else "an earlier state"


def _ago(sight: Sight, date: datetime.date) -> str:
    days = (sight.as_of - date).days
    return f"on {sight.day(date)}, {days} d ago," if days else "today"


def _next_reviews(sight: Sight) -> tuple[Entry, ...]:
    rows = rhythms(sight.account, sight.as_of)
    if not rows:
        return (Entry("Next review", "no rhythm agreed yet: who looks at this plan, and how often?", tone="ochre"),)
    return tuple(
        Entry(
            sight.day(row.next) if row.next else "no day yet",
            sight.words.say(row.cadence.kind),
            f"every {row.cadence.every} d" + (f" · {row.late} d late" if row.late else ""),
            "ink" if row.next else "ochre",
        )
        for row in rows
    )
