"""`/accounts/<id>/hand-over/`: how far a change of lead has come, and what the new one must know.

The page answers without a change of lead too: whoever stands in tomorrow needs the same.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal

from sam_gen.assess.agenda import ItemKind, open_items
from sam_gen.assess.people import Standing, standings
from sam_gen.assess.transition import Phase, Step, running, steps
from sam_gen.assess.value import have_work
from sam_gen.model.account import Account
from sam_gen.model.care import Transition
from sam_gen.model.footprint import Cell as Held
from sam_gen.model.footprint import HeldBy
from sam_gen.model.people import PersonStatus
from sam_gen.model.project import Project
from sam_gen.model.scalars import key_of
from sam_gen.pages.blocks import Block, Entry, Sight
from sam_gen.pages.footprint import Money
from sam_gen.pages.notice_words import of_end
from sam_gen.pages.parts import address, support, talk
from sam_gen.pages.sore_points import sore_points
from sam_gen.pages.tables import Cell, Row, Table, columns, told
from sam_gen.pages.words import capital, count, listed, number, until
from sam_gen.render.page import Page

PATH = "hand-over/"
PHASE = {
    Phase.DECIDED: ("Decided", "who leaves, who comes, and the reason the client will hear"),
    Phase.CLIENT_TOLD: ("Client told", "by the one who leaves, with reason and day"),
    Phase.JOINT_MEETING: ("Met together", "both at one table with the client"),
    Phase.TAUGHT_BACK: ("Told back", "the new lead tells the account’s story, the old one agrees"),
    Phase.CLOSED: ("Closed", "both call it done"),
}
_CONTRACTS = 6
"""Contract ends listed; the rest stands on the white-space page."""


def hand_over_page(project: Project, account: Account) -> Page:
    """Build the hand-over page of one account."""
    sight = Sight.of(project, account)
    people = standings(account, project.playbook, project.as_of)
    return Page(
        path=f"{address(project, account)}{PATH}",
        title=f"{account.name}: hand-over",
        template="account/hand-over.md",
        context={
            **sight.page("Hand-over"),
            "lede": _lede(sight),
            "phases": _phases(sight),
            "people": _people(sight, people),
            "promises": _promises(sight),
            "sore": sore_points(sight, people, _leaver(sight)),
            "contracts": _contracts(sight),
            "open": _open(sight),
        },
        searched=False,
    )


def _lede(sight: Sight) -> str:
    now, names = running(sight.account, sight.as_of), sight.names
    if now:
        span = f"decided {sight.ago(now.decided)}" if now.decided else "no day of the decision on file"
        return f"{names.full(now.from_)} hands over to {names.full(now.to)}: {span}."
    past = sight.account.transition
    if past and past.closed and past.closed <= sight.as_of:
        return (
            f"The hand-over from {names.full(past.from_)} to {names.full(past.to)} was closed on "
            f"{sight.day(past.closed)}. This is what the next one would need."
        )
    lead, backup = names.full(sight.account.lead), names.full(sight.account.backup)
    if lead and backup:
        return f"No hand-over is under way. If {lead} were away tomorrow, this is what {backup} would need to know."
    alone = f", and {lead} has no backup on file" if lead else ""
    return f"No hand-over is under way{alone}. This is what a new lead would need to know."


def _phases(sight: Sight) -> Block:
    now = running(sight.account, sight.as_of)
    if now is None:
        return Block(heading="Steps: none under way", source=sight.source("transition"), empty=_no_steps())
    rows = steps(now, sight.as_of)
    missing = [row for row in rows if not row.done]
    said = f"{number(len(rows) - len(missing)) if len(missing) < len(rows) else 'none'} of {number(len(rows))} done"
    return Block(
        heading=f"Steps: {said}, next {PHASE[missing[0].phase][0].lower()}" if missing else f"Steps: {said}",
        source=sight.source("transition"),
        lead=f"The reason, as the client was told: {now.why}" if now.why else "",
        entries=tuple(_phase(sight, row) for row in rows),
    )


def _no_steps() -> str:
    return "When a change of lead is decided, write transition: with from, to and decided. Five steps follow from it."


def _phase(sight: Sight, row: Step) -> Entry:
    name, what = PHASE[row.phase]
    if row.done and row.date:
        return Entry(sight.day(row.date), f"{name}, done", what)
    if row.date:
        return Entry(sight.day(row.date), f"{name}, planned {until((row.date - sight.as_of).days)}", what)
    return Entry("open", f"{name}: not yet", what, "ochre")


def _people(sight: Sight, people: Sequence[Standing]) -> Block:
    keys = [who for who in people if who.key_player]
    return Block(
        heading=_who_decides(keys),
        source=sight.source("people"),
        more="reasons and acts behind each stand are on the map",
        table=Table(
            "Who decides",
            columns("Person", "Part", "Stands", "Last talk", "Cares about", "Our tie"),
            tuple(_person(sight, who) for who in keys),
        ),
        empty=""
        if keys
        else f"Ask {_leaver(sight)}: who decides, who approves, who speaks for us when we are not there?",
    )


def _who_decides(keys: Sequence[Standing]) -> str:
    vacant = sum(who.person.status is PersonStatus.VACANT for who in keys)
    if not keys:
        return "Who decides: not known yet"
    here = count(len(keys) - vacant, "key player")
    posts = "a vacant post" if vacant == 1 else f"{number(vacant)} vacant posts"
    return f"Who decides: {f'{here} and {posts}' if vacant else here}"


def _leaver(sight: Sight) -> str:
    """Name who could still tell: who hands over, else who leads."""
    now: Transition | None = running(sight.account, sight.as_of)
    return sight.names.full(now.from_ if now else sight.account.lead) or "whoever knows the account"


def _person(sight: Sight, who: Standing) -> Row:
    person, owner = who.person, sight.names.full(who.person.owner)
    roles = ", ".join(sight.words.say(role) for role in person.roles) or "not known yet"
    if person.status is PersonStatus.VACANT:
        vacant = Cell("nobody in this post", tone="ochre")
        return Row((Cell(person.title or person.name), Cell(roles), vacant, Cell("–"), Cell("–"), Cell("–")))
    return Row((
        Cell(person.name, second=person.title or ""),
        Cell(roles),
        support(who, sight.words).cell,
        talk(who).cell,
        told(person.cares_about, "not known yet: ask", "ochre"),
        told(owner, "no owner", "ochre"),
    ))  # fmt: skip


def _promises(sight: Sight) -> Block:
    rows = [item for item in open_items(sight.account, sight.as_of) if item.kind is ItemKind.PROMISE]
    late = sum(item.overdue for item in rows)
    said = f"{number(len(rows))} open{f', {number(late)} late' if late else ''}" if rows else "none on file"
    ask = f"Ask {_leaver(sight)} for the promises nobody wrote down."
    return Block(
        heading=f"Promises: {said}",
        source=sight.source("promises"),
        lead=ask if rows else "",
        entries=tuple(
            Entry(
                "no day yet" if item.days is None else until(item.days),
                item.what,
                " to ".join(part for part in (sight.names.full(item.owner), sight.names.full(item.to)) if part),
                "red" if item.overdue else "ochre" if item.days is None else "ink",
            )
            for item in rows
        ),
        empty="" if rows else ask,
    )


def _contracts(sight: Sight) -> Block:
    """List what of ours ends when: which offering, for whom, and what it is worth a year."""
    money = Money(sight.currency)
    ends = _ends(sight)
    cut = f"the next {number(_CONTRACTS)} of {number(len(ends))}" if len(ends) > _CONTRACTS else ""
    return Block(
        heading=f"Contracts: next end {sight.day(ends[0][0])}" if ends else "Contracts: no end on file",
        source=sight.source("footprint"),
        more=cut,
        entries=tuple(_end(sight, money, day, offering, cells) for day, offering, cells in ends[:_CONTRACTS]),
        empty="" if ends else "Ask which of our contracts end when, and by which day notice is possible.",
    )


def _ends(sight: Sight) -> list[tuple[datetime.date, str, list[Held]]]:
    """Return what of ours is still to end, by day and then by offering."""
    names = {one.id: one.name for one in sight.project.playbook.offerings}
    found: dict[tuple[datetime.date, str], list[Held]] = {}
    for cell in sight.account.footprint:
        if cell.until and cell.until >= sight.as_of and cell.held_by is HeldBy.US:
            offering = key_of(cell.offering)
            found.setdefault((cell.until, names.get(offering, offering)), []).append(cell)
    return [(day, offering, cells) for (day, offering), cells in sorted(found.items())]


def _end(sight: Sight, money: Money, day: datetime.date, offering: str, cells: Sequence[Held]) -> Entry:
    units = {one.key: one.name for one in sight.account.units}
    where = listed([units.get(key_of(cell.unit), key_of(cell.unit)) for cell in cells])
    known = [value for cell in cells if (value := cell.spend if cell.ours is None else cell.ours) is not None]
    part = f", known of {number(len(known))} of {number(len(cells))}" if 0 < len(known) < len(cells) else ""
    worth = f"{money(sum(known, Decimal(0)))} a year{part}" if known else "worth not known yet"
    return Entry(sight.day(day), f"{offering}: {where}", f"{worth} · {_distance(sight, day)}")


def _distance(sight: Sight, date: datetime.date) -> str:
    notice = of_end(sight.account, date, sight.as_of)
    return f"{until((date - sight.as_of).days)}{f'; {notice}' if notice else ''}"


def _open(sight: Sight) -> Block:
    now = running(sight.account, sight.as_of)
    lines = now.open if now else ()
    gaps = _gaps(sight)
    said = f"{number(len(lines) + len(gaps))} to ask" if lines or gaps else "nothing written down"
    return Block(
        heading=f"What is still open: {said}",
        source=sight.source("transition"),
        more="written down in the file first, then what is missing from it",
        numbered=True,
        entries=tuple(Entry("", text) for text in (*lines, *gaps)),
        empty=""
        if lines or gaps
        else f"Ask {_leaver(sight)}: why did they choose us, what would end it, and one piece of advice?",
    )


_BENEFIT = "Which benefit from us would they confirm?"
_FIRST = "What would they want to see of us first, and in whose figures?"
"""Asked instead of a benefit where no work of ours is on file."""


def _gaps(sight: Sight) -> list[str]:
    """Return the questions a new lead would put because the file does not answer them."""
    account = sight.account
    missing = (
        (account.in_short, "Where do we stand, in two sentences?"),
        (account.business, "What do they sell, to whom, and what is scarce for them?"),
        (account.initiatives, "What do they want to change in the next year?"),
        (account.contacts, "Whom did we last speak to, and what came of it?"),
        (account.objectives, "What did both sides agree to reach?"),
        (account.value, _BENEFIT if have_work(account) else _FIRST),
        (account.risks, "What would make them turn away from us?"),
    )
    return [capital(question) for there, question in missing if not there]
