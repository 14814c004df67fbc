"""Our side of the plan beside the team: what the plan needs, what we told them, and what the account is worth to us."""

from __future__ import annotations

import datetime

from sam_gen.assess.health_measures import revenue_change
from sam_gen.assess.people import standings
from sam_gen.assess.plan import as_it_stands, validations
from sam_gen.assess.value import have_work
from sam_gen.model.business import Economics, Insight, Party, Resource, ResourceStatus
from sam_gen.model.people import PersonStatus
from sam_gen.model.scalars import key_of
from sam_gen.pages.blocks import Block, Entry, Sight, tally
from sam_gen.pages.tables import NONE, Cell, Row, Table, columns, told
from sam_gen.pages.words import amount, count, listed, number

_STATUS = {
    ResourceStatus.HAVE: ("there", ""),
    ResourceStatus.AGREED: ("agreed", ""),
    ResourceStatus.MISSING: ("missing", "ochre"),
}
_PARTY = {Party.US: "we", Party.CLIENT: "they", Party.JOINT: "both"}
_FIRST = (ResourceStatus.MISSING, None, ResourceStatus.AGREED, ResourceStatus.HAVE)


def needs_block(sight: Sight) -> Block:
    """Build the section on what the plan needs: what is missing stands first."""
    found = sight.account.resources
    states = [one.status for one in found]
    said = tally(
        [
            (states.count(ResourceStatus.MISSING), "missing", "missing"),
            (states.count(ResourceStatus.AGREED), "agreed", "agreed"),
            (states.count(ResourceStatus.HAVE), "there", "there"),
            (states.count(None), "not looked at yet", "not looked at yet"),
        ],
        "not written down yet",
    )
    rows = tuple(_resource(sight, one) for one in sorted(found, key=lambda one: _FIRST.index(one.status)))
    return Block(
        heading=f"What the plan needs: {said}",
        source=sight.source("resources") if found else None,
        lead=team_gaps(sight),
        table=Table("What the plan needs", columns("What", "State", "For which objective", "So what"), rows),
        empty="" if found else "Which person, skill, system or money must be there, by when, and who brings it?",
    )


def _resource(sight: Sight, one: Resource) -> Row:
    word, tone = _STATUS[one.status] if one.status else ("not looked at yet", "grey")
    due = sight.due(one.due) if one.due and one.status is not ResourceStatus.HAVE else ""
    late = one.status is not ResourceStatus.HAVE and sight.late(one.due)
    objective = next((aim.name for aim in sight.account.objectives if one.for_ and aim.key == key_of(one.for_)), "")
    missing = one.status is ResourceStatus.MISSING
    so_what = Cell("not known yet: what stops while it is missing?", tone="ochre") if missing else NONE
    return Row((
        Cell(one.what, second=_brings(sight, one)),
        Cell(word, second=due, tone="red" if late else tone),
        told(objective, "none named"),
        Cell(one.so_what) if one.so_what else so_what,
    ))  # fmt: skip


def _brings(sight: Sight, one: Resource) -> str:
    who = sight.names.full(one.who)
    if who:
        return f"brought by {who}"
    return f"{_PARTY[one.party]} bring it" if one.party else "not agreed yet who brings it"


def team_gaps(sight: Sight) -> str:
    """Say which of ours have no function in team.yml, and in which functions of theirs we have nobody alike."""
    account, playbook = sight.account, sight.playbook
    seats = {key_of(seat.who) for seat in account.team} | {key_of(who) for who in (account.lead, account.backup) if who}
    ours = [one for one in playbook.team if one.id in seats]
    if not ours:
        return ""
    bare = [one.name for one in ours if one.function is None]
    if bare:
        whom = "any of our team" if len(bare) == len(ours) else listed(bare)
        return f"Function not noted in team.yml for {whom}, so gaps beside their functions are not known."
    names = {one.id: one.name for one in playbook.method.people.functions}
    keys = [who.person for who in standings(account, playbook, sight.as_of) if who.key_player]
    theirs = {key_of(who.function) for who in keys if who.function and who.status is PersonStatus.ACTIVE}
    have = {key_of(one.function) for one in ours}
    holes = [names[id_] for id_ in names if id_ in theirs - have]
    return f"Functions of their key players that nobody in our team table has: {listed(holes)}." if holes else ""


# Insights ---------------------------------------------------------------------------------


def insights_block(sight: Sight) -> Block:
    """Build the section on what we told them that is useful for their business."""
    past = sorted(
        (one for one in sight.account.insights if one.date <= sight.as_of), key=lambda one: one.date, reverse=True
    )
    bare = sum(one.came_of is None for one in past)
    follow = f", {number(bare)} without a word on what came of {'it' if bare == 1 else 'them'}" if bare else ""
    return Block(
        heading=f"What we told them: {count(len(past), 'insight')}{follow}"
        if past
        else "What we told them: nothing yet",
        source=sight.source("insights") if past else None,
        entries=tuple(
            Entry(
                sight.day(one.date),
                one.what,
                _told(sight, one),
                "ink" if one.came_of else "ochre",
            )
            for one in past
        ),
        empty="" if past else "What do we see across our other work that would help their business? Tell one of them.",
    )


def _told(sight: Sight, one: Insight) -> str:
    """Say whom we told and what came of it; the insight itself may end in a full stop."""
    whom = sight.names.their(one.to)
    came = one.came_of or "not known yet: ask what came of it"
    return f"to {whom} · {came}" if whom else came


# Economics --------------------------------------------------------------------------------


