"""The parts of `/method/health/` and `/method/hygiene/`: weights, limits and formulas of the two numbers."""

from __future__ import annotations

from sam_gen.model.project import Project
from sam_gen.model.record import Record
from sam_gen.model.scalars import key_of
from sam_gen.model.standing import Care, HealthModel, Override, Sign
from sam_gen.pages.tables import Cell, Row, Table, columns

_SCORED = ("outcomes", "relationship", "voice", "delivery", "commercial", "direction")
_CARE = {
    Care.EVERY: "every tier",
    Care.MORE: "every tier but the last",
    Care.MOST: "the first tier alone",
}
_SIGNS = {
    Sign.CHAMPION_GONE: "every champion has left and nobody in a post has the part",
    Sign.SPONSOR_GONE: "every executive of theirs in a pair has left",
    Sign.LEAVING: "as many live signs of moving apart as models/continuum.yml asks for",
}
_LIMITS = ("file_fresh", "file_old", "looks_back", "validation_fresh", "gap_each")


def health(project: Project) -> dict[str, object]:
    """Show the measures, how each becomes a score, and what makes an account at risk."""
    model = project.playbook.method.health
    rows = tuple(
        Row(
            (
                Cell(one.name, second=one.asks),
                Cell(f"{one.weight}%"),
                Cell(one.good),
                Cell(one.at_risk),
            ),
            f"measure-{one.id}",
        )
        for one in model.measures
    )
    return {
        "about": model.about,
        "good_from": model.good_from,
        "watch_from": model.watch_from,
        "unknown_most": f"{model.unknown_most}%",
        "table": Table("Measures of health", columns("Measure", ">Weight", "Good", "At risk"), rows),
        "limits": Table(
            "How a measure is scored", columns("What it decides", "In the file", ">Value"), _scoring(model)
        ),
        "overrides": tuple(_override(one) for one in model.at_risk_if),
    }


def _scoring(model: HealthModel) -> tuple[Row, ...]:
    return tuple(
        row
        for name in _SCORED
        for row in _numbers(getattr(model, name), tuple(type(getattr(model, name)).model_fields), name)
    )


def _numbers(record: Record, fields: tuple[str, ...], prefix: str = "") -> tuple[Row, ...]:
    """Return the numbers of a record under the sentences of its fields, as the editor says them."""
    return tuple(
        Row((
            Cell(type(record).model_fields[name].description or ""),
            Cell(f"{prefix}.{name}" if prefix else name),
            Cell(str(getattr(record, name))),
        ))
        for name in fields
    )  # fmt: skip


def _override(one: Override) -> str:
    within = f", and the nearest contract with us ends within {one.within} days" if one.within else ""
    return f"{_SIGNS[one.sign]}{within}"


def hygiene(project: Project) -> dict[str, object]:
    """Show the parts, the days, and which sections each tier is asked for."""
    playbook = project.playbook
    model = playbook.method.hygiene
    rows = tuple(
        Row((Cell(one.name, second=one.asks), Cell(f"{one.weight}%")), f"part-{one.id}") for one in model.measures
    )
    tiers = {tier.id: tier.name for tier in playbook.settings.tiers}
    sections = tuple(
        Row((
            Cell(one.field),
            Cell(", ".join(tiers[key_of(key)] for key in one.tiers) if one.tiers else _CARE[one.care]),
        ))
        for one in model.sections
    )  # fmt: skip
    return {
        "about": model.about,
        "good_from": model.good_from,
        "watch_from": model.watch_from,
        "unknown_most": f"{model.unknown_most}%",
        "table": Table("Parts of hygiene", columns("Part", ">Weight"), rows),
        "limits": Table(
            "Limits of hygiene", columns("What it decides", "In the file", ">Value"), _numbers(model, _LIMITS)
        ),
        "sections": Table("Sections a file should have", columns("Section", "Asked of"), sections),
        "validation_lasts": f"{playbook.method.windows.validation_lasts} days",
    }
