from __future__ import annotations

from account_pages import FULL, account_of
from helpers import day

from sam_gen.assess.coverage import pairs, talks_with, units
from sam_gen.assess.people import standings

TODAY = day("2026-11-20")


def test_pairs_are_counted_from_talks_that_took_place():
    project, account = account_of()
    found = pairs(account, project.playbook, TODAY)
    assert {pair: (one.talks, one.age) for pair, one in found.items()} == {
        ("mira-holm", "lund"): (2, 10),
        ("mira-holm", "berg"): (1, 10),
        ("jon-aas", "lund"): (1, 50),
        ("jon-aas", "berg"): (0, 629),
    }


def test_the_past_is_seen_from_its_own_day():
    project, account = account_of()
    assert list(pairs(account, project.playbook, day("2025-04-01"))) == [("jon-aas", "berg")]
    assert pairs(account, project.playbook, day("2025-02-28")) == {}


def test_a_year_has_365_days():
    project, account = account_of("name: A\npeople: [{id: p, name: P}]\ncontacts: [{date: 2025-11-20, theirs: [p]}]\n")
    assert talks_with(account, project.playbook, ["p"], TODAY) == 1
    assert talks_with(account, project.playbook, ["p"], day("2026-11-21")) == 0
    assert talks_with(account, project.playbook, ["p"], day("2025-11-19")) == 0


def test_a_talk_of_many_counts_once_for_their_unit():
    _, account = account_of(FULL.replace("title: Maintenance,", "title: Maintenance, unit: Plant North,"))
    project, _ = account_of()
    ties = units(account, project.playbook, standings(account, project.playbook, TODAY), TODAY)
    assert [(tie.name, len(tie.people), tie.talks) for tie in ties] == [
        ("Plant North", 3, 2),
        ("Plant South", 0, 0),
        ("Group IT", 0, 0),
    ]


def test_a_vacant_post_is_nobody_known_in_a_unit():
    people = "people: [{name: Ann Poe}, {name: Vacant, status: vacant}, {name: Empty, unit: Bergen, status: vacant}]\n"
    project, account = account_of(f"name: A\n{people}")
    ties = units(account, project.playbook, standings(account, project.playbook, TODAY), TODAY)
    assert [(tie.name, [who.person.name for who in tie.people]) for tie in ties] == [("Bergen", []), ("", ["Ann Poe"])]


def test_removing_a_person_never_raises_a_count():
    project, account = account_of()
    people = standings(account, project.playbook, TODAY)
    whole = {tie.name: (len(tie.people), tie.talks) for tie in units(account, project.playbook, people, TODAY)}
    for gone in people:
        rest = [who for who in people if who is not gone]
        for tie in units(account, project.playbook, rest, TODAY):
            assert len(tie.people) <= whole[tie.name][0]
            assert tie.talks <= whole[tie.name][1]