def economics_block(sight: Sight) -> Block:
    """Build the section on what the account is worth to us."""
    money = sight.account.economics
    if money is None:
        ask = "What did we earn with them in each of the last two years, at which margin, and how much more do we want?"
        return Block(heading="What it is worth to us: not known yet", empty=ask)
    years = sorted(money.revenue, key=lambda one: one.year, reverse=True)
    change = revenue_change(sight.account, sight.as_of)
    said = f"revenue of {change[0]} {trend(change[1])}" if change else "no two whole years to compare"
    by = f" by {sight.day(money.growth_by)}" if money.growth_by else ""
    delay = _late_by(money)
    entries = [
        *(
            Entry(str(one.year), f"revenue {amount(one.amount, sight.currency)}", _running(sight, one.year))
            for one in years
        ),
        _entry("Margin", None if money.margin is None else f"{money.margin}% after the cost to serve them"),
        _entry(
            "Goal",
            None
            if money.growth_goal is None
            else f"{amount(money.growth_goal, sight.currency)} more a year{by or ', no day yet'}",
        ),
        _entry(
            "Payment",
            None
            if money.days_to_pay is None
            else f"after {money.days_to_pay} days{'' if delay is None else _delay(delay, money.agreed_days or 0)}",
        ),
    ]
    return Block(heading=f"What it is worth to us: {said}", source=sight.source("economics"), entries=tuple(entries))


def _late_by(money: Economics) -> int | None:
    """Return the days they take beyond those agreed; None if either is not known."""
    if money.days_to_pay is None or money.agreed_days is None:
        return None
    return money.days_to_pay - money.agreed_days


def trend(per_cent: float) -> str:
    """Say how a year compares with the one before."""
    if not round(per_cent):
        return "as the year before"
    return f"{abs(per_cent):.0f}% {'up' if per_cent > 0 else 'down'}"


def _running(sight: Sight, year: int) -> str:
    return "the year is still running" if year == sight.as_of.year else ""


def _entry(name: str, text: str | None) -> Entry:
    return (
        Entry(name, text)
        if text is not None
        else Entry(name, "not known yet: ask whoever keeps the books", tone="grey")
    )


def _delay(delay: int, agreed: int) -> str:
    if delay > 0:
        return f", {delay} more than the {agreed} agreed"
    return f", within the {agreed} agreed"


# Feedback ---------------------------------------------------------------------------------


def feedback_block(sight: Sight) -> Block:
    """Build the section on what they said of us, and whether what they wanted is settled."""
    past = sorted(
        (one for one in sight.account.feedback if one.date <= sight.as_of), key=lambda one: one.date, reverse=True
    )
    wants = [one for one in past if one.wants]
    open_ = [one for one in wants if one.settled is None or one.settled > sight.as_of]
    rows = tuple(
        Row((
            Cell(sight.names.their(one.who) or "nobody named", second=sight.ago(one.date)),
            Cell(one.said or "not noted"),
            told(one.wants, "nothing noted"),
            _settled(sight, one.wants, None if one in open_ else one.settled, (sight.as_of - one.date).days),
        ))
        for one in past
    )  # fmt: skip
    asks = "how are we doing, and what should we stop?"
    if not have_work(sight.account):
        asks = "what would you want to see of us, and what have others shown you?"
    return Block(
        heading=f"What they say of us: {_feedback_said(len(past), len(wants), len(open_))}",
        source=sight.source("feedback") if past else None,
        table=Table("What they say of us", columns("Who", "Said", "Wanted", "Settled"), rows),
        empty="" if past else f"Ask one of them this month: {asks}",
    )


def _feedback_said(asked: int, wants: int, open_: int) -> str:
    if not asked:
        return "not asked yet"
    if not wants:
        return f"asked {times(asked)}, nothing wanted"
    return f"asked {times(asked)}, " + (f"{count(open_, 'wish', 'wishes')} open" if open_ else "every wish settled")


def times(often: int) -> str:
    """Say how often: once, twice, three times."""
    return {1: "once", 2: "twice"}.get(often, f"{number(often)} times")


def _settled(sight: Sight, wants: str | None, settled: datetime.date | None, age: int) -> Cell:
    if not wants:
        return NONE
    if settled is None:
        return Cell(f"open for {count(age, 'day')}", tone="ochre")
    return Cell(f"settled {sight.day(settled)}")


def horizon_block(sight: Sight) -> Block:
    """Build the section on what both sides want to have reached in the years to come."""
    horizon = sight.account.horizon
    if horizon is None or not (horizon.vision or horizon.until):
        ask = "Which two sentences about the years to come could both sides sign?"
        return Block(heading="Where both want to be: not written yet", empty=ask)
    aim = "Where both want to be" if _theirs_too(sight) else "Where we want both to be"
    until = f"by {sight.day(horizon.until)}" if horizon.until else "no day yet"
    passed = " (that day has passed)" if sight.late(horizon.until) else ""
    return Block(
        heading=f"{aim} {until}{passed}" if horizon.until else f"{aim}: no day yet",
        source=sight.source("horizon"),
        prose=horizon.vision or "",
        empty="" if horizon.vision else "Which two sentences about that day could both sides sign?",
    )


def _theirs_too(sight: Sight) -> bool:
    """Whether one of them who is still there went through the plan as it stands."""
    return any(
        as_it_stands(one, sight.playbook, sight.as_of) and not sight.names.left(one.who)
        for one in validations(sight.account, sight.as_of)
    )
