"""What we have agreed to keep unsaid: open lines of ours that begin with "Say nothing", "No word" and the like.

So is what we are to do without somebody: whoever is left out is not to hear of it from us.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sam_gen.advise.addressed import bare, left_out, sentences
from sam_gen.assess.agenda import open_items
from sam_gen.assess.plan import open_risks
from sam_gen.model.account import Account
from sam_gen.model.care import Decision
from sam_gen.model.people import Person
from sam_gen.model.plan import Action, Objective, Promise, Risk
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of

_SILENT = re.compile(
    r"""(?:
      say\ nothing | keep\ (?:quiet|silent)
    | (?:no|not\ (?:a|one|another))\ (?:(?:new|further|more|single)\ )?word
    | nothing\ (?:new\ |more\ |else\ )?(?:about|of)
    | nobody\ (?:of\ (?:ours|us)\ )?(?:names|says|tells|mentions|speaks|talks|repeats)
    | (?:do\ not|don't|never)\ (?:say|name|tell|mention|speak|talk|repeat)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True)
class Silence:
    """One line that tells us what not to say."""

    record: Decision | Promise | Action | Risk
    what: str
    owner: str | None
    due: datetime.date | None
    decided: datetime.date | None = None
    """The day of the review that decided it; None for whatever no review decided."""


def silences(account: Account, playbook: Playbook, as_of: datetime.date) -> tuple[Silence, ...]:
    """Return what is open of it: what a review decided first, then promises, actions and answers to risks, by day."""
    order = (Decision, Promise, Action, Risk)
    found = [one for one in _open(account, playbook, as_of) if _SILENT.match(one.what)]
    found.sort(key=lambda one: (order.index(type(one.record)), one.due or datetime.date.max, one.record.place))
    return tuple(found)


def without(
    account: Account, playbook: Playbook, people: Iterable[Person], as_of: datetime.date
) -> Iterator[tuple[Silence, Person]]:
    """Yield the steps of ours that are to happen without one of some people, the first due first."""
    there = tuple(people)
    for one in _open(account, playbook, as_of):
        yield from ((one, who) for who in left_out(one.what, there))


def _open(account: Account, playbook: Playbook, as_of: datetime.date) -> Iterator[Silence]:
    """Yield what is open on our side; what was decided with them at the table is no secret of ours."""
    theirs = {person.key for person in account.people}
    for item in open_items(account, as_of):
        with_them = item.review is not None and bool(item.review.theirs)
        if not isinstance(item.record, Objective) and key_of(item.owner) not in theirs and not with_them:
            yield Silence(item.record, bare(item.what), item.owner, item.due, item.review.date if item.review else None)
    for weighed in open_risks(account, playbook, as_of):
        risk = weighed.risk
        if risk.response:
            yield Silence(risk, bare(sentences(risk.response)[0]), risk.owner, risk.due)
