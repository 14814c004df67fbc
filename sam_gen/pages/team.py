"""Our team in the plan: who has which part for this client, and who works there without one."""

from __future__ import annotations

from sam_gen.model.scalars import key_of
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.tables import UNWRITTEN, Cell, Row, Table, columns, written
from sam_gen.pages.words import count, listed


def team_block(sight: Sight) -> Block:
    """Build the section of our team."""
    account, names = sight.account, sight.names
    seats = account.team
    rows = [
        Row(
            (
                Cell(names.full(seat.who), second=_role(sight, seat.who)),
                Cell(seat.part),
                *written(seat.call_when),
            )
        )
        for seat in seats
    ]
    seated = {key_of(seat.who) for seat in seats}
    extra = [(account.lead, "leads the account"), (account.backup, "stands in for the lead")]
    rows += [
        Row((Cell(names.full(who), second=_role(sight, who)), Cell(part), UNWRITTEN))
        for who, part in extra
        if who and key_of(who) not in seated
    ]
    helpers = _without_seat(sight, seated | {key_of(who) for who, _ in extra})
    said = f"{count(len(rows), 'person', 'people')}" if rows else "nobody named yet"
    return Block(
        heading=f"3 Our team: {said}{'' if seats or not rows else ', no parts agreed yet'}",
        source=sight.source("team" if seats else "lead"),
        lead=f"In talks or steps here, but without a part in the file: {listed(helpers)}." if helpers else "",
        table=Table("Our team", columns("Who", "Part for this client", "The client calls them when"), tuple(rows)),
        empty="" if rows else "Who leads this account, who stands in, and who does the work at the client?",
    )


def _role(sight: Sight, reference: str | None) -> str:
    key = key_of(reference)
    return next((colleague.role for colleague in sight.playbook.team if colleague.id == key), "")


def _without_seat(sight: Sight, seated: set[str]) -> list[str]:
    """Return those of ours who own a tie, a step or a risk, or were in a talk, and have no part in the file."""
    account = sight.account
    found = [person.owner for person in account.people if not person.gone(sight.as_of)]
    found += [one.owner for one in account.actions]
    found += [one.owner for one in account.opportunities]
    found += [one.owner for one in account.risks]
    found += [who for talk in account.contacts for who in talk.ours]
    keys = dict.fromkeys(key_of(who) for who in found if who and sight.names.ours(who))
    return [sight.names.full(key) for key in keys if key not in seated]
