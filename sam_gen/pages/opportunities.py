"""The opportunities of the plan, ranked: good for them, worth to us, what to prove next."""

from __future__ import annotations

from sam_gen.assess.plan import ranked
from sam_gen.draw.track import tag
from sam_gen.model.plan import Opportunity
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.initiatives import ask_gain
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import amount, number


def opportunities_block(sight: Sight) -> Block:
    """Build the section of opportunities, the best first."""
    rows = ranked(sight.account)
    classes = [one.class_.value if one.class_ else "" for _, one in rows]
    said = [f"{number(classes.count(letter))} {letter}" for letter in "ABC" if letter in classes]
    said += [f"{number(classes.count(''))} not judged yet"] if "" in classes else []
    return Block(
        heading=f"2 Opportunities: {', '.join(said) or 'none named yet'}",
        source=sight.source("opportunities"),
        lead="A has our people now, B has one thing to prove first, C waits." if rows else "",
        table=Table(
            "Opportunities",
            columns("Opportunity", "Good for them", ">Worth to us a year", "Who, theirs and ours", "Next to prove"),
            tuple(_opportunity(sight, mark, one) for mark, one in rows),
        ),
        empty="" if rows else "What would make one of their initiatives easier, and who over there would want it?",
    )


def _opportunity(sight: Sight, mark: str, one: Opportunity) -> Row:
    names = sight.names
    klass = f"class {one.class_.value}" if one.class_ else "class not judged yet"
    serves = sight.initiative(one.for_)
    kind = sight.words.within(one.kind) if one.kind else ""
    detail = [klass, kind, f"for {serves}" if serves else "", _where(sight, one)]
    sponsor, owner = names.their(one.sponsor), names.full(one.owner)
    return Row((
        Cell(one.name, mark=tag(mark), second=" · ".join(part for part in detail if part), prose=one.why or ""),
        Cell(one.client_gets or ask_gain(sight, one.sponsor, one.for_), tone="" if one.client_gets else "ochre"),
        Cell(amount(one.worth, sight.currency)) if one.worth is not None else Cell("not known yet", tone="grey"),
        Cell(sponsor or "nobody of theirs", second=owner or "nobody of ours", tone="" if sponsor else "ochre"),
        Cell(
            one.prove or "not written: what is the one thing to find out?",
            second=sight.due(one.due),
            tone="red" if sight.late(one.due) else "" if one.prove else "ochre",
        ),
    ))  # fmt: skip


def _where(sight: Sight, one: Opportunity) -> str:
    unit, offering = (one.unit or "").rpartition("/")[2], (one.offering or "").rpartition("/")[2]
    names = [record.name for record in sight.account.units if record.key == unit]
    names += [record.name for record in sight.project.playbook.offerings if record.id == offering]
    return ", ".join(names)
