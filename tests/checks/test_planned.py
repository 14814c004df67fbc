"""What is agreed or planned with somebody already is what a finding asks about."""

from __future__ import annotations

import pytest
from checks.check_cases import found

ACCOUNT = """\
name: Acme
lead: mira-holm
people:
  - {id: top, name: Ann Top, roles: [decider]}
  - {id: mid, name: Bo Mid, reports_to: top}
contacts: [{date: 2026-11-19, ours: [mira-holm], theirs: [mid]}]
"""
RING = "actions: [{what: Ring Top before the talk, owner: jon-aas, due: %s}]\n"
MEETING = "meetings: [{what: The count, date: 2026-12-02, ours: [jon-aas], theirs: [top]}]\n"


def asked(account: str, code: str) -> str:
    (one,) = found(account, code)
    return one.ask


@pytest.mark.parametrize(
    ("more", "question"),
    [
        ("", "Bo Mid, would you introduce us to Ann Top, and what about?"),
        (
            RING % "2026-12-02",
            "Jon Aas, “Ring Top before the talk” is planned for 2 Dec 2026: does that day hold?",
        ),
        (RING % "2026-11-12", "Jon Aas, on which day is “Ring Top before the talk”, due on 12 Nov 2026?"),
        (MEETING, "Jon Aas, what do you want to hear from Ann Top on 2 Dec 2026?"),
        (
            MEETING + RING % "2026-11-30",
            "Jon Aas, “Ring Top before the talk” is planned for 30 Nov 2026: does that day hold?",
        ),
        (MEETING + RING % "2026-12-09", "Jon Aas, what do you want to hear from Ann Top on 2 Dec 2026?"),
        (
            "risks: [{what: X, response: Ask Top who signs, owner: jon-aas, due: 2026-12-04}]\n",
            "Jon Aas, “Ask Top who signs” is planned for 4 Dec 2026: does that day hold?",
        ),
        (
            "promises: [{what: Two pages, by: jon-aas, to: people/top, due: 2026-12-04}]\n",
            "Jon Aas, does Ann Top get “Two pages” by 4 Dec 2026?",
        ),
    ],
)
def test_nobody_is_asked_to_introduce_us_where_something_is_planned(more, question):
    assert asked(ACCOUNT + more, "SAM106") == question


PROOF = "opportunities: [{name: Frame, owner: mira-holm, prove: %s, due: %s}]\n"
PROVED = "Mira Holm, how do you learn by 30 Nov 2026 whether Top means to tender?"
SAT = "Jon Aas, what do you want to hear from Ann Top on 2 Dec 2026?"


@pytest.mark.parametrize(
    ("proof", "question", "ours"),
    [
        (PROOF % ("Whether Top means to tender. Nobody met her.", "2026-11-30"), PROVED, "mira-holm"),
        (
            PROOF % ("That Top means to tender", "2026-11-30"),
            "Mira Holm, what do you do by 30 Nov 2026 to prove “That Top means to tender”?",
            "mira-holm",
        ),
        (PROOF % ("Whether Top means to tender", "2026-12-02"), SAT, "jon-aas"),
        (PROOF % ("Whether Mid means to tender. Top knows", "2026-11-30"), SAT, "jon-aas"),
    ],
)
def test_what_is_to_be_proved_before_the_meeting_is_asked_first(proof, question, ours):
    (one,) = found(ACCOUNT + MEETING + proof, "SAM106")
    assert one.ask == question
    assert f"ours: [{ours}]" in one.line


STALE = """\
name: Acme
lead: mira-holm
people: [{id: top, name: Ann Top, roles: [decider]%s}]
contacts: [{date: 2025-11-19, ours: [mira-holm], theirs: [top]}]
"""


def test_a_stale_tie_asks_for_a_reason_of_theirs_or_for_the_planned_step():
    assert asked(STALE % "", "SAM107") == "Ann Top, what has changed for you since 19 Nov 2025?"
    cares = STALE % ", owner: jon-aas, cares_about: The price of a pallet. He said so."
    assert (
        asked(cares, "SAM107")
        == "Jon Aas, when do you go to Ann Top, and what do you bring on “The price of a pallet”?"
    )
    no_letter = (
        "reviews: [{date: 2026-11-01, kind: team, decisions: [{what: No third letter to Top, owner: jon-aas}]}]\n"
    )
    assert asked(cares + no_letter, "SAM107") == "Jon Aas, on which day is “No third letter to Top”?"


