"""The parts of `/method/…` that show limits: who counts, how claims age, how far rules look, the risk grid."""

from __future__ import annotations

from collections.abc import Sequence

from sam_gen.model.claims import Basis
from sam_gen.model.limits import ClaimKind, EvidenceModel, LossKind, PeopleModel, RiskGrid, Windows
from sam_gen.model.people import Role
from sam_gen.model.project import Project
from sam_gen.model.record import Record
from sam_gen.model.scalars import key_of
from sam_gen.pages.tables import NONE, Cell, Row, Table, columns
from sam_gen.pages.words import listed

_BASES = {
    Basis.ASSUMED: "we think so",
    Basis.OBSERVED: "one of us saw or heard it",
    Basis.CLIENT_CONFIRMED: "the person whose view it is said or wrote it",
}
_KINDS = {
    ClaimKind.PEOPLE: ("people_last", "a person: how they stand, what moves them"),
    ClaimKind.STRATEGY: ("strategy_lasts", "their strategy: initiatives, how they see us"),
    ClaimKind.CONTRACT: ("contract_lasts", "a contract: who holds it, when it ends"),
    ClaimKind.MONEY: ("money_lasts", "an amount: what they spend, what something is worth"),
}
_BACK = ("validation_lasts", "without_review", "hand_over_lasts", "vacant_lasts", "coaching_lasts", "review_grace")
_AHEAD = (
    *("midpoint_ahead", "contract_ahead", "look_ahead", "meetings_ahead", "account_ahead", "desk_ahead"),
    "recall_after",
)


def _said(record: Record, field: str) -> str:
    """Return the sentence of a field, so that the page and the editor say the same."""
    return type(record).model_fields[field].description or ""


