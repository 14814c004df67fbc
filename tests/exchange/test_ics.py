"""The calendar: read by a library that did not write it, and the same entry for the same record."""

from __future__ import annotations

import datetime
import re
import sys
import warnings

import pytest
from helpers import day, example, project

from sam_gen.editions.project import project_for
from sam_gen.exchange.choose import chosen
from sam_gen.exchange.events import Kind, events
from sam_gen.exchange.ics import NeedsExtra, calendar
from sam_gen.model.edition import Edition

icalendar = pytest.importorskip("icalendar")

ACCOUNT = """\
name: Acme
tier: strategic
lead: mira-holm
as_of: 2026-11-01
people:
  - id: rao
    name: Priya Rao
    roles: [decider]
    owner: jon-aas
    support: {value: mentor, basis: observed, as_of: 2026-07-25}
  - {id: lund, name: Per Lund}
meetings:
  - {id: steering, date: 2026-11-24, time: "10:30", what: Steering, where: "Hall 2; Kassel",
     ours: [mira-holm], theirs: [rao]}
  - {id: walk, date: 2026-11-25, what: Walk, ours: [jon-aas]}
actions:
  - id: send
    what: "Send, by post: «Łódź» – 50 %; a\\\\b and so on until this line is folded at least once"
    owner: jon-aas
    due: 2026-11-20
  - {id: over, what: Over, owner: jon-aas, due: 2026-11-01, done: 2026-11-02}
promises: [{id: swap, what: Swap times, by: mira-holm, to: rao, due: 2026-12-01}]
objectives: [{id: live, name: Two sites live, client_gets: 2 h, owner: mira-holm, due: 2027-05-31}]
risks: [{id: gone, what: Lund leaves, response: Meet the deputy, owner: jon-aas, due: 2026-12-05}]
reviews:
  - {date: 2026-11-10, kind: qbr, decisions: [{what: Name the cover, owner: jon-aas, due: 2026-11-30}]}
cadence: [{kind: qbr, every: 90}, {kind: plan, every: 365, next: 2027-01-19}]
"""


def made(text: str = ACCOUNT, of: str | None = None) -> bytes:
    read = project(text)
    return calendar(events(read, read.accounts, of), "Kestrel", read.as_of)


def vevents(data: bytes) -> list:
    vobject = pytest.importorskip("vobject")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return list(vobject.readOne(data.decode("utf-8")).vevent_list)


def uids(data: bytes) -> set[str]:
    return {event.uid.value for event in vevents(data)}


def test_every_kind_is_there_on_its_day():
    found = {event.uid.value.removesuffix("@sam-gen"): event.dtstart.value for event in vevents(made())}
    assert found == {
        "a.meeting.steering": datetime.datetime(2026, 11, 24, 10, 30),
        "a.meeting.walk": day("2026-11-25"),
        "a.action.send": day("2026-11-20"),
        "a.promise.swap": day("2026-12-01"),
        "a.decision.2026-11-10.qbr.name-the-cover": day("2026-11-30"),
        "a.objective.live": day("2027-05-31"),
        "a.risk.gone": day("2026-12-05"),
        "a.review.qbr": day("2027-02-08"),
        "a.review.plan": day("2027-01-19"),
    } | {uid: when for uid, when in found.items() if ".evidence." in uid}


def test_texts_come_back_as_they_were():
    by_uid = {event.uid.value: event for event in vevents(made())}
    send = by_uid["a.action.send@sam-gen"]
    text = "Send, by post: «Łódź» – 50 %; a\\b and so on until this line is folded at least once"
    assert send.summary.value == f"Acme: due: {text}"
    assert send.description.value == "Owner: Jon Aas"
    steering = by_uid["a.meeting.steering@sam-gen"]
    assert steering.location.value == "Hall 2; Kassel"
    assert steering.description.value == "Ours: Mira Holm\nTheirs: Priya Rao"


def test_days_are_dates_and_times_float():
    lines = made().decode().split("\r\n")
    assert "DTSTART:20261124T103000" in lines
    assert "DTSTART;VALUE=DATE:20261125" in lines
    assert {line for line in lines if line.startswith("DTSTAMP")} == {"DTSTAMP:20261120T000000Z"}


@pytest.mark.parametrize("edition", Edition)
def test_the_example_is_read_and_written_again_byte_for_byte(edition):
    read = project_for(edition, example())
    data = calendar(events(read, read.accounts), "Tarvall", read.as_of)
    assert icalendar.Calendar.from_ical(data).to_ical() == data
    assert data == calendar(events(read, read.accounts), "Tarvall", read.as_of)
    found = vevents(data)
    assert len({event.uid.value for event in found}) == len(found) == data.count(b"BEGIN:VEVENT") > 200
    assert {event.categories.value[0] for event in found} == {kind.value for kind in Kind}
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_a_changed_text_a_changed_day_and_a_moved_line_keep_the_entry():
    other = ACCOUNT.replace("what: Walk,", "what: Walk the yard,").replace("2026-12-05", "2026-12-09")
    moved = re.sub(r"^(actions:\n)((?:  - .*\n)+)", lambda m: m[1] + "  # new\n" + m[2], other, flags=re.MULTILINE)
    assert moved != ACCOUNT
    assert uids(made(moved)) == uids(made())


def test_two_that_go_by_the_same_are_both_there():
    twice = ACCOUNT.replace("{kind: qbr, every: 90}", "{kind: qbr, every: 90}, {kind: qbr, every: 30}")
    assert {"a.review.qbr@sam-gen", "a.review.qbr.2@sam-gen"} <= uids(made(twice))


def test_evidence_is_asked_again_on_the_day_it_counts_too_little():
    evidence = next(one for one in events(project(ACCOUNT), project(ACCOUNT).accounts) if one.kind is Kind.EVIDENCE)
    assert evidence.uid == "a.evidence.support.rao@sam-gen"
    assert evidence.ours == ("jon-aas",)
    before, after = (project(ACCOUNT, as_of=str(evidence.day - datetime.timedelta(n))) for n in (1, 0))
    assert evidence.uid in {one.uid for one in events(before, before.accounts)}
    assert evidence.uid not in {one.uid for one in events(after, after.accounts)}


def test_one_of_us_has_their_own():
    mine = {event.uid for event in events(project(ACCOUNT), project(ACCOUNT).accounts, "jon-aas")}
    assert "a.action.send@sam-gen" in mine
    assert "a.meeting.walk@sam-gen" in mine
    assert not {"a.meeting.steering@sam-gen", "a.promise.swap@sam-gen", "a.review.qbr@sam-gen"} & mine


def test_one_account():
    read = example()
    found = events(read, chosen(read, "grevenau"))
    assert found
    assert all(event.uid.startswith("grevenau.") for event in found)


def test_without_the_library_it_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(NeedsExtra, match=r"pip install 'sam_gen\[exchange\]'"):
        made()
