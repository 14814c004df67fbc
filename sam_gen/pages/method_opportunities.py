"""`/method/priorities/` and `/method/white-space/`: the sheet with its limits, and what the grid adds up."""

from __future__ import annotations

from sam_gen.model.method import GateTest, PriorityModel
from sam_gen.model.project import Project
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import listed

_GATES = {
    GateTest.INITIATIVE_CONFIRMED: "It serves an initiative whose basis is client_confirmed, dated by that day.",
    GateTest.SPONSOR_NAMED: "sponsor names somebody of theirs who has not left.",
    GateTest.OWNER_NAMED: "owner names one of ours.",
    GateTest.STEP_DATED: "due lies between that day and step_within days later.",
}
"""What is looked at in the file. A gate says in words what it is for; this says what decides."""


def priorities(project: Project) -> dict[str, object]:
    """Show the sheet, the limits, the gates and what counts towards growth."""
    playbook = project.playbook
    model = playbook.method.priorities
    rows = tuple(
        Row((Cell(one.name), Cell(f"{one.weight}%"), Cell(one.low), Cell(one.high)), f"question-{one.id}")
        for one in model.questions
    )
    gates = tuple(Row((Cell(gate.says), Cell(gate.test.value), Cell(_GATES[gate.test]))) for gate in model.gates)
    kept = [playbook.words.within(kind) for kind in model.no_growth]
    return {
        "about": model.about,
        "a_from": model.a_from,
        "b_from": model.b_from,
        "table": Table("Score sheet", columns("Question", ">Weight", "Earns 0", "Earns 4"), rows),
        "gates": Table("Gates of an A", columns("Gate", "Test", "What decides"), gates),
        "limits": Table("Limits", columns("What it decides", "In the file", ">Value"), _limits(model)),
        "kept": f"Of these kinds nothing counts, however large it is: {listed(kept)}. They keep what we have."
        if kept
        else "Every kind counts.",
        "b_counts": model.b_counts,
    }


def _limits(model: PriorityModel) -> tuple[Row, ...]:
    fields = (
        ("known_from", f"{model.known_from}%"),
        ("a_from", f"{model.a_from}%"),
        ("b_from", f"{model.b_from}%"),
        ("step_within", f"{model.step_within} days"),
        ("b_counts", f"{model.b_counts}%"),
        ("one_kind_from", str(model.one_kind_from)),
        ("looks_back", f"{model.looks_back} days"),
    )
    said = PriorityModel.model_fields
    return tuple(Row((Cell(said[field].description or ""), Cell(field), Cell(value))) for field, value in fields)


def white_space(project: Project) -> dict[str, object]:
    """Show what the grid adds up, and how far the list of ends looks."""
    return {"look_ahead": project.playbook.method.windows.look_ahead}
