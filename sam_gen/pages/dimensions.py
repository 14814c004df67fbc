"""The dimensions of a position, row by row: the stage of each, what it rests on, and what would move it."""

from __future__ import annotations

from collections.abc import Sequence

from sam_gen.assess.diagnosis import Diagnosed, Stand, first_stage
from sam_gen.assess.next_signs import NextSign, before_first_order, held
from sam_gen.draw import continuum, marks
from sam_gen.draw.svg import Svg
from sam_gen.model.claims import Basis
from sam_gen.model.method import JudgedBy, Stage
from sam_gen.model.playbook import Playbook
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.next_steps import next_words
from sam_gen.pages.parts import BASES
from sam_gen.pages.sign_rows import Grounds, Newest, newest
from sam_gen.pages.tables import NONE, Cell, Row, Table, columns, to_ask
from sam_gen.pages.words import count, listed, number


def dimensions_section(sight: Sight, found: Diagnosed, steps: Sequence[NextSign]) -> dict[str, object]:
    """Build the section on the dimensions, with how today follows from them."""
    source = sight.source_in("position", "evidence")
    return {
        "dimensions": Block(_heading(found), source, table=_table(sight, found, steps)),
        "rule": _rule(found, sight.playbook) + _counted_lowest(found, sight.playbook),
    }


def _heading(found: Diagnosed) -> str:
    """Say where the dimensions stand in the middle, and which of two holds the others down."""
    if not found.stands:
        return "Dimensions: the playbook names none"
    if len(found.unknown) == len(found.stands):
        return "Dimensions: no evidence on file yet"
    blank = f", {count(len(found.unknown), 'dimension')} not known yet" if found.unknown else ""
    if found.capped and found.today and found.middle:
        by = _small(found.weaker_gate) if found.weaker_gate else "the weaker of two"
        return f"The middle of the dimensions is {found.middle.name}, held at {found.today.name} by {by}{blank}"
    middle = f"The middle of the dimensions is {found.middle.name}" if found.middle else "Dimensions"
    return f"{middle}{blank}"


def _rule(found: Diagnosed, playbook: Playbook) -> str:
    numbers = playbook.method.continuum.diagnosis
    if numbers is None:
        return "models/continuum.yml has no diagnosis: so nothing is worked out."
    above, gates = count(numbers.above_gates, "stage"), [stand.dimension.name for stand in found.gates]
    whom = f"the weaker of {listed(gates)}" if len(gates) > 1 else "".join(gates)
    limit = f", at most {above} above {whom}" if gates else ""
    signs = f"{number(numbers.seen_needed)} different signs were" if numbers.seen_needed > 1 else "one sign was"
    return f"Today is the lower middle of them{limit}. A stage counts when {signs} seen, or one is client confirmed."


def _counted_lowest(found: Diagnosed, playbook: Playbook) -> str:
    """Say what stage the unknown dimensions are taken for, where the middle would be another without them."""
    at = playbook.method.continuum.stages
    known = sorted(at.index(stand.stage) for stand in found.stands if stand.stage)
    low = first_stage(playbook)
    if not found.unknown or not known or low is None or at[known[(len(known) - 1) // 2]] is found.middle:
        return ""
    what = "The dimension not known yet counts" if len(found.unknown) == 1 else "Dimensions not known yet count"
    return f" {what} as {low.name}, and that decides the middle."


def _small(stand: Stand) -> str:
    name = stand.dimension.name
    return name[:1].lower() + name[1:]


def _table(sight: Sight, found: Diagnosed, steps: Sequence[NextSign]) -> Table | None:
    """Return the dimensions: the scale, the stage, what it rests on, how old that is, what would move it."""
    if not found.stands:
        return None
    heads = columns("Dimension", "Scale", "Stage", "Rests on", "Newest sign", "To obtain next")
    by_dimension = {step.dimension.id: step for step in steps}
    seen = newest(found, Grounds(sight.account, sight.playbook, sight.as_of))
    rows = tuple(
        _row(sight, stand, found, by_dimension.get(stand.dimension.id), seen.get(stand.dimension.id))
        for stand in found.stands
    )
    return Table("Ten dimensions" if len(rows) == 10 else "Dimensions", heads, rows)


def _row(sight: Sight, stand: Stand, found: Diagnosed, step: NextSign | None, last: Newest | None) -> Row:
    head = Cell(stand.dimension.name, second=_gate(stand, found))
    stage = Cell(stand.stage.name) if stand.stage else to_ask(stand.ask)
    scale = Cell("", mark=_band(stand, found, sight.playbook))
    return Row((head, scale, stage, _rests_on(stand), _age(sight, last), _next(sight, step, found)))


def _gate(stand: Stand, found: Diagnosed) -> str:
    """Say of a counted dimension what it does: it holds the others down only where today lies below their middle."""
    if not stand.gate:
        return ""
    weaker = found.weaker_gate
    holds = found.capped and weaker is not None and stand.stage is weaker.stage
    return "holds the others down" if holds else "counted twice: sets the limit"


def _band(stand: Stand, found: Diagnosed, playbook: Playbook) -> Svg:
    at = {stage.id: i for i, stage in enumerate(playbook.method.continuum.stages)}

    def place(stage: Stage | None) -> int | None:
        return at[stage.id] if stage else None

    return continuum.band(len(at), place(stand.stage), place(found.said.desired_stage), place(found.said.achievable))


def _rests_on(stand: Stand) -> Cell:
    if stand.dimension.judged_by is JudgedBy.CONTACTS:
        return Cell(count(len(stand.because), "talk")) if stand.because else NONE
    if stand.dimension.judged_by is JudgedBy.SEES_US_AS:
        return Cell(count(len(stand.because), "key player")) if stand.because else NONE
    counted = [(stand.signs.counted(value), value) for value in BASES]
    shown = ", ".join(f"{size} {_WORD[value]}" for size, value in counted if size)
    missed = f"{stand.signs.missed} looked for, not found" if stand.signs.missed else ""
    return Cell("; ".join(part for part in (shown, missed) if part)) if shown or missed else NONE


_WORD = {Basis.CLIENT_CONFIRMED: "confirmed", Basis.OBSERVED: "observed", Basis.ASSUMED: "assumed"}


def _age(sight: Sight, last: Newest | None) -> Cell:
    if last is None:
        return NONE
    old = not last.live
    note = f"{(sight.as_of - last.day).days} d{', too old to count' if old else ''}"
    mark = marks.mark(marks.age(last.left), width=26, height=8)
    return Cell(sight.day(last.day), second=note, tone="ochre" if old else "", mark=mark)


def _next(sight: Sight, step: NextSign | None, found: Diagnosed) -> Cell:
    if step:
        return Cell(next_words(step, sight.names, sight.words))
    if before_first_order(sight.account, sight.playbook, found, sight.as_of):
        return Cell("after their first order", tone="grey")
    return Cell("as high as we want it" if held(sight.playbook, found) else "as high as today needs", tone="grey")
