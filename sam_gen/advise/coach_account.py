"""Questions about an account that name no person: from what is planned, then one for each thing the file lacks."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from sam_gen.advise.addressed import sentences
from sam_gen.advise.coach_people import Probe, leaves_be
from sam_gen.advise.phrase import quote
from sam_gen.assess.agenda import Item, ItemKind, open_items
from sam_gen.assess.people import Standing
from sam_gen.assess.plan import open_objectives, validations
from sam_gen.assess.readable import on
from sam_gen.assess.value import have_work
from sam_gen.model.account import Account
from sam_gen.model.people import Role
from sam_gen.model.scalars import key_of

_LINE = 9
"""Words of each of two lines of the file in one sentence of thirty."""


def of_plan(account: Account, beside: Item | None, as_of: datetime.date) -> Iterator[Probe]:
    """Ask about a gain, a step, a first sign, an initiative nobody has and a reading of the plan: one of each."""
    client = account.name
    for aim in [one for one in open_objectives(account, as_of) if one.client_gets][:1]:
        gain = quote(sentences(aim.client_gets or "")[0], _LINE)
        text = f"{client} is to get {gain} from {quote(aim.name, _LINE)}: who there worked it out?"
        yield Probe(text, "a name of theirs, or that the figure is ours")
    ahead = (one for one in open_items(account, as_of) if one.kind is ItemKind.ACTION and one.due and not one.overdue)
    asked = (one for one in ahead if not leaves_be(one))
    for step in [one for one in asked if not (beside and one.record is beside.record)][:1]:
        if step.due:
            text = f"{quote(step.what, _LINE)} is for {on(step.due)}: who at {client} waits for it?"
            yield Probe(text, "a name, or that nobody does")
    risks = (one for one in account.risks if one.trigger and (one.closed is None or one.closed > as_of))
    for risk in [*risks][:1]:
        text = f"{quote(sentences(risk.trigger or '')[0], _LINE)}: who at {client} would tell us on that day?"
        yield Probe(text, "a name, and why they would")
    for wish in [one for one in account.initiatives if not one.owner][:1]:
        text = f"Nobody at {client} is named for {quote(wish.name, _LINE)}: who is asked about it there?"
        yield Probe(text, "a name and a source")
    for read in [one for one in validations(account, as_of) if not one.changed][:1]:
        name = next((one.name for one in account.people if one.key == key_of(read.who)), client)
        text = f"{name} went through our plan on {on(read.date)} and the file has no change: what was struck out?"
        yield Probe(text, "a real loss, told calmly")


def of_holes(account: Account, people: Sequence[Standing], as_of: datetime.date) -> Iterator[Probe]:
    """Ask for what the file does not have at all, each hole once; what it has is not asked for."""
    client = account.name
    if not any(Role.DECIDER in who.person.roles for who in people):
        about = "about our work" if have_work(account) else "about a first order"
        yield Probe(f"Who at {client} decides {about}, and who told us so?", "a name and a source")
    if not account.initiatives:
        yield Probe(
            f"What does {client} want to have reached a year from now, and who there said so?", "their own words"
        )
    if not open_objectives(account, as_of):
        yield Probe(
            f"What is to be different at {client} through us, and who there would count it?", "a measure of theirs"
        )
    if not account.feedback:
        text = f"Who at {client} last told us something we did not want to hear?"
        yield Probe(text, "a name, a day, what it cost us")
    if not account.risks:
        yield Probe(f"What would end our talks with {client}, and what would we see first?", "a sign one can see")
