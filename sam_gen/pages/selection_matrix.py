"""The selection matrix: how attractive each account is, how strong it says we are, and how much it buys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from sam_gen.assess.concentration import concentration
from sam_gen.assess.portfolio import Portfolio
from sam_gen.assess.selection import Selected, selected
from sam_gen.draw.matrix import Axes, Disc, matrix
from sam_gen.draw.svg import el
from sam_gen.model.figure import Figure
from sam_gen.model.method import Height, SelectionModel
from sam_gen.model.project import Project
from sam_gen.pages.drawing import Drawing, entry
from sam_gen.pages.parts import Marked, address
from sam_gen.pages.tables import UNKNOWN, Cell, Row, Table, columns
from sam_gen.pages.words import amount, capital, count, listed, number, some

_ACROSS = "How strong we are, as they see it"
_UP = "How attractive they are"


def selection_matrix(project: Project, index: Portfolio) -> dict[str, object]:
    """Return heading, drawing, table and fields of the section; one pass over the index."""
    model = project.playbook.method.selection
    stood = [selected(seen.account, model) for seen in index.accounts]
    found = concentration((seen.account for seen in index.accounts), project.playbook, project.as_of)
    revenue = {one.account.id: one.amount for one in found.shares}
    currency = project.playbook.settings.currency
    money = {key: amount(value, currency) for key, value in revenue.items()}
    discs = [
        Disc(one.account.name, money.get(one.account.id, "revenue not known"), *_both(one), _size(revenue, one))
        for one in stood
        if _placed(one)
    ]
    heading = _heading(stood)
    axes = Axes(_ACROSS, _UP, 10, model.high_from, _names(model))
    svg, unnamed = matrix(discs, axes, ("Selection matrix", f"{heading}.", "selection-matrix"))
    return {
        "matrix_heading": heading,
        "matrix": Drawing(svg, "Selection matrix", _key(), note=_note(unnamed, found.year)) if discs else None,
        "left_out": _left_out(stood),
        "scores": _table(project, stood, money, found.year),
        "fields": tuple((one.name, one.gets or "not written yet: what does an account in it get?")
                        for one in model.fields),
    }  # fmt: skip


def _placed(one: Selected) -> bool:
    return one.attractiveness.value is not None and one.strength.value is not None


def _both(one: Selected) -> tuple[float, float]:
    return one.strength.value or 0.0, one.attractiveness.value or 0.0


def _size(revenue: Mapping[str, Decimal], one: Selected) -> float | None:
    value = revenue.get(one.account.id)
    return None if value is None else float(value)


def _names(model: SelectionModel) -> tuple[str, str, str, str]:
    def name(attractiveness: Height, strength: Height) -> str:
        spot = (attractiveness, strength)
        return next((one.name for one in model.fields if (one.attractiveness, one.strength) == spot), "")

    high, low = Height.HIGH, Height.LOW
    return name(high, low), name(high, high), name(low, low), name(low, high)


def _key() -> tuple[Marked, ...]:
    known = el("circle", cx=8, cy=8, r=6.5, class_="s-disc")
    hollow = el("circle", cx=8, cy=8, r=6.5, class_="s-disc s-disc--open")
    return entry(known, "area: our revenue with them"), entry(hollow, "revenue not known yet, any size")


def _note(unnamed: int, year: int) -> str:
    said = f"Revenue is that of {year}. Accounts on one spot stand side by side."
    if unnamed:
        verb = "name has" if unnamed == 1 else "names have"
        said += f" {capital(number(unnamed))} {verb} no room in the drawing: the table has each."
    return said


def _heading(stood: Sequence[Selected]) -> str:
    """Say into which fields the accounts fall, the most first; what has no score is said too."""
    if not stood:
        return "No account to place"
    fields = [str(one.field.name) for one in stood if one.field]
    placed = sum(_placed(one) for one in stood)
    if not placed:
        return "No account is scored on both sides yet" if len(stood) > 1 else "The account is not scored yet"
    ranked = sorted(dict.fromkeys(fields), key=lambda name: -fields.count(name))
    parts = [f"{number(fields.count(name))} in “{name}”" for name in ranked]
    missing = len(stood) - placed
    parts += [f"{number(missing)} not scored yet"] if missing else []
    return capital(listed(parts)) if parts else f"{capital(count(placed, 'account'))} scored on both sides"


def _left_out(stood: Sequence[Selected]) -> str:
    names = [one.account.name for one in stood if not _placed(one)]
    shown = some(names, 5, most=6)
    verb = "is" if len(names) == 1 else "are"
    return f"Not in the drawing, for a side is not scored yet: {shown} {verb} to be scored." if names else ""


def _table(project: Project, stood: Sequence[Selected], money: dict[str, str], year: int) -> Table:
    rows = tuple(
        Row((
            Cell(one.account.name, address(project, one.account)),
            Cell(str(one.field.name)) if one.field else Cell("none yet", tone="grey"),
            *(_score(figure) for figure in (one.attractiveness, one.strength)),
            Cell(money[one.account.id]) if one.account.id in money else UNKNOWN,
        ))
        for one in stood
    )  # fmt: skip
    heads = columns("Account", "Field", "How attractive they are", "How strong they say we are", f">Revenue {year}")
    return Table("Scores", heads, rows)


def _score(figure: Figure) -> Cell:
    if figure.value is None:
        return Cell("not scored yet", tone="grey")
    known = "every criterion scored" if figure.known >= 1 else f"{figure.known:.0%} of the weight scored"
    return Cell(f"{figure.value:.1f} of 10", second=known)
