"""What would go if one person left tomorrow, on their side or on ours.

Everything that hangs on somebody is noted under their name in one run over the account. A unit, a function or somebody
of theirs is lost when one person alone still reaches it: what two hold is not lost. Nothing is guessed from titles.
"""

from __future__ import annotations

import datetime
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sam_gen.assess.agenda import ItemKind, open_items
from sam_gen.assess.consensus import for_it, voices_of
from sam_gen.assess.coverage import Pair, live_pairs, unit_names
from sam_gen.assess.map_status import decides
from sam_gen.assess.people import Standing, standings
from sam_gen.assess.plan import open_opportunities
from sam_gen.model.account import Account
from sam_gen.model.figure import Figure, Reason
from sam_gen.model.limits import Losses, LossKind, PeopleModel
from sam_gen.model.people import PersonStatus
from sam_gen.model.place import Place
from sam_gen.model.plan import Stand
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of


@dataclass(frozen=True)
class Loss:
    """One thing that would be lost."""

    kind: LossKind
    what: str
    """A name of the file; for a function its id; for the lead and the backing, who or what is gone in words."""
    place: Place
    worth: Decimal | None = None
    """What it is worth to us a year, where the file says so."""
    spoke: bool = False
    """Whether they have spoken for the initiative that is lost with them."""


@dataclass(frozen=True)
class Removal:
    """One person and what would go with them."""

    key: str
    """Bare id."""
    ours: bool
    losses: tuple[Loss, ...]
    """The heaviest kind first."""
    points: int
    """What the losses count together, by the weights of models/people.yml."""
    alone: bool
    """Whether they are a single point of failure."""

    @property
    def worth(self) -> Decimal:
        """The sum of what is known to be worth something."""
        return sum((loss.worth for loss in self.losses if loss.worth), Decimal(0))

    def of(self, *kinds: LossKind) -> tuple[Loss, ...]:
        """Return the losses of some kinds."""
        return tuple(loss for loss in self.losses if loss.kind in kinds)


_Noted = tuple[str, bool, Loss]
"""Whose leaving, whether they are one of ours, and what would go."""


_Twins = Mapping[Place, Place]
"""The one place of each thing that is written twice, as advise/twice finds it."""


def removals(
    account: Account, playbook: Playbook, as_of: datetime.date, twins: _Twins | None = None
) -> tuple[Removal, ...]:
    """Return everybody whose leaving would cost something: the most points first, then the most worth, then by id.

    With `twins` a step that is written twice counts once for each who has it.
    """
    model = playbook.method.people
    here = {
        who.person.key: who for who in standings(account, playbook, as_of) if who.person.status is PersonStatus.ACTIVE
    }
    team = {colleague.id for colleague in playbook.team}
    pairs = live_pairs(account, playbook, as_of).pairs
    noted = (
        *_backing(list(here.values()), model),
        *_records(account, here, as_of),
        *_steps(account, team, as_of, twins or {}),
        *_reach(account, here, [pair for pair in pairs if pair.theirs in here]),
    )
    found: dict[tuple[bool, str], list[Loss]] = {}
    for key, ours, loss in noted:
        if key in (team if ours else here):
            found.setdefault((ours, key), []).append(loss)
    rows = [_removal(key, ours, losses, model.losses) for (ours, key), losses in found.items()]
    return tuple(sorted(rows, key=lambda one: (-one.points, -one.worth, one.ours, one.key)))


def _removal(key: str, ours: bool, losses: Sequence[Loss], weights: Losses) -> Removal:
    order = list(LossKind)
    ranked = sorted(losses, key=lambda loss: (order.index(loss.kind), -(loss.worth or 0), loss.place))
    points = sum(weights.points(loss.kind) for loss in losses)
    return Removal(key, ours, tuple(ranked), points, any(loss.kind in weights.alone for loss in losses))


def _backing(here: Sequence[Standing], model: PeopleModel) -> Iterator[_Noted]:
    """Note who alone carries us among the key players, or alone among those who decide."""
    friends = [who for who in here if who.key_player and who.for_us]
    deciders = [who for who in friends if decides(who, model)]
    for some, what in ((friends, "the only key player for us"), (deciders, "the only one for us who decides")):
        if len(some) == 1:
            (who,) = some
            yield who.person.key, False, Loss(LossKind.BACKING, what, who.person.place)
            return


