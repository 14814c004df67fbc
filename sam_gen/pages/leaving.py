"""If somebody left tomorrow: who on either side would be missed most, and what would go with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.advise.twice import twins
from sam_gen.assess.removal import Removal, removals
from sam_gen.draw.losses import Leaver, losses
from sam_gen.draw.svg import Svg
from sam_gen.model.limits import LossKind
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.tables import NONE, Cell, Row, Table, columns
from sam_gen.pages.words import amount, capital, count, listed, some

_ROWS, _MOST = 8, 16
"""Those with most to lose, and every single point of failure beside them: so many at most."""
_KINDS: tuple[tuple[str, tuple[LossKind, ...]], ...] = (
    ("Ties", (LossKind.KEY_TIE, LossKind.TIE)),
    ("Ways in", (LossKind.FUNCTION, LossKind.UNIT)),
    ("Carried alone", (LossKind.LEAD, LossKind.BACKING, LossKind.ONLY_VOICE)),
    ("Initiatives", (LossKind.INITIATIVE,)),
    ("Executive pairs", (LossKind.SPONSOR,)),
    ("Opportunities", (LossKind.OPPORTUNITY,)),
    ("Objectives", (LossKind.OBJECTIVE,)),
    ("Open steps", (LossKind.STEP,)),
)
"""Every kind of loss stands in one bar."""


def leaving_block(sight: Sight) -> Block:
    """Rank both sides by what would go."""
    twice = twins(sight.account, sight.playbook, sight.as_of)
    rows = removals(sight.account, sight.playbook, sight.as_of, twice)
    said = _Losses(sight)
    alone = sum(one.alone for one in rows)
    heads = columns("Who", "What would go", ">Open opportunities", ">Open steps", ">Counts")
    shown = (*rows[:_ROWS], *(one for one in rows[_ROWS:] if one.alone))[:_MOST]
    left = [one for one in rows if one not in shown]
    return Block(
        heading=_heading(len(rows), alone),
        source=sight.source("people"),
        more=_left_out(left),
        lead=said.sentence(rows[0]) if rows else "",
        drawing=said.drawing(shown) if rows else None,
        table=Table("What would go with whom", heads, tuple(said.row(one) for one in shown)),
        empty="" if rows else "Nothing in the file hangs on a person yet: who talks with whom, and who owns what?",
    )


def _left_out(rows: Sequence[Removal]) -> str:
    """Say how many are not shown, and where nothing hangs on one of them alone."""
    if not rows or any(one.alone for one in rows):
        return count(len(rows), "other") if rows else ""
    return f"{count(len(rows), 'other is', 'others are')} no single point of failure"


def _heading(rows: int, alone: int) -> str:
    if not rows:
        return "If somebody left tomorrow: not known yet what would go"
    if not alone:
        return "If somebody left tomorrow: nobody is a single point of failure"
    return f"If somebody left tomorrow: {count(alone, 'single point')} of failure"


@dataclass(frozen=True)
class _Losses:
    """Losses in words."""

    sight: Sight

    def drawing(self, rows: Sequence[Removal]) -> Svg:
        """Draw the losses of some people, by kind."""
        return losses(tuple(name for name, _ in _KINDS), tuple(self._leaver(one) for one in rows))

    def _leaver(self, one: Removal) -> Leaver:
        side = "ours" if one.ours else self.sight.names.title(one.key) or "theirs"
        counts = tuple(len(one.of(*kinds)) for _, kinds in _KINDS)
        chances = bool(one.of(LossKind.OPPORTUNITY))
        worth = amount(one.worth, self.sight.currency) if one.worth else "not known" if chances else "–"
        return Leaver(self._name(one), side, one.alone, counts, worth)

    def row(self, one: Removal) -> Row:
        """Lay out one person and what would go."""
        side = ("ours" if one.ours else self.sight.names.title(one.key)) or "theirs"
        chances, aims, steps = self._owned(one)
        worth = amount(one.worth, self.sight.currency) if one.worth else "worth not known"
        beside = count(aims, "objective") if aims else ""
        who = Cell(self._name(one), second=f"{side} · single point of failure" if one.alone else side)
        clauses = [clause for clause in self._clauses(one) if clause]
        return Row(
            (
                who,
                Cell(capital("; ".join(clauses))) if clauses else NONE,
                Cell(str(chances), second=worth) if chances else NONE,
                Cell(str(steps) if steps else "–", second=beside) if steps or aims else NONE,
                Cell(str(one.points)),
            )
        )

    def sentence(self, one: Removal) -> str:
        """Say the first row in one or two sentences."""
        clauses = [clause for clause in self._clauses(one) if clause]
        chances, aims, steps = self._owned(one)
        worth = f" worth {amount(one.worth, self.sight.currency)} a year" if one.worth else ""
        orphans = [
            count(chances, "open opportunity", "open opportunities") + worth if chances else "",
            count(steps, "open step") if steps else "",
            count(aims, "objective") if aims else "",
        ]
        role = "owner" if one.ours else "sponsor or owner"
        left = listed([part for part in orphans if part])
        verb = "loses its" if chances + aims + steps == 1 else "lose their"
        name = f"{self._name(one)}{' of ours' if one.ours else ''}"
        first = f"Most would go with {name}{': ' + '; '.join(clauses) if clauses else ''}."
        return f"{first} {capital(left)} {verb} {role}." if left else first

    @staticmethod
    def _owned(one: Removal) -> tuple[int, int, int]:
        """Count the opportunities, objectives and steps in somebody's name."""
        return len(one.of(LossKind.OPPORTUNITY)), len(one.of(LossKind.OBJECTIVE)), len(one.of(LossKind.STEP))

    def _clauses(self, one: Removal) -> tuple[str, ...]:
        """Put every loss but what is in somebody's name into words."""
        ties = [loss.what for loss in one.of(LossKind.KEY_TIE, LossKind.TIE)]
        reach = [*self._functions(one), *(loss.what for loss in one.of(LossKind.UNIT))]
        speaks, answers = (
            [f"“{loss.what}”" for loss in one.of(LossKind.INITIATIVE) if loss.spoke is spoke] for spoke in (True, False)
        )
        sponsors = [self._other_half(loss.what, one.ours) for loss in one.of(LossKind.SPONSOR)]
        return (
            *("the account has a lead and nobody stands in" for _ in one.of(LossKind.LEAD)),
            *(loss.what for loss in one.of(LossKind.BACKING, LossKind.ONLY_VOICE)),
            f"nobody else of ours talks with {_few(ties)}" if ties else "",
            f"the only way into {_few(reach)}" if reach else "",
            f"speaks for {_few(speaks)}" if speaks else "",
            f"answers for {_few(answers)}" if answers else "",
            f"the executive pair with {_few(sponsors)}" if sponsors else "",
        )

    def _functions(self, one: Removal) -> list[str]:
        names = {function.id: function.name for function in self.sight.playbook.method.people.functions}
        return [names.get(loss.what, loss.what) for loss in one.of(LossKind.FUNCTION)]

    def _name(self, one: Removal) -> str:
        names = self.sight.names
        return names.full(f"team/{one.key}") if one.ours else names.their(one.key)

    def _other_half(self, key: str, ours: bool) -> str:
        return self.sight.names.their(key) if ours else self.sight.names.full(f"team/{key}")


def _few(names: Sequence[str]) -> str:
    return some(names, 3, most=4)