def _unit(number: int, noun: str = "day") -> str:
    """Write a number with its unit in digits, as in the file."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _limits(record: Record, *fields: tuple[str, str]) -> tuple[Row, ...]:
    return tuple(
        Row((Cell(_said(record, field)), Cell(field), Cell(value)), f"limit-{field.replace('_', '-')}")
        for field, value in fields
    )


_HEADS = ("What it decides", "In the file", "Value")


def roles(some: Sequence[Role]) -> str:
    """List roles as the files write them."""
    names = [role.value.replace("_", " ") for role in some]
    if not names:
        return "none is named, so that only the file's word counts"
    return f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else names[0]


def people(project: Project) -> dict[str, object]:
    """Show the limits for people."""
    model = project.playbook.method.people
    rows = _limits(
        model,
        ("key_roles", roles(model.key_roles)),
        ("talk_late_from", f"{model.talk_late_from}%"),
        ("talks_window", _unit(model.talks_window)),
        ("thread_from", _unit(model.thread_from, "talk")),
        ("deciding_roles", roles(model.deciding_roles)),
        ("introduction_steps", _unit(model.introduction_steps, "step")),
        ("powerful_from", f"{model.powerful_from} of 10"),
        ("weak_to", f"{model.weak_to} of 10"),
        ("quiet_from", _level(model)),
        ("executive_from", f"{model.executive_from} of 10"),
        ("executive_titles", ", ".join(model.executive_titles) or "none"),
        ("losses", f"{len(LossKind)} weights, below"),
        ("functions", ", ".join(function.name for function in model.functions) or "none"),
        ("levels", ", ".join(level.name for level in model.levels) or "none"),
    )
    losses = tuple(
        Row((Cell(_said(model.losses, kind.value)), Cell(kind.value), _alone(kind, model), Cell(_points(kind, model))))
        for kind in LossKind
    )
    return {
        "about": model.about,
        "table": Table("Limits for people", columns(*_HEADS), rows),
        "losses": Table(
            "What each loss counts",
            columns("If they left, we would lose", "In the file", "Single point of failure", ">Counts"),
            losses,
        ),
    }


def _alone(kind: LossKind, model: PeopleModel) -> Cell:
    return Cell("yes") if kind in model.losses.alone else Cell("no", tone="grey")


def _points(kind: LossKind, model: PeopleModel) -> str:
    return str(model.losses.points(kind))


def _level(model: PeopleModel) -> str:
    key = key_of(model.quiet_from)
    return next((level.name for level in model.levels if level.id == key), "none")


def evidence(project: Project) -> dict[str, object]:
    """Show what a claim counts: on its day by its basis, later by what it speaks of."""
    model = project.playbook.method.evidence
    starts = tuple(
        Row((Cell(said), Cell(basis.value), Cell(f"{model.counts(basis)}%")), f"basis-{basis.value.replace('_', '-')}")
        for basis, said in _BASES.items()
    )
    lasts = tuple(
        Row((Cell(said), Cell(field), *_ages(model, kind)), f"kind-{kind.value}")
        for kind, (field, said) in _KINDS.items()
    )
    return {
        "about": model.about,
        "floor": f"{model.floor}%",
        "starts": Table("What a claim counts on its day", columns("How we know", "In the file", ">Counts"), starts),
        "lasts": Table(
            "How long a claim lasts",
            columns("It speaks of", "In the file", ">Half left after", ">Nothing left after"),
            lasts,
        ),
        "debt": Table("What rests on a claim", columns("Claim", "In the file", ">Points"), _debts(model)),
        "assumed": f"{model.debt.assumed}%",
    }


def _debts(model: EvidenceModel) -> tuple[Row, ...]:
    debt = model.debt
    rows = (
        ("How a key player stands", "support", debt.support),
        ("The influence of a key player who decides", "influence", debt.influence),
        ("An initiative that an open objective of ours serves", "initiative", debt.initiative),
        ("A sign that carried the stage of a dimension", "position", debt.position),
    )
    return tuple(Row((Cell(said), Cell(field), Cell(str(points))), f"debt-{field}") for said, field, points in rows)


def _ages(model: EvidenceModel, kind: ClaimKind) -> tuple[Cell, Cell]:
    lasts = model.lasts(kind)
    return Cell(_unit((lasts + 1) // 2)), Cell(_unit(lasts))


def windows(project: Project) -> dict[str, object]:
    """Show how far rules and pages look, back and ahead."""
    model = project.playbook.method.windows
    return {
        "about": model.about,
        "back": _windows(model, "Windows looking back", _BACK),
        "ahead": _windows(model, "Windows looking ahead", _AHEAD),
    }


def _windows(model: Windows, label: str, fields: tuple[str, ...]) -> Table:
    rows = _limits(model, *((field, _days(getattr(model, field))) for field in fields))
    return Table(label, columns(*_HEADS), rows)


def _days(value: int | tuple[int, ...]) -> str:
    """Write one number of days, or several: 3, 10 and 21 days."""
    if isinstance(value, int):
        return _unit(value)
    return f"{listed([str(one) for one in value[:-1]] + [_unit(value[-1])])}" if value else "never"


def grid(model: RiskGrid) -> Table:
    """Show from which product on a risk asks for what."""
    rows = (
        Row((Cell("Act now", tone="red"), Cell("act_from"), Cell(f"from {model.act_from} on")), "grid-act"),
        Row((Cell("Plan an answer", tone="ochre"), Cell("prepare_from"), Cell(_prepare(model))), "grid-prepare"),
        Row((Cell("Watch"), NONE, Cell(f"below {model.prepare_from}")), "grid-watch"),
    )
    return Table("What a risk asks for", columns("It asks for", "In the file", ">Likelihood times effect"), rows)


def _prepare(model: RiskGrid) -> str:
    """Name the products in between; equal limits leave none."""
    if model.prepare_from == model.act_from:
        return "none"
    return f"from {model.prepare_from}, below {model.act_from}"


def grid_points(model: RiskGrid) -> str:
    """Say what the three words are worth."""
    return f"low is worth {model.low}, medium {model.medium}, high {model.high}"