def test_who_meets_them_anyway_is_asked_to_look_after_them():
    assert asked(ACCOUNT, "SAM105") == "Mira Holm, who of us goes to Ann Top, and with what reason?"
    assert (
        asked(ACCOUNT + RING % "2026-12-02", "SAM105")
        == "Jon Aas, “Ring Top before the talk” is yours: do you look after Ann Top from then on?"
    )
    assert (
        asked(ACCOUNT + MEETING, "SAM105")
        == "Jon Aas, you see Ann Top on 2 Dec 2026: do you look after them from then on?"
    )


WISH = """\
name: Acme
lead: mira-holm
people: [{id: top, name: Ann Top, last_contact: 2026-09-01}]
feedback: [{date: 2026-06-01, who: top, wants: %s}]
"""


def test_a_wish_is_answered_at_the_agreed_talk():
    assert (
        asked(WISH % "One number to ring" + MEETING, "SAM312")
        == "Jon Aas, what do you tell Ann Top on 2 Dec 2026 about “One number to ring”?"
    )


def test_a_wish_for_another_price_is_ours_to_answer():
    assert (
        asked(WISH % "A lower fee", "SAM312")
        == "Mira Holm, what do we answer Ann Top on “A lower fee”, and who of us says it?"
    )
    assert asked(WISH % "Less coffee", "SAM312").startswith("Ann Top, is “Less coffee” still open")


TEAM = """\
name: Acme
lead: mira-holm
tier: strategic
people:
  - {id: chair, name: Cy Chair, roles: [decider]}
  - {id: head, name: Di Head, support: supporter, influence: 4, function: operations}
  - {id: boss, name: Ed Boss, support: supporter, influence: 7, function: operations}
  - {id: cash, name: Flo Cash, influence: 3, function: finance}
contacts: [{date: 2026-11-10, ours: [mira-holm], theirs: [head, boss, cash]}]
economics: {agreed_days: 30, days_to_pay: 90}
"""


def test_who_is_for_us_and_in_touch_is_asked_and_copied():
    (one,) = found(TEAM, "SAM304")
    assert one.ask.startswith("Ed Boss, what in these two pages")
    assert "who: boss" in one.line
    assert asked(TEAM, "SAM605").startswith("Flo Cash, what holds our invoices up")
    elsewhere = TEAM.replace("function: finance", "function: it")
    assert asked(elsewhere, "SAM605").startswith("Ed Boss, what holds our invoices up")


APART = """\
name: Acme
lead: mira-holm
people: [{id: low, name: Bo Low}, {id: top, name: Ann Top}]
position:
  signals:
    - {signal: rival-pilot, as_of: 2026-11-10, by: jon-aas, %s}
    - {signal: quiet, as_of: 2026-11-09, who: low}
"""


def test_what_somebody_told_us_of_others_is_asked_of_nobody():
    told = APART % "evidence: Low saw two of them count"
    assert asked(told, "SAM506").startswith("Jon Aas, may we say at Acme that we know “Low saw two of them count”")
    own = APART % "who: low, evidence: Low said so"
    assert asked(own, "SAM506").startswith("Bo Low, ")
    assert (
        asked(own + "promises: [{what: Two pages, by: jon-aas, to: people/low, due: 2026-12-04}]\n", "SAM506")
        == "Jon Aas, does Bo Low get “Two pages” by 4 Dec 2026?"
    )


GONE = """\
name: Acme
people:
  - {id: old, name: Old Hand, reports_to: wul, status: left, until: 2026-06-30}
  - {id: top, name: Ann Top, roles: [decider]}
  - {id: wul, name: Wu Lff}
validation: [{date: 2025-01-10, who: old}]
"""


def test_after_somebody_left_the_line_names_whom_the_question_asks():
    (one,) = found(GONE, "SAM305")
    assert one.ask.startswith("Wu Lff, ")
    assert "who: wul" in one.line


def test_a_step_that_begins_with_them_comes_before_one_that_only_mentions_them():
    steps = """\
actions:
  - {what: "Write to Mid, after Top has agreed", owner: jon-aas, due: 2026-11-25}
  - {what: Ring Top, owner: jon-aas, due: 2026-12-02}
"""
    assert asked(ACCOUNT + steps, "SAM106").startswith("Jon Aas, “Ring Top” is planned")


