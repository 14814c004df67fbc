"""What to ask people we know: their late step, their initiative, what has changed; most pressing of each first."""

from __future__ import annotations

from helpers import only

from sam_gen.advise.brief import brief
from sam_gen.assess.people import standings

ACCOUNT = """\
name: A
meetings: [{date: 2026-11-24, what: X, theirs: [rao, lund]}]
people:
  - {id: rao, name: Priya Rao, roles: [decider], support: mentor, cares_about: Quiet nights, last_contact: 2026-11-19}
  - {id: lund, name: Per Lund, support: supporter, cares_about: Trucks, last_contact: 2026-11-01}
"""
INITIATIVES = """\
initiatives:
  - {name: Later, owner: rao, due: 2028-01-01}
  - {name: Sooner, owner: rao, due: 2027-01-01}
  - {name: Over, owner: rao, due: 2026-11-19}
"""
CONFIRMED = INITIATIVES.replace("owner: rao", "owner: rao, basis: observed, as_of: 2026-11-01")
LATE = "actions: [{what: Send the list, owner: people/lund, due: 2026-11-10}]\n"


def asked(text: str) -> list[str]:
    project, account = only(text)
    people = standings(account, project.playbook, project.as_of)
    found = brief(account, project.playbook, people, project.as_of).questions
    return [f"{one.text} | {one.whom} | {one.why}" for one in found]


CHANGED_RAO = "What has changed for you since 19 Nov 2026? | Priya Rao | the last talk was yesterday"
CHANGED_LUND = "What has changed for you since 1 Nov 2026? | Per Lund | the last talk is 19 days ago"
SOONER = "“Sooner”, for 1 Jan 2027: what could still come between? | Priya Rao | their initiative, by 1 Jan 2027"
KEEPS = (
    "“Send the list”, due 10 Nov: what is in the way, and what would help? | Per Lund | their action, due 10 Nov 2026"
)
OLD = ACCOUNT.replace("2026-11-01}", "2026-10-24}")
CHANGED_OLD = "What has changed for you since 24 Oct 2026? | Per Lund | the last talk is 27 days ago"


def test_without_anything_of_theirs_it_is_what_has_changed():
    assert asked(ACCOUNT) == [CHANGED_RAO, CHANGED_LUND]


def test_of_a_young_talk_only_where_nothing_else_is_to_be_asked():
    """On the day of the talk Lund's last one is 31 days old, Rao's five."""
    assert asked(OLD) == [CHANGED_OLD, CHANGED_RAO]
    assert asked(OLD + LATE.replace("lund", "rao"))[1:] == [CHANGED_OLD]
    assert asked(OLD.replace("10-24", "10-26") + LATE.replace("lund", "rao"))[1:] == []


def test_nobody_is_asked_two_things_of_which_one_is_what_has_changed():
    assert asked(OLD + LATE) == [KEEPS]


def test_with_two_questions_of_the_file_nobody_is_asked_what_has_changed():
    assert asked(OLD + CONFIRMED + LATE.replace("lund", "rao"))[1:] == [SOONER]


def test_the_nearest_initiative_first_and_none_that_is_over():
    assert asked(ACCOUNT + CONFIRMED) == [SOONER]


def test_after_thirty_days_it_is_what_has_changed_about_it():
    text = ACCOUNT + "initiatives: [{name: Dry docks, owner: lund, basis: observed, as_of: 2026-10-01}]\n"
    young = text.replace("2026-11-01}", "2026-10-26}", 1)
    old = text.replace("2026-11-01}", "2026-10-25}", 1)
    assert asked(young)[0].startswith("“Dry docks”: what is the next step, and who takes it? | Per Lund")
    assert asked(old)[0].startswith("What has changed about “Dry docks” since 25 Oct 2026? | Per Lund")


def test_an_initiative_without_an_owner_is_asked_of_whoever_spoke_of_it():
    text = ACCOUNT + "initiatives: [{name: Dry docks, who: lund, basis: observed, as_of: 2026-10-01}]\n"
    assert asked(text)[0].startswith("“Dry docks”: what is the next step, and who takes it? | Per Lund")


def test_what_they_are_late_with_comes_before_all():
    assert asked(ACCOUNT + LATE + CONFIRMED) == [KEEPS, SOONER]


def test_a_gap_comes_first_and_another_person_after_it():
    assert asked(OLD.replace("support: mentor, ", "")) == [
        "What would you want to see of us before you gave us work? | Priya Rao | not known how they stand",
        CHANGED_OLD,
    ]


def test_who_was_never_met_has_a_question_of_their_own():
    first = asked(ACCOUNT.replace(", last_contact: 2026-11-01", ""))
    assert first[0].endswith("no talk with us on file") or first == [CHANGED_RAO], first
