"""How people stand and how alive our ties are, at every boundary."""

from __future__ import annotations

import datetime

import pytest
from helpers import day, only
from hypothesis import given
from hypothesis import strategies as st

from sam_gen.assess.people import Freshness, backing, in_touch, standings, talk_lasts, tier_of
from sam_gen.model.account import Account
from sam_gen.model.people import Contact, Person

AS_OF = "2026-11-20"


def see(text: str, as_of: str = AS_OF):
    project, account = only(text, as_of=as_of)
    return standings(account, project.playbook, project.as_of)


def one(fields: str, tier: str = "key", more: str = "", as_of: str = AS_OF):
    """Return the standing of one person with these fields, of an account whose talks last 180 days for `key`."""
    (standing,) = see(f"name: A\ntier: {tier}\npeople: [{{id: rao, name: Priya Rao, {fields}}}]\n{more}", as_of)
    return standing


@pytest.mark.parametrize(
    ("age", "freshness"),
    [
        (0, "fresh"),
        (1, "fresh"),
        (90, "fresh"),  # exactly half
        (91, "late"),
        (179, "late"),
        (180, "stale"),  # exactly used up
        (181, "stale"),
        (3000, "stale"),
    ],
)
def test_freshness_of_a_talk_that_lasts_180_days(age, freshness):
    talk = day(AS_OF) - datetime.timedelta(age)
    who = one(f"last_contact: {talk}")
    assert (who.freshness, who.talk_age, who.last_talk) == (freshness, age, talk)
    assert 0 <= who.talk_left <= 1


@pytest.mark.parametrize(
    ("tier", "lasts"), [("strategic", 90), ("key", 180), ("candidate", 240), ("tiers/key", 180), ("", 240)]
)
def test_the_tier_says_how_long_a_talk_lasts(tier, lasts):
    project, account = only(f"name: A\ntier: {tier}\n")
    assert talk_lasts(account, project.playbook) == lasts
    found = tier_of(account, project.playbook)
    assert (found.id if found else "") == tier.removeprefix("tiers/")
    who = one(f"last_contact: {day(AS_OF) - datetime.timedelta(lasts)}", tier)
    assert who.freshness is Freshness.STALE
    who = one(f"last_contact: {day(AS_OF) - datetime.timedelta(lasts - 1)}", tier)
    assert who.freshness is Freshness.LATE


def test_nobody_spoke_to_them():
    who = one("title: COO")
    assert (who.freshness, who.talk_age, who.talk_left, who.last_talk) == (Freshness.NEVER, None, None, None)


@pytest.mark.parametrize(
    ("contacts", "last"),
    [
        ("- {date: 2026-11-01, theirs: rao}", "2026-11-01"),
        ("- {date: 2026-11-01, theirs: people/rao}", "2026-11-01"),
        ("- {date: 2026-11-01, theirs: [rao]}\n- {date: 2026-10-01, theirs: [rao]}", "2026-11-01"),
        ("- {date: 2026-10-01, theirs: [rao]}\n- {date: 2026-11-01, theirs: [rao]}", "2026-11-01"),
        ("- {date: 2026-03-01, theirs: [rao]}", "2026-04-01"),  # the short form is newer
        ("- {date: 2026-11-01}", "2026-04-01"),  # nobody of theirs was there
        ("- {date: 2026-11-20, theirs: [rao]}", "2026-11-20"),
        ("- {date: 2026-11-21, theirs: [rao]}", "2026-04-01"),  # tomorrow has not been
        ("- {date: 2026-12-21, theirs: [rao]}\n- {date: 2026-10-01, theirs: [rao]}", "2026-10-01"),
    ],
)
def test_the_last_talk(contacts, last):
    assert one("last_contact: 2026-04-01", more=f"contacts:\n{contacts}\n").last_talk == day(last)


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ("title: COO", False),
        ("roles: [decider]", True),
        ("roles: [approver]", True),
        ("roles: [economic_buyer]", True),
        ("roles: champion", True),
        ("roles: [user_buyer, technical_buyer, gatekeeper, procurement, influencer]", False),
        ("roles: [influencer, decider]", True),
        ("roles: [decider], key_player: no", False),
        ("key_player: yes", True),
    ],
)
def test_who_is_a_key_player(fields, key):
    assert one(fields).key_player is key


@pytest.mark.parametrize(
    ("support", "for_us"),
    [("mentor", True), ("supporter", True), ("neutral", False), ("doubter", False), ("opponent", False), ("", False)],
)
def test_who_is_for_us(support, for_us):
    assert one(f"support: {support}", more="as_of: 2026-11-18\n").for_us is for_us


def test_a_stand_too_old_to_build_on_is_nobody_for_us():
    who = one("support: mentor", more="as_of: 2024-11-18\n")
    assert (who.backs_us, who.for_us, who.stand_known) == (True, False, False)