def test_after_a_notice_day_that_is_planned_for_the_question_is_about_the_talk():
    contract = """\
name: Acme
units: [{id: hamm, name: Hamm}]
people: [{id: top, name: Ann Top, roles: [decider]}]
footprint: [{unit: hamm, offering: dock, held_by: us, until: 2027-03-31, notice_by: 2026-09-30}]
"""
    follows = "opportunities: [{name: What follows, unit: hamm, offering: dock, kind: renew, sponsor: top}]\n"
    assert asked(contract, "SAM316").startswith("Ann Top, does the contract run on after 31 Mar 2027")
    assert (
        asked(contract + follows, "SAM316")
        == "Ann Top, on which day do we sit down about what follows 31 Mar 2027, and who else sits there?"
    )


HOPEFUL = """\
name: Acme
tier: strategic
lead: mira-holm
people:
  - {id: rao, name: Priya Rao, roles: [decider], function: operations,
     sees_us_as: {value: service, basis: observed, as_of: 2026-11-01}}
  - {id: lund, name: Per Lund, function: finance}
contacts:
  - {date: 2026-11-01, ours: [mira-holm], theirs: [rao, lund]}
  - {date: 2026-11-01, ours: [jon-aas], theirs: [rao]}
position:
  own_view: interdependent
  evidence:
    - {indicator: saw-tender-early, basis: client_confirmed, who: rao, as_of: 2026-11-01}
    - {indicator: volumes-ahead, basis: client_confirmed, who: rao, as_of: 2026-11-01}
    - {indicator: plan-shown, basis: client_confirmed, who: rao, as_of: 2026-11-01}
    - {indicator: start-together, basis: client_confirmed, who: rao, as_of: 2026-11-01}
%s"""


def test_a_sign_of_our_own_house_is_asked_of_us_and_not_of_the_first_key_player():
    seen = "    - {indicator: frame, basis: client_confirmed, who: rao, as_of: 2026-11-01}\n"
    assert asked(HOPEFUL % seen, "SAM501").startswith("Mira Holm, which sum of the benefit have we shown them")
    assert asked(HOPEFUL % "", "SAM501").startswith("Mira Holm, under which agreement do they buy from us")
    upstream = "    - {indicator: saw-tender-early, basis: client_confirmed, who: rao, as_of: 2026-11-01}\n"
    assert asked(HOPEFUL.replace(upstream, "") % seen, "SAM501").startswith("Priya Rao, who of yours writes a tender")


HELD = ACCOUNT.replace("roles: [decider]", "roles: [decider], owner: mira-holm")
TEXT = "promises: [{what: The text, by: %s, to: people/top, due: 2026-12-04}]\n"
BESIDE = "actions: [{what: 'Write to Mid, after Top has agreed', owner: jon-aas, due: 2026-11-25}]\n"


@pytest.mark.parametrize(
    ("more", "question"),
    [
        (TEXT % "mira-holm" + BESIDE, "Mira Holm, does Ann Top get “The text” by 4 Dec 2026?"),
        (TEXT % "jon-aas" + BESIDE, "Jon Aas, does Ann Top get “The text” by 4 Dec 2026?"),
        (TEXT % "mira-holm" + RING % "2026-12-02", "Mira Holm, does Ann Top get “The text” by 4 Dec 2026?"),
        (
            TEXT % "jon-aas" + RING % "2026-12-09",
            "Jon Aas, “Ring Top before the talk” is planned for 9 Dec 2026: does that day hold?",
        ),
    ],
)
def test_what_is_for_them_and_of_whoever_looks_after_them_comes_before_the_rest(more, question):
    assert asked(HELD + more, "SAM106") == question


OWED = """\
name: Acme
lead: mira-holm
people: [{id: top, name: Ann Top}, {id: old, name: Old Hand, status: left, until: 2026-06-30}]
promises: [{what: Four headsets for the evening shift, by: jon-aas, to: top, due: 2026-11-06}]
"""
DAY = "Jon Aas, on which day does Ann Top get “Four headsets for the evening shift”, and who of us tells them today?"
STEP = "actions: [{what: %s, owner: mira-holm, due: %s}]\n"


