"""Their business in the plan: their initiatives, who owns them, and whom to ask what one would bring them."""

from __future__ import annotations

from sam_gen.advise.untold import unheard_aim
from sam_gen.assess.claims import Held
from sam_gen.assess.doors import whom_to_ask
from sam_gen.assess.people import standings
from sam_gen.assess.plan import open_opportunities
from sam_gen.model.limits import ClaimKind
from sam_gen.model.plan import Initiative, Objective, Origin
from sam_gen.model.scalars import key_of
from sam_gen.pages import findings
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.parts import basis, counts
from sam_gen.pages.tables import Cell, Row, Table, columns, told

_WHOSE = {
    Origin.OURS: "An idea of ours",
    Origin.CLIENT: "An idea of theirs",
    Origin.JOINT: "An idea of both sides",
    Origin.RFP: "Asked for in their tender",
    None: "An opportunity on file",
}
"""Whose an opportunity is: nobody is told that what they offered us was ours."""


def business_block(sight: Sight) -> Block:
    """Build the section about their business."""
    account = sight.account
    initiatives = account.initiatives
    served = {key_of(one.for_) for one in account.objectives}
    bare = sum(one.key not in served for one in initiatives)
    return Block(
        heading=f"1 Their business: {findings.wants(len(initiatives), bare).partition(': ')[2]}",
        source=sight.source("initiatives" if initiatives else "business"),
        prose=(account.business.summary or "") if account.business else "",
        table=Table(
            "Their initiatives",
            columns("Their initiative", "Owner", "How we know", "So what"),
            tuple(_initiative(sight, one) for one in initiatives),
        ),
        empty="" if initiatives else "Ask who decides: what must have changed by the end of next year, and why?",
    )


def _initiative(sight: Sight, one: Initiative) -> Row:
    owner, mark = sight.names.their(one.owner), basis(one.basis, sight.words)
    due = sight.due(one.due) if one.due else ""
    said = ", ".join(part for part in (sight.names.their(one.who), one.as_of and sight.day(one.as_of)) if part)
    held = Held(one.name, one.basis, one.as_of or sight.account.as_of, one.place)
    left = counts(held, ClaimKind.STRATEGY, sight.playbook.method.evidence, sight.as_of)
    return Row((
        Cell(one.name, prose=one.why or ""),
        told(owner, "no owner known: ask", "ochre", second=due),
        Cell(mark.word, mark=mark.mark, second=" · ".join(part for part in (said, left) if part)),
        told(one.so_what, "not known yet: what follows for us?", "ochre"),
    ))  # fmt: skip


UNHEARD = "not known yet: the file names nobody there who has heard of it"
"""What an idea of ours would bring them: whoever is asked hears of it by the question."""


def ask_gain_of(sight: Sight, aim: Objective) -> str:
    """Ask who would know what they gain by an objective; nobody where it is an idea they have not heard of."""
    return UNHEARD if unheard_aim(aim, sight.account, sight.as_of) else ask_gain(sight, None, aim.for_)


def ask_gain(sight: Sight, person: str | None, initiative: str | None, unit: str | None = None) -> str:
    """Ask the one who would know what they gain: the person named, somebody of that unit, the initiative's owner."""
    key = key_of(initiative)
    owners = [one.owner for one in sight.account.initiatives if one.key == key]
    named = sight.names.their(person) or _of_unit(sight, unit)
    whom = named or sight.names.their(next(iter(owners), None)) or "who would have the use"
    return f"not known yet: ask {whom}"


def _of_unit(sight: Sight, unit: str | None) -> str:
    found = next((one for one in sight.account.units if unit and one.key == key_of(unit)), None)
    who = whom_to_ask(found, standings(sight.account, sight.playbook, sight.as_of)) if found else None
    return who.person.name if who else ""


def instead_of_objective(sight: Sight, initiative: Initiative) -> tuple[str, str]:
    """Say what we have where no objective serves an initiative: an idea, a thought, or nothing; and its colour."""
    ideas: dict[str, list[str]] = {}
    for one in open_opportunities(sight.account, sight.as_of):
        if key_of(one.for_ or "") == initiative.key:
            owner = f" · {sight.names.full(one.owner)}" if one.owner else ""
            ideas.setdefault(_WHOSE[one.origin], []).append(f"{one.name}{owner}")
    if ideas:
        said = (f"{whose}: {'; '.join(some)}" for whose, some in ideas.items())
        return f"No objective yet. {'. '.join(said)}", "ink"
    if initiative.so_what:
        return f"No objective. {initiative.so_what}", "ink"
    return "nothing yet: not known what it means for us", "ochre"