PEOPLE = """\
name: A
tier: key
as_of: 2026-11-18
people:
  - {name: Ann, roles: [decider], support: mentor, last_contact: 2026-11-01}
  - {name: Bob, roles: [champion], support: doubter, last_contact: 2020-01-01}
  - {name: Cem, roles: [approver]}
  - {name: Dag, support: supporter}
  - {name: Eva, roles: [decider], support: mentor, status: left}
  - {name: Vacant, roles: [decider], status: vacant}
"""


def test_those_who_left_are_gone_and_a_vacancy_is_nobody():
    people = see(PEOPLE)
    assert [who.person.name for who in people] == ["Ann", "Bob", "Cem", "Dag", "Vacant"]
    figure = backing(people)
    assert (figure.value, figure.unit, figure.known) == (1, "of 3 key players", pytest.approx(2 / 3))
    assert [reason.text for reason in figure.because] == ["Ann: mentor", "Bob: doubter", "Cem: not known yet"]
    assert [reason.place.line for reason in figure.because] == [5, 6, 7]
    figure = in_touch(people)
    assert (figure.value, figure.unit) == (1, "of 4 people")
    assert figure.because[0].text == "Ann: last talk 1 Nov 2026"
    assert figure.because[3].text == "Dag: last talk never"


@pytest.mark.parametrize(
    ("people", "value", "unit", "ask"),
    [
        ("[]", None, "of 0 key players", "Who decides, who approves"),
        ("[{name: Ann}]", None, "of 0 key players", "Who decides, who approves"),
        ("[{name: Ann, roles: [decider]}]", None, "of 1 key player", "How does Ann see our work?"),
        ("[{name: Ann, roles: [decider], support: neutral}]", 0, "of 1 key player", None),
        ("[{name: Ann, roles: [decider], status: vacant}]", None, "of 0 key players", "Who decides, who approves"),
        ("[{name: Ann, roles: [decider], status: left}]", None, "of 0 key players", "Who decides, who approves"),
    ],
)
def test_backing_that_is_not_known_asks(people, value, unit, ask):
    figure = backing(see(f"name: A\nas_of: 2026-11-18\npeople: {people}\n"))
    assert (figure.value, figure.unit) == (value, unit)
    assert (figure.ask or "").startswith(ask or "")
    assert (figure.ask is None) == (ask is None)


@pytest.mark.parametrize(
    ("people", "value", "unit"),
    [
        ("[]", None, "of 0 people"),
        ("[{name: Ann, status: vacant}]", None, "of 0 people"),
        ("[{name: Ann, status: left}]", None, "of 0 people"),
        ("[{name: Ann}]", 0, "of 1 person"),
    ],
)
def test_in_touch_that_is_not_known_asks(people, value, unit):
    figure = in_touch(see(f"name: A\npeople: {people}\n"))
    assert (figure.value, figure.unit) == (value, unit)
    assert (figure.ask is None) == (value is not None)


def test_the_past_is_seen_as_it_was():
    text = """\
name: A
tier: key
as_of: 2026-11-01
contacts:
  - {date: 2026-11-10, theirs: rao}
  - {date: 2026-05-01, theirs: rao}
people:
  - id: rao
    name: Rao
    support: [{value: mentor, as_of: 2026-10-01}, {value: doubter, as_of: 2026-02-01}]
"""
    seen = {as_of: see(text, as_of)[0] for as_of in ("2026-01-01", "2026-05-01", "2026-11-09", "2026-11-10")}
    assert [who.last_talk and who.last_talk.isoformat() for who in seen.values()] == [
        None,
        "2026-05-01",
        "2026-05-01",
        "2026-11-10",
    ]
    assert [who.support and who.support.value for who in seen.values()] == [None, "doubter", "mentor", "mentor"]


DAYS = st.dates(datetime.date(2025, 1, 1), datetime.date(2027, 12, 31))
PROJECT, _ = only("name: A\n")


def standing(talks: list[datetime.date], as_of: datetime.date):
    contacts = tuple(Contact.model_construct(date=talk, theirs=("rao",)) for talk in talks)
    person = Person.model_construct(id="rao", name="Rao")
    account = Account.model_construct(id="a", name="A", tier="key", people=(person,), contacts=contacts)
    return standings(account, PROJECT.playbook, as_of)[0]


ORDER = [Freshness.NEVER, Freshness.STALE, Freshness.LATE, Freshness.FRESH]


@given(st.lists(DAYS, max_size=4), DAYS, DAYS)
def test_a_further_talk_never_makes_a_tie_older(talks, further, as_of):
    before, after = standing(talks, as_of), standing([*talks, further], as_of)
    assert ORDER.index(after.freshness) >= ORDER.index(before.freshness)
    assert (after.talk_left or 0) >= (before.talk_left or 0)


@given(st.lists(DAYS, max_size=6), DAYS)
def test_later_talks_are_never_seen(talks, as_of):
    past = [talk for talk in talks if talk <= as_of]
    assert standing(talks, as_of) == standing(past, as_of)
    assert standing(talks, as_of).last_talk == max(past, default=None)
