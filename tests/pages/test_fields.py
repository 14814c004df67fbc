"""A field lands with the first page or rule that reads it: none stands in the model that nothing shows."""

from __future__ import annotations

import inspect
import re

from helpers import ROOT

from sam_gen.model import (
    account,
    audience,
    care,
    claims,
    footprint,
    identity,
    people,
    plan,
    playbook,
    position,
    wording,
)
from sam_gen.model.record import Record

ROOMS = ("reading", "assess", "checks", "advise", "pages")
UNREAD = {
    "Settings.schema_version",
}
"""Written and checked, not shown yet. Take a field off the list when a page reads it."""


def fields() -> set[str]:
    """Return every field as Class.field, each under the class that declares it."""
    classes = {
        record
        for module in (account, audience, care, claims, footprint, identity, people, plan, playbook, position, wording)
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
