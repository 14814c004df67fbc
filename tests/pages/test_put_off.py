"""What the file has put off on purpose is not advised meanwhile."""

from __future__ import annotations

import pytest
from helpers import as_html, example, only, text_of

from sam_gen.pages.plan import plan_page
from sam_gen.pages.position import position_page
from sam_gen.pages.reviews import reviews_page
from sam_gen.pages.sponsors import sponsors_page

PUT_OFF = """\
name: A
people: [{id: p, name: Ann Poe, title: CEO, roles: [decider], owner: jon-aas}]
contacts: [{date: 2026-01-12, ours: [mira-holm], theirs: [p]}]
ignore:
  - {rule: SAM304, why: The page on what stands goes first., until: %s}
  - {rule: SAM107, on: p, why: He writes to her once it is decided., until: %s}
"""


TEAM = """\
team:
  - {id: mira-holm, name: Mira Holm, role: Account manager}
  - {id: jon-aas, name: Jon Aas, role: Chief operating officer}
"""


def shown(make, until: str) -> str:
    return " ".join(text_of(as_html(make(*only(PUT_OFF % (until, until), team=TEAM)))).split())


@pytest.mark.parametrize("make", [plan_page, reviews_page])
def test_a_plan_that_waits_is_put_before_nobody(make):
    assert "Put off until 15 Dec: The page on what stands goes first." in shown(make, "2026-12-15")
    assert "Put two pages before their sponsor" not in shown(make, "2026-12-15")
    assert "Put two pages before their sponsor" in shown(make, "2026-11-20")


def test_a_first_talk_that_waits_is_not_agreed_today():
    assert "Put off until 15 Dec: He writes to her once it is decided." in shown(sponsors_page, "2026-12-15")
    assert "agree the first talk" not in shown(sponsors_page, "2026-12-15")
    assert "agree the first talk" in shown(sponsors_page, "2026-11-20")


def test_the_sign_of_a_plan_that_waits_says_until_when():
    account = next(one for one in example().accounts if one.id == "pellworth")
    waits, now = (
        " ".join(text_of(as_html(position_page(example(), one))).split())
        for one in (account, account.model_copy(update={"ignore": ()}))
    )
    assert "gone through our plan for them Put off until 15 Dec" in waits
    assert "Put off" not in now