@pytest.mark.parametrize(
    ("account", "question"),
    [
        (OWED, DAY),
        (
            OWED + STEP % ("Bring Top the headsets and two spares", "2026-11-27"),
            "Mira Holm, “Bring Top the headsets and two spares” is planned for 27 Nov 2026: does that day hold?",
        ),
        (
            OWED + "risks: [{what: X, response: Lend Top four headsets, owner: jon-aas, due: 2026-12-04}]\n",
            "Jon Aas, “Lend Top four headsets” is planned for 4 Dec 2026: does that day hold?",
        ),
        (OWED + STEP % ("Bring Top the headsets", "2026-11-12"), DAY),
        (OWED + STEP % ("Work four hours of an evening shift with Top", "2026-11-27"), DAY),
        (OWED + STEP % ("Count the headsets", "2026-11-27"), DAY),
        (OWED.replace("by: jon-aas, ", ""), DAY.replace("Jon Aas", "Mira Holm")),
        (
            OWED.replace("to: top", "to: old"),
            "Jon Aas, on which day do we keep “Four headsets for the evening shift”, and who of us says so today?",
        ),
        (
            OWED.replace("by: jon-aas, to: top", "by: people/top, to: jon-aas"),
            "Ann Top, what holds “Four headsets for the evening shift” up, and which day can we count on?",
        ),
    ],
)
def test_who_waits_for_a_late_promise_of_ours_is_not_asked(account, question):
    assert asked(account, "SAM213") == question


def test_a_promise_is_known_in_a_step_by_what_is_promised():
    doors = OWED.replace("Four headsets for the evening shift", "What two others do with a door like this")
    tell = STEP % ("'Ring Top before his shift, and tell him what two others do'", "2026-11-24")
    assert asked(doors + tell, "SAM213").startswith("Mira Holm, “Ring Top before")
    ask = STEP % ("Ask Top what he was told", "2026-11-24")
    assert asked(doors + ask, "SAM213").startswith("Jon Aas, on which day does Ann Top get")


@pytest.mark.parametrize(
    ("sides", "owner"),
    [
        ("by: people/top, to: jon-aas", "jon-aas"),
        ("by: people/top", "mira-holm"),
        ("to: jon-aas", "jon-aas"),
        ("by: mira-holm, to: jon-aas", "mira-holm"),
        ("by: jon-aas, to: top", "jon-aas"),
    ],
)
def test_a_promise_of_theirs_is_asked_for_by_whoever_it_was_made_to(sides, owner):
    account = OWED.replace("by: jon-aas, to: top", sides)
    assert [one.owner for one in found(account, "SAM213")] == [owner]
    undated = account.replace(", due: 2026-11-06", "")
    assert [one.owner for one in found(undated, "SAM214")] == [owner]


CONTRACT = """\
name: Acme
lead: mira-holm
units: [{id: hamm, name: Hamm}]
people: [{id: top, name: Ann Top, roles: [decider]}]
footprint: [{unit: hamm, offering: dock, held_by: us, until: 2027-03-31, notice_by: 2026-09-30}]
opportunities: [{name: After March, unit: hamm, offering: dock, kind: renew, sponsor: top, owner: jon-aas%s}]
"""
ASK_TOP = "actions: [{what: Ask Top and Mid for one day in January, owner: %s, due: %s}]\n"
DUE_STEP = "Jon Aas, the next step of “After March” is due on 8 Dec 2026: what do you ask by then, and whom?"


@pytest.mark.parametrize(
    ("account", "question"),
    [
        (CONTRACT % ", due: 2026-12-08", DUE_STEP),
        (CONTRACT % ", due: 2026-11-20", DUE_STEP.replace("8 Dec", "20 Nov")),
        (
            CONTRACT % ", due: 2026-12-08" + ASK_TOP % ("jon-aas", "2026-12-08"),
            "Jon Aas, “Ask Top and Mid for one day in January” is planned for 8 Dec 2026: does that day hold?",
        ),
        (CONTRACT % ", due: 2026-12-08" + ASK_TOP % ("mira-holm", "2026-12-08"), DUE_STEP),
        (CONTRACT % ", due: 2026-12-08" + ASK_TOP % ("jon-aas", "2026-12-01"), DUE_STEP),
        ((CONTRACT % ", due: 2026-12-08").replace(", owner: jon-aas", ""), DUE_STEP.replace("Jon Aas", "Mira Holm")),
        (
            CONTRACT % ", due: 2026-11-19",
            "Ann Top, on which day do we sit down about what follows 31 Mar 2027, and who else sits there?",
        ),
        (
            CONTRACT % ", due: 2027-04-01",
            "Ann Top, on which day do we sit down about what follows 31 Mar 2027, and who else sits there?",
        ),
    ],
)
def test_where_the_next_step_towards_what_follows_has_a_day_nobody_of_theirs_is_asked_before(account, question):
    assert asked(account, "SAM316") == question
