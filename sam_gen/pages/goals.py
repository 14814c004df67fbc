"""Goals on three levels: what the account is to reach, what our own house must change, what one of us learns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sam_gen.advise.brief import theirs
from sam_gen.advise.focus import Focus
from sam_gen.advise.trains import LEVELS, OWNS, newest_scores, trained
from sam_gen.advise.twice import open_lines
from sam_gen.assess.agenda import Item, ItemKind
from sam_gen.assess.diagnosis import diagnose
from sam_gen.assess.position import said
from sam_gen.model.business import Party, ResourceStatus
from sam_gen.model.coaching import PersonCoaching
from sam_gen.model.coaching_method import behaviour
from sam_gen.model.edition import Edition
from sam_gen.model.plan import Objective
from sam_gen.model.position import CeilingSide
from sam_gen.model.scalars import key_of
from sam_gen.pages.blocks import Block, Entry, Sight
from sam_gen.pages.ceilings import SIDE
from sam_gen.pages.objectives import next_first
from sam_gen.pages.words import count, number

_MOST = 4
"""More goals than that are a list of wishes."""


@dataclass(frozen=True)
class Goals:
    """What is to be reached on each level."""

    heading: str
    account: Block
    house: Block
    person: Block


def goals(sight: Sight, chosen: Focus) -> Goals:
    """Build the three lists; the one of the person says less in an edition for the team."""
    account, house, person = _account(sight), _house(sight), _person(sight, chosen)
    empty = [name for name, one in (("account", account), ("our house", house)) if not one.entries]
    hole = f": none yet for {' and '.join(empty)}" if empty else ""
    return Goals(f"Goals on three levels{hole}", account, house, person)


def _account(sight: Sight) -> Block:
    """Gather the open objectives and the stage we want, each with its day."""
    still = next_first(sight)
    rows = [*(_objective(sight, one) for one in still[: _MOST - 1]), *_stage(sight)]
    client = sight.account.name
    return Block(
        heading="The account",
        source=sight.source("objectives") if still else None,
        more=f"{number(len(still) - _MOST + 1)} more in the plan" if len(still) >= _MOST else "",
        entries=tuple(rows),
        empty="" if rows else f"What should {client} have by this time next year that we can both show?",
    )


def _stage(sight: Sight) -> Iterator[Entry]:
    position, found = sight.account.position, diagnose(sight.account, sight.playbook, sight.as_of)
    want = found.said.desired_stage
    if position is None or want is None:
        return
    by = f"by {sight.day(position.desired_by)}" if position.desired_by else "on a day nobody has named yet"
    there = "where we are, and want to stay" if found.today == want else "what we want, not where we are"
    yield Entry("stage", f"{sight.account.name} stands at {want.name} {by}", there)


def _objective(sight: Sight, one: Objective) -> Entry:
    who = sight.owner(one.owner)
    gets = f"they get: {one.client_gets}" if one.client_gets else "not known yet what they get"
    when = sight.day(one.due) if one.due else "no day yet"
    tone = "red" if sight.late(one.due) else "ink" if one.due else "ochre"
    return Entry(when, one.name, f"{who} · {gets}", tone)


def _house(sight: Sight) -> Block:
    """Gather what our own house has to change: what is missing, what holds us back, whose steps are late."""
    rows = [*_missing(sight), *_ceilings(sight), *_steps(sight)]
    lead = sight.names.full(sight.account.lead) or "the account lead"
    field = "resources" if sight.account.resources else "position" if sight.account.position else "actions"
    return Block(
        heading="Our house",
        source=sight.source(field) if rows else None,
        more=f"{number(len(rows) - _MOST)} more in the plan" if len(rows) > _MOST else "",
        entries=tuple(rows[:_MOST]),
        empty=""
        if rows
        else f"What would have to change in our house so that {lead} gets further with {sight.account.name}?",
    )


def _missing(sight: Sight) -> Iterator[Entry]:
    """Say what the plan needs of us and has not got."""
    for one in sight.account.resources:
        if one.party is not Party.CLIENT and one.status in (ResourceStatus.MISSING, ResourceStatus.AGREED, None):
            due = sight.day(one.due) if one.due else "no day yet"
            who = sight.names.full(one.who) or "nobody of ours named"
            word = "agreed, not there" if one.status is ResourceStatus.AGREED else "missing"
            second = f"{word} · {who}{f' · {one.so_what}' if one.so_what else ''}"
            late = sight.late(one.due)
            yield Entry(due, one.what, second, "red" if late else "ink" if one.due else "ochre")


def _ceilings(sight: Sight) -> Iterator[Entry]:
    """Say which limits are ours to lift, the lowest first; above another limit one holds nothing yet."""
    spoken = said(sight.account, sight.playbook, sight.as_of)
    for stage, one in spoken.ceilings:
        if one.side in (CeilingSide.US, CeilingSide.RESOURCES):
            binds = stage == spoken.achievable
            holds = f"holds us at {stage.name}" if binds else f"would hold us next, at {stage.name}"
            yield Entry("no day yet", one.why, f"{holds}; {SIDE[one.side]}", "ochre")


def _steps(sight: Sight) -> Iterator[Entry]:
    """Say which steps hang on somebody of ours who does not lead the account."""
    leads = {key_of(sight.account.lead), key_of(sight.account.backup)}
    ours = set(sight.ours)
    for line in open_lines(sight.account, sight.playbook, sight.as_of):
        item = line.items[0]
        inside = item.kind in (ItemKind.ACTION, ItemKind.DECISION) and item.owner and not theirs(item, ours)
        if inside and key_of(item.owner) not in leads:
            yield _step(sight, item)


def _step(sight: Sight, item: Item) -> Entry:
    when = sight.day(item.due) if item.due else "no day yet"
    second = f"{sight.names.full(item.owner)}{f', {-(item.days or 0)} d late' if item.overdue else ''}"
    return Entry(when, item.what, second, "red" if item.overdue else "ink" if item.due else "ochre")


# One of us ---------------------------------------------------------------------------


def _person(sight: Sight, chosen: Focus) -> Block:
    """Say what the lead learns: in the coach edition their own aims and level, else the competency alone."""
    name = sight.names.full(sight.account.lead) or "Whoever leads"
    file, coach = _file(sight), sight.project.edition is Edition.COACH
    competency = trained(sight.playbook, chosen.kind).competency
    rows = list(_aims(sight, file)) if coach else []
    score = newest_scores(file, sight.as_of).get(competency.id) if coach and competency else None
    if competency:
        level = min((score.level or 0) + 1, LEVELS) if score else OWNS
        bare = f"what level {level} of {LEVELS}, owns it, looks like; nobody is judged here"
        shown = f"level {level} of {LEVELS}; judged at {score.level}" if score else bare
        rows.append(Entry(competency.name, behaviour(competency, level), f"the focus trains it · {shown}"))
    return Block(
        heading=f"{name}: {count(len(rows), 'aim')}" if coach and rows else name,
        entries=tuple(rows),
        empty="" if rows else f"What does {name} want to be able to do by next quarter that is hard today?",
    )


def _file(sight: Sight) -> PersonCoaching | None:
    coaching = sight.project.coaching
    return coaching.people.get(key_of(sight.account.lead)) if coaching else None


def _aims(sight: Sight, file: PersonCoaching | None) -> Iterator[Entry]:
    for aim in file.aims if file else ():
        if aim.what and not (aim.done and aim.done <= sight.as_of):
            late = sight.late(aim.due)
            when = sight.day(aim.due) if aim.due else "no day yet"
            yield Entry(when, aim.what, "an aim of their own", "red" if late else "ink" if aim.due else "ochre")
