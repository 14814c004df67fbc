"""What a question takes for granted is so: they chose us, the figure is news, the words are theirs, a fact is named."""

from __future__ import annotations

import pytest
from checks.check_cases import found

from sam_gen.assess.readable import their_wish


def asked(account: str, code: str) -> str:
    (one,) = found(account, code)
    return one.ask


# Whether they would choose us again ---------------------------------------------------------

ASSUMED = """\
name: Acme
lead: mira-holm
units: [{id: hamm, name: Hamm}]
people:
  - {id: top, name: Ann Top, roles: [decider], support: mentor}
  - {id: mid, name: Bo Mid, roles: [champion], support: supporter}
"""
TALK = "contacts: [{date: 2026-11-10, ours: [mira-holm], theirs: [%s]}]\n"
OURS = "footprint: [{unit: hamm, offering: dock, held_by: us}]\n"


@pytest.mark.parametrize(
    ("more", "question"),
    [
        (TALK % "top" + OURS, "Ann Top, if you had to choose again today, would you take us, and what would "),
        (TALK % "top", "Ann Top, what would you want to see of us before you gave us work?"),
        (TALK % "mid" + OURS, "Bo Mid, if you had to choose again today"),
        (OURS, "Ann Top, what should we know of your work before we speak of ours?"),
        ("", "Ann Top, what should we know of your work before we speak of ours?"),
    ],
)
def test_only_who_chose_us_and_met_us_is_asked_whether_they_would_again(more, question):
    assert asked(ASSUMED + more, "SAM108").startswith(question)


def test_the_line_stands_below_whoever_is_asked():
    (one,) = found(ASSUMED + TALK % "mid", "SAM108")
    assert (one.place.line, one.line.partition(",")[0]) == (6, "support: {value: supporter")


# A figure they have spoken of -----------------------------------------------------------------

OFF = """\
name: Acme
lead: mira-holm
people: [{id: top, name: Ann Top%s}, {id: mid, name: Bo Mid}]
objectives:
  - name: Short waits
    owner: top
    measures:
      - name: Fee a lorry
        baseline: 31
        target: 13
        benchmarks: [{date: 2026-10-31, target: 20, actual: %s}%s]
contacts: [{date: 2026-11-%s, ours: [mira-holm], theirs: [%s], what: "%s"}]
"""
NEXT = ", {date: 2027-02-28, target: 15}"
BEFORE = "Ann Top, what held it back, and what do we change by the next benchmark?"


@pytest.mark.parametrize(
    ("values", "question"),
    [
        (("", "22", NEXT, "12", "top", "Fees fell less, €22."), "Ann Top, what do we do about it by 28 Feb 2027?"),
        (("", "1200", "", "12", "top", "Fees: 1,200 a night"), "Ann Top, what do we do about it now?"),
        (("", "22", NEXT, "12", "mid", "Fees fell less, €22."), BEFORE),
        (("", "22", NEXT, "22", "top", "Fees fell less, €22."), BEFORE),
        (("", "22", NEXT, "12", "top", "At 22:30 on the yard"), BEFORE),
        (("", "22", NEXT, "12", "top", "122 lorries, 2.22 each"), BEFORE),
        (("", "22", NEXT, "12", "top", "Again on 22 May"), BEFORE),
        ((", cares_about: Fees. 22 in October", "22", NEXT, "12", "mid", "X"), "Ann Top, what do we do about it by "),
    ],
)
def test_whoever_spoke_of_the_figure_since_is_asked_what_comes_next(values, question):
    assert asked(OFF % values, "SAM224").startswith(question)


def test_a_talk_before_the_figure_said_nothing_of_it():
    old = OFF.replace("date: 2026-11-%s", "date: 2026-%s")
    assert asked(old % ("", "22", NEXT, "10-30", "top", "€22."), "SAM224") == BEFORE


def test_their_answer_is_not_asked_for_a_second_time_by_the_remedy():
    (one,) = found(OFF % ("", "22", NEXT, "12", "mid", "X"), "SAM224")
    assert one.remedy.startswith("Do they know? Ask what they change")


def test_a_wish_is_answered_on_the_day_agreed():
    wish = "name: Acme\nlead: mira-holm\nfeedback: [{date: 2026-06-01, wants: Doors}]\n"
    (one,) = found(wish, "SAM312")
    assert "on the day agreed, or today if there is none" in one.remedy


