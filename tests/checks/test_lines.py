"""The line to copy names whoever the question is put to: copied, it writes what will have happened."""

from __future__ import annotations

import pytest
from checks.check_cases import found

ACCOUNT = """\
name: Acme
lead: mira-holm
people: [{id: top, name: Ann Top, roles: [decider]%s}]
%s"""
RING = "actions: [{what: Ring Top, owner: jon-aas, due: %s}]\n"
MEETING = "meetings: [{what: The count, date: 2026-12-02, ours: [%s], theirs: [top]}]\n"
LONG_AGO = "contacts: [{date: 2025-11-19, ours: [mira-holm], theirs: [top]}]\n"
BARE = "actions: [{what: Ring Top}]\n"


@pytest.mark.parametrize(
    ("owner", "more", "ours"),
    [
        ("", "", "mira-holm"),
        (", owner: jon-aas", "", "jon-aas"),
        ("", RING % "2026-12-01", "jon-aas"),
        ("", RING % "2026-11-01", "jon-aas"),
        ("", BARE, "mira-holm"),
        (", owner: jon-aas", BARE, "jon-aas"),
        ("", MEETING % "jon-aas", "jon-aas"),
        ("", MEETING % "", "mira-holm"),
        (", owner: mira-holm", MEETING % "jon-aas", "jon-aas"),
        (", owner: mira-holm", MEETING % "jon-aas, mira-holm", "mira-holm"),
        ("", MEETING % "mira-holm" + RING % "2026-11-30", "jon-aas"),
        ("", MEETING % "mira-holm" + RING % "2026-12-09", "mira-holm"),
        ("", MEETING % "mira-holm" + RING % "2026-11-01", "mira-holm"),
    ],
)
@pytest.mark.parametrize(("talk", "code"), [("", "SAM106"), (LONG_AGO, "SAM107")])
def test_the_talk_to_note_is_that_of_whoever_has_it(owner, more, ours, talk, code):
    (one,) = found(ACCOUNT % (owner, more + talk), code)
    assert f"ours: [{ours}], theirs: [top]" in one.line


@pytest.mark.parametrize(
    ("more", "owner"),
    [
        ("", "mira-holm"),
        (RING % "2026-12-01", "jon-aas"),
        (MEETING % "jon-aas", "jon-aas"),
        (MEETING % "jon-aas" + RING.replace("jon-aas", "mira-holm") % "2026-11-30", "jon-aas"),
    ],
)
def test_the_owner_to_write_is_who_is_asked_to_look_after_them(more, owner):
    (one,) = found(ACCOUNT % ("", more), "SAM105")
    name = {"mira-holm": "Mira Holm", "jon-aas": "Jon Aas"}[owner]
    assert (one.line, one.ask.partition(",")[0]) == (f"owner: {owner}", name)
