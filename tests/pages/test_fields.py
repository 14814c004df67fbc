"""A field lands with the first page or rule that reads it: none stands in the model that nothing shows."""

from __future__ import annotations

import inspect
import re

from helpers import ROOT

from sam_gen.model import account, audience, care, claims, footprint, identity, people, plan, playbook, position
from sam_gen.model.record import Record

ROOMS = ("reading", "assess", "advise", "pages")
UNREAD = {
    "Account.cadence",
    "Account.dependence",
    "Account.footprint",
    "Account.ignore",
    "Account.opportunities",
    "Account.position",
    "Account.reviews",
    "Account.risks",
    "Account.selection",
    "Account.sponsors",
    "Account.tags",
    "Account.transition",
    "Account.units",
    "Account.validation",
    "Action.audience",
    "Benchmark.actual",
    "Benchmark.target",
    "Cadence.every",
    "Cadence.next",
    "Ceiling.side",
    "Ceiling.stage",
    "Cell.blocked",
    "Cell.competitor",
    "Cell.held_by",
    "Cell.offering",
    "Cell.spend",
    "Dependence.direction",
    "Dependence.strength",
    "Evidence.answer",
    "Evidence.dimension",
    "Evidence.stage",
    "Grounds.so_what",
    "Ignore.on",
    "Ignore.rule",
    "Initiative.audience",
    "Measure.baseline",
    "Measure.benchmarks",
    "Measure.target",
    "Objective.audience",
    "Objective.measures",
    "Opportunity.audience",
    "Opportunity.class_",
    "Opportunity.offering",
    "Opportunity.prove",
    "Opportunity.sponsor",
    "Opportunity.worth",
    "Person.audience",
    "Position.ceilings",
    "Position.desired",
    "Position.desired_by",
    "Position.own_view",
    "Promise.audience",
    "Review.course",
    "Review.decisions",
    "Review.notes",
    "Risk.audience",
    "Risk.closed",
    "Risk.impact",
    "Risk.likelihood",
    "Risk.response",
    "Risk.trigger",
    "Seat.call_when",
    "Seat.part",
    "Selection.approved_by",
    "Selection.led_by",
    "Selection.next_review",
    "Selection.reason",
    "Selection.scores",
    "SelectionScore.criterion",
    "SelectionScore.score",
    "Settings.schema_version",
    "SponsorPair.about",
    "SponsorPair.every",
    "Transition.client_told",
    "Transition.closed",
    "Transition.decided",
    "Transition.joint_meeting",
    "Transition.open",
    "Transition.taught_back",
    "Unit.part_of",
    "Validation.changed",
    "Value.amount",
    "Value.audience",
}
"""Written and checked, not shown yet. Take a field off the list when a page reads it."""


def fields() -> set[str]:
    """Return every field as Class.field, each under the class that declares it."""
    classes = {
        record
        for module in (account, audience, care, claims, footprint, identity, people, plan, playbook, position)
        for _, record in inspect.getmembers(module, inspect.isclass)
        if issubclass(record, Record) and record.__module__ == module.__name__
    }
    return {
        f"{record.__name__}.{name}"
        for record in classes
        for name in inspect.get_annotations(record)
        if name in record.model_fields
    }


def test_every_field_is_read():
    code = "\n".join(
        path.read_text(encoding="utf-8") for room in ROOMS for path in sorted((ROOT / "sam_gen" / room).glob("*.py"))
    )
    read = set(re.findall(r"(?<!marks)\.(\w+)\b", code)) | set(re.findall(r'account, "(\w+)"', code))
    assert {field for field in fields() if field.partition(".")[2] not in read} == UNREAD


def test_the_scan_sees_fields():
    assert {"Account.people", "Person.support", "Grounds.basis", "Tie.from_", "Tier.contact_lasts"} <= fields()
