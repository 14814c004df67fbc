"""How a position is worked out, for `/method/continuum/`: every sign, and the steps with this playbook's numbers."""

from __future__ import annotations

from sam_gen.model.conditions import SAID
from sam_gen.model.limits import ClaimKind
from sam_gen.model.method import Continuum, Dimension, Indicator, JudgedBy, Level
from sam_gen.model.playbook import Method
from sam_gen.model.scalars import key_of
from sam_gen.pages.tables import Cell, Row, Table, columns, written
from sam_gen.pages.words import capital, count, listed, number


def signs_heading(model: Continuum) -> str:
    """Say how many signs there are."""
    return f"Signs: {number(len(model.indicators))} by dimension and stage" if model.indicators else "Signs: none yet"


def indicators(model: Continuum) -> Table:
    """List every sign with its stage, its id and the question that finds it."""
    order = {stage.id: at for at, stage in enumerate(model.stages)}
    names = {stage.id: stage.name for stage in model.stages}

    def height(one: Indicator) -> int:
        return order[key_of(one.stage)]

    rows = tuple(
        Row(
            (
                Cell(dimension.name),
                Cell(names[key_of(one.stage)]),
                Cell(one.says, second=_needs(one)),
                *written(one.ask),
            ),
            f"indicator-{one.id}",
        )
        for dimension in model.dimensions
        for one in sorted((one for one in model.indicators if key_of(one.dimension) == dimension.id), key=height)
    )
    return Table("Signs by dimension and stage", columns("Dimension", "Stage", "Sign", "Ask"), rows)


def _needs(one: Indicator) -> str:
    """Say the id of a sign, and what it presupposes."""
    after = f", after {listed([key_of(other) for other in one.after])}" if one.after else ""
    needs = f", if {listed([SAID[name] for name in one.only_if])}" if one.only_if else ""
    return f"{one.id}{after}{needs}"


def steps(method: Method) -> tuple[str, ...]:
    """Say step by step how today is worked out, with the numbers of this playbook."""
    model, numbers = method.continuum, method.continuum.diagnosis
    if numbers is None or not model.stages:
        return ()
    names = {stage.id: stage.name for stage in model.stages}
    low = model.stages[min(1, len(model.stages) - 1)].name
    gates = [one.name for one in model.dimensions if one.judged_by is not JudgedBy.SIGNS]
    evidence = method.evidence
    said = [
        *(_counted(one, names) for one in model.dimensions if one.judged_by is JudgedBy.CONTACTS),
        *(_heard(one, names) for one in model.dimensions if one.judged_by is JudgedBy.SEES_US_AS),
        f"Every other dimension stands at the highest stage that {count(numbers.seen_needed, 'sign')} we saw carry, or "
        "one that the client confirmed. A sign carries its own stage and those below it. A sign of a lower stage that "
        "was looked for and not found, seen or confirmed, stops it there.",
        "Of several answers to one sign the newest speaks. It counts less every day, over "
        f"{count(evidence.lasts(ClaimKind.STRATEGY), 'day')}; below {evidence.floor}% it is not known any more. "
        "What we assume is shown and carries nothing.",
        f"A dimension with live signs but no stage stands at {low}. Without a live sign it is not known.",
        f"Today is the lower middle of {count(len(model.dimensions), 'dimension')}; one that is not known enters as "
        f"{low}. It is not known while more than {number(numbers.unknown_most)} are unknown"
        + (f", or while {listed(gates)} {'is not' if len(gates) == 1 else 'are not both'} known." if gates else "."),
    ]
    if gates:
        said.append(
            f"It stands at most {count(numbers.above_gates, 'stage')} above the weaker of {listed(gates)}."
            if len(gates) > 1
            else f"It stands at most {count(numbers.above_gates, 'stage')} above {gates[0]}."
        )
    said += [
        f"A client who has never bought from us stands at {model.stages[0].name}, whatever the signs.",
        "Achievable is the lowest ceiling that the file names. The gap is our own view less today, in stages.",
        f"From {count(numbers.signals_from, 'open sign')} of moving apart the page says so.",
        "How early we are let in: the worth of each opportunity times the link of their decision chain at which we "
        "heard of it, 0 for use to 6 for their company's strategy, over the worth of all. It takes those that are "
        f"open, and those that ended in the last {count(numbers.upstream_months, 'month')}.",
    ]
    return tuple(said)


def _counted(one: Dimension, names: dict[str, str]) -> str:
    """Say what each stage asks of the talks."""
    asked = [f"{names[key_of(level.stage)]} from {_asks(level)}" for level in one.levels if _asks(level)]
    return f"{one.name} is counted from talks that are no older than the tier allows: {'; '.join(asked)}."


def _asks(level: Level) -> str:
    wants = (
        (level.pairs, "pair"),
        (level.functions, "function"),
        (level.levels, "level"),
    )
    parts = [count(size, word) for size, word in wants if size]
    parts += [f"{number(level.without_lead)} without the account lead"] if level.without_lead else []
    return listed(parts)


def _heard(one: Dimension, names: dict[str, str]) -> str:
    """Say which word of a key player stands for which stage."""
    words = [
        f"{' or '.join(answer.value for answer in level.answers)} is {names[key_of(level.stage)]}"
        for level in one.levels
        if level.answers
    ]
    return capital(f"{one.name} is the lower middle of the words of key players that still count: {', '.join(words)}.")