WISH = """\
name: Acme
lead: mira-holm
people: [{id: top, name: Ann Top, owner: jon-aas%s}]
feedback: [{date: 2026-06-01, who: top, wants: Doors}]
"""


@pytest.mark.parametrize(
    ("met", "question"),
    [
        ("", "Jon Aas, on which day does Ann Top hear what becomes of “Doors”?"),
        (", last_contact: 2026-06-01", "Jon Aas, on which day does Ann Top hear what becomes of “Doors”?"),
        (", last_contact: 2026-09-01", "Ann Top, is “Doors” still open for you, and what would settle it?"),
    ],
)
def test_nobody_is_asked_again_for_a_wish_on_which_we_have_been_silent(met, question):
    assert asked(WISH % met, "SAM312") == question


# Who has a say in what they want ---------------------------------------------------------------

INITIATIVE = """name: Acme
people: [{id: top, name: Ann Top, roles: [decider]}, {id: mid, name: Bo Mid}]
initiatives: [{id: waits, name: Short waits, owner: %s}]
objectives: [{name: Doors, for: waits}]
"""


@pytest.mark.parametrize(
    ("owner", "question"),
    [
        ("mid", "Ann Top, how do you stand on “Short waits”, and who else has a say in it?"),
        ("top", "Ann Top, who else has a say in “Short waits”, and who could stop it?"),
    ],
)
def test_whoever_answers_for_an_initiative_is_not_asked_how_they_stand_on_it(owner, question):
    assert asked(INITIATIVE % owner, "SAM220") == question


# Their wish in their words ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cares", "wish"),
    [
        ("Three groups, a fifth of revenue, he said in February 2026.", "Three groups, a fifth of revenue"),
        ("A vote without shouting. It took until two, she told Henrik.", "A vote without shouting"),
        ("Eleven hectares at 19 cents a kilo, she said.", "Eleven hectares at 19 cents a kilo"),
        ("Fewer suppliers, his column of June says.", "Fewer suppliers"),
        ("No pub dry on a Friday, as Stanyer said.", "No pub dry on a Friday"),
        ("Her 74 people being told before the newspaper is.", "Her 74 people being told before the newspaper is"),
        ("A plan, and nobody told before the vote", "A plan, and nobody told before the vote"),
        ("A chair, as she says; one other applied", "A chair, as she says; one other applied"),
        ("No fine, who says so signs", "No fine, who says so signs"),
        ("The price of a pallet", "The price of a pallet"),
    ],
)
def test_who_said_it_when_is_our_note_and_no_wish_of_theirs(cares, wish):
    assert their_wish(cares) == wish


def test_a_reason_to_go_is_their_wish_alone():
    stale = """\
name: Acme
people: [{id: top, name: Ann Top, roles: [decider], owner: jon-aas, cares_about: "Three groups, he said in May 2025."}]
contacts: [{date: 2025-11-19, ours: [mira-holm], theirs: [top]}]
"""
    assert asked(stale, "SAM107") == "Jon Aas, when do you go to Ann Top, and what do you bring on “Three groups”?"


# Signs of moving apart -------------------------------------------------------------------------

APART = """\
name: Acme
lead: mira-holm
people: [{id: low, name: Bo Low}]
position:
  signals:
    - {signal: rival-pilot, as_of: 2026-11-10, by: jon-aas, evidence: Low saw two of them count. They were sent.}
    - {signal: quiet, as_of: 2026-11-09}
    - {signal: price-talk, as_of: 2026-11-08}
"""
NAMES = ("“Somebody else tries something”", "“Nobody answers”", "“Price comes first again”")


def test_what_we_may_know_of_is_what_was_seen_and_no_name_of_a_sign():
    assert (
        asked(APART, "SAM506")
        == "Jon Aas, may we say at Acme that we know “Low saw two of them count”, and who there agrees?"
    )


def test_three_signs_are_all_named_and_the_rest_of_four_is_counted():
    (three,) = found(APART, "SAM506")
    assert all(name in three.message for name in NAMES)
    assert "more" not in three.message
    (four,) = found(APART + "    - {signal: chair-empty, as_of: 2026-11-07}\n", "SAM506")
    assert four.message.endswith("and two more.")