def _records(account: Account, here: Container[str], as_of: datetime.date) -> Iterator[_Noted]:
    """Note the lead, the halves of executive pairs, initiatives and open opportunities."""
    if account.lead and not account.backup:
        yield key_of(account.lead), True, Loss(LossKind.LEAD, "nobody stands in", account.place_of("lead"))
    for pair in account.sponsors:
        yield key_of(pair.ours), True, Loss(LossKind.SPONSOR, key_of(pair.theirs), pair.place)
        yield key_of(pair.theirs), False, Loss(LossKind.SPONSOR, key_of(pair.ours), pair.place)
    for initiative in account.initiatives:
        voices = voices_of(initiative, account, here, as_of)
        friends = [key for key, voice in voices.items() if voice.stand is Stand.FOR]
        for key in dict.fromkeys([key_of(initiative.owner), *(friends if len(friends) == 1 else ())]):
            spoke = key in for_it(initiative, account, here, as_of)
            yield key, False, Loss(LossKind.INITIATIVE, initiative.name, initiative.place, spoke=spoke)
    for one in open_opportunities(account, as_of):
        loss = Loss(LossKind.OPPORTUNITY, one.name, one.place, one.worth)
        yield key_of(one.owner), True, loss
        yield key_of(one.sponsor), False, loss


def _steps(account: Account, team: Container[str], as_of: datetime.date, twins: _Twins) -> Iterator[_Noted]:
    """Note open objectives and steps by owner; a bare id is looked for among us first, as everywhere."""
    noted = set()
    for item in open_items(account, as_of):
        side, _, key = (item.owner or "").rpartition("/")
        ours, place = side != "people" and key in team, item.record.place
        one = (key, ours, twins.get(place, place))
        if one not in noted:
            kind = LossKind.OBJECTIVE if item.kind is ItemKind.OBJECTIVE else LossKind.STEP
            yield key, ours, Loss(kind, item.what, place)
        noted.add(one)


def _reach(account: Account, here: dict[str, Standing], pairs: Sequence[Pair]) -> Iterator[_Noted]:
    """Note what is reached over one person alone: somebody of theirs, a unit, a function, or everything."""
    units = unit_names(account)
    people, places, functions = _Reached(), _Reached(), _Reached()
    for pair in pairs:
        person = here[pair.theirs].person
        people.add(person.key, pair)
        if person.unit:
            places.add(units.get(person.unit.casefold(), person.unit), pair)
        if person.function:
            functions.add(key_of(person.function), pair)
    for key, ours in people.alone(ours=True):
        who = here[key]
        kind = LossKind.KEY_TIE if who.key_player else LossKind.TIE
        yield ours, True, Loss(kind, who.person.name, who.person.place)
    for kind, reached in ((LossKind.UNIT, places), (LossKind.FUNCTION, functions)):
        for name, theirs in reached.alone(ours=False):
            yield theirs, False, Loss(kind, name, here[theirs].person.place)
        for name, ours in reached.alone(ours=True):
            yield ours, True, Loss(kind, name, here[reached.first(name)].person.place)
    if len({pair.theirs for pair in pairs}) == 1:
        person = here[pairs[0].theirs].person
        yield person.key, False, Loss(LossKind.ONLY_VOICE, "nobody else talks with us", person.place)


class _Reached:
    """What is reached, and over whom on either side."""

    def __init__(self) -> None:
        self._over: dict[str, tuple[set[str], set[str]]] = {}

    def add(self, what: str, pair: Pair) -> None:
        """Note that a pair reaches something."""
        theirs, ours = self._over.setdefault(what, (set(), set()))
        theirs.add(pair.theirs)
        ours.add(pair.ours)

    def first(self, what: str) -> str:
        """Return one of theirs who reaches it, the same one each time."""
        return min(self._over[what][0])

    def alone(self, *, ours: bool) -> Iterator[tuple[str, str]]:
        """Return what hangs on one person of a side, and on whom."""
        for what, sides in self._over.items():
            if len(sides[ours]) == 1:
                (one,) = sides[ours]
                yield what, one


def single_points(account: Account, playbook: Playbook, as_of: datetime.date) -> Figure:
    """Count the people on either side on whom something hangs alone that the model names."""
    rows = removals(account, playbook, as_of)
    names = {person.key: person.name for person in account.people}
    ours = {colleague.id: colleague.name for colleague in playbook.team}
    kinds = playbook.method.people.losses.alone
    functions = {function.id: function.name for function in playbook.method.people.functions}
    reasons = tuple(
        Reason(f"{(ours if one.ours else names)[one.key]}: {_said(loss, functions)}", loss.place)
        for one in rows
        if one.alone
        for loss in one.of(*kinds)
    )
    known = bool(account.people)
    return Figure(
        value=float(sum(one.alone for one in rows)) if known else None,
        unit="people on either side",
        because=reasons,
        method="people",
        ask=None if known else "Whom do we talk to there, and who of us does it?",
    )


def _said(loss: Loss, functions: Mapping[str, str]) -> str:
    """Say one loss of somebody on whom it hangs alone."""
    what = functions.get(loss.what, loss.what) if loss.kind is LossKind.FUNCTION else loss.what
    before = {
        LossKind.LEAD: "leads the account, and",
        LossKind.KEY_TIE: "alone talks with",
        LossKind.TIE: "alone talks with",
        LossKind.FUNCTION: "the only way into",
        LossKind.UNIT: "the only way into",
    }.get(loss.kind, "" if loss.kind in (LossKind.BACKING, LossKind.ONLY_VOICE) else loss.kind.value)
    return f"{before} {what}".strip()
