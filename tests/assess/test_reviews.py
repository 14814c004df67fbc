"""Rhythm, decisions and changes; the steps of a hand-over; executive pairs."""

from __future__ import annotations

import pytest
from helpers import day, only

from sam_gen.assess.people import standings
from sam_gen.assess.reviews import changes, decisions, rhythms
from sam_gen.assess.sponsors import Kept, pairs, unpaired
from sam_gen.assess.transition import running, steps

TODAY = day("2026-11-20")


@pytest.mark.parametrize(
    ("cadence", "reviews", "late"),
    [
        ("{kind: qbr, every: 90}", "", 0),
        ("{kind: qbr, every: 90, next: 2026-11-10}", "", 10),
        ("{kind: qbr, every: 90, next: 2026-12-10}", "", 0),
        ("{kind: qbr, every: 30}", "{kind: qbr, date: 2026-10-01}", 20),
        ("{kind: qbr, every: 30}", "{kind: team, date: 2026-11-01}", 0),
        ("{kind: qbr, every: 30}", "{kind: qbr, date: 2026-10-21}", 0),
        ("{kind: qbr, every: 30}", "{kind: qbr, date: 2026-12-01}", 0),
    ],
)
def test_rhythm(cadence, reviews, late):
    _, account = only(f"name: A\ncadence: [{cadence}]\nreviews: [{reviews}]\n")
    assert [row.late for row in rhythms(account, TODAY)] == [late]


def test_open_decisions_come_by_day_then_the_done_ones():
    text = (
        "name: A\nreviews: [{kind: team, date: 2026-10-01, decisions: [{what: Done, done: 2026-10-05},"
        " {what: No day}, {what: Late, due: 2026-11-01}, {what: Done tomorrow, done: 2026-11-21, due: 2026-11-22}]}]\n"
    )
    _, account = only(text)
    assert [one.decision.what for one in decisions(account, TODAY)] == ["Late", "Done tomorrow", "No day", "Done"]


def test_changes_lie_after_the_one_day_and_up_to_the_other():
    text = (
        "name: A\nas_of: 2026-11-15\npeople: [{name: Ann, support: mentor}]\n"
        "contacts: [{date: 2026-11-01}, {date: 2026-11-02}, {date: 2026-11-20}, {date: 2026-11-21}]\n"
    )
    _, account = only(text)
    assert [one.date for one in changes(account, day("2026-11-01"), TODAY)] == [TODAY, day("2026-11-02")]


def test_a_decision_that_was_carried_out_and_a_talk_of_a_known_day_are_news_once():
    text = (
        "name: A\npeople: [{id: p, name: Ann, last_contact: 2026-11-12}, {id: q, name: Bo, last_contact: 2026-11-14}]\n"
        "contacts: [{date: 2026-11-14, theirs: [q]}]\nactions: [{what: Send the yard plan, done: 2026-11-11}]\n"
        "reviews: [{date: 2026-11-01, kind: team, decisions: [{what: Keep a room, done: 2026-11-13},"
        " {what: Send them the yard plan, done: 2026-11-11}, {what: Still open}]}]\n"
    )
    _, account = only(text)
    assert [(one.date, one.kind.value) for one in changes(account, day("2026-11-01"), TODAY)] == [
        (day("2026-11-14"), "talk"),
        (day("2026-11-13"), "done"),
        (day("2026-11-12"), "talk"),
        (day("2026-11-11"), "done"),
    ]


@pytest.mark.parametrize(
    ("days", "done", "runs"),
    [
        ("", 0, True),
        ("decided: 2026-11-10", 1, True),
        ("decided: 2026-11-10, client_told: 2026-11-30", 1, True),
        ("decided: 2026-11-30", 0, False),
        ("decided: 2026-11-01, closed: 2026-11-20", 2, False),
    ],
)
def test_hand_over(days, done, runs):
    _, account = only(f"name: A\ntransition: {{from: mira-holm, to: jon-aas{', ' if days else ''}{days}}}\n")
    assert sum(step.done for step in steps(account.transition, TODAY)) == done
    assert bool(running(account, TODAY)) == runs


PEOPLE = (
    "people: [{id: ann, name: Ann, title: CEO}, {name: Bo, title: Chair of the council}, {name: Cy, influence: 8}]\n"
)


@pytest.mark.parametrize(
    ("every", "contacts", "kept"),
    [
        ("", "", Kept.NEVER),
        ("", "{date: 2026-11-01, ours: [jon-aas], theirs: [ann]}", Kept.NO_RHYTHM),
        (", every: 19", "{date: 2026-11-01, ours: [jon-aas], theirs: [ann]}", Kept.KEPT),
        (", every: 18", "{date: 2026-11-01, ours: [jon-aas], theirs: [ann]}", Kept.LATE),
        (", every: 90", "{date: 2026-11-01, ours: [mira-holm], theirs: [ann]}", Kept.NEVER),
    ],
)
def test_pairs(every, contacts, kept):
    text = f"name: A\n{PEOPLE}contacts: [{contacts}]\nsponsors: [{{ours: jon-aas, theirs: ann{every}}}]\n"
    project, account = only(text)
    assert [pair.kept for pair in pairs(account, TODAY)] == [kept]
    alone = unpaired(account, project.playbook, standings(account, project.playbook, TODAY))
    assert [who.person.name for who in alone] == ["Cy"]
