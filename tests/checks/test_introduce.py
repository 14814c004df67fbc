"""Who is asked to introduce us to a key player nobody has met: the first on the way the map shows, or nobody."""

from __future__ import annotations

from checks.check_cases import found

ACCOUNT = """\
name: Acme
people:
  - {id: top, name: Ann Top, roles: [decider]}
  - {id: mid, name: Bo Mid, reports_to: top}
  - {id: low, name: Cy Low, reports_to: mid}
  - {id: far, name: Dee Far, last_contact: 2026-11-19}
"""
TALK = "contacts: [{date: 2026-11-19, ours: [mira-holm], theirs: [%s]}]\n"


def asked(account: str) -> str:
    (one,) = found(account, "SAM106")
    return one.ask


def test_who_is_one_step_away_is_asked_for_them():
    assert asked(ACCOUNT + TALK % "mid") == "Bo Mid, would you introduce us to Ann Top, and what about?"


def test_who_is_two_steps_away_is_asked_for_the_next_on_the_way():
    assert asked(ACCOUNT + TALK % "low") == "Cy Low, would you introduce us to Bo Mid, on the way to Ann Top?"


def test_whoever_was_met_last_is_not_asked_for_that():
    assert asked(ACCOUNT + TALK % "far") == ""


OWNED = ACCOUNT.replace("roles: [decider]", "roles: [decider]%s")


def acts(account: str) -> tuple[str | None, str]:
    (one,) = found(account, "SAM106")
    return one.owner, one.line.partition("ours: ")[2].partition(",")[0]


def test_whoever_talks_with_the_first_on_the_way_asks_them():
    lead = "lead: jon-aas\n"
    assert acts(OWNED % "" + TALK % "mid" + lead) == ("mira-holm", "[mira-holm]")
    assert acts(OWNED % ", owner: jon-aas" + TALK % "mid") == ("jon-aas", "[jon-aas]")
    assert acts(OWNED % "" + TALK % "far" + lead) == ("jon-aas", "[jon-aas]")
