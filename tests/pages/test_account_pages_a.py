"""Map, position, white space and value: what they say of accounts from empty to full."""

from __future__ import annotations

from decimal import Decimal

import pytest
from account_pages import FULL, NAME_ONLY, account_of, project_of
from helpers import as_html, as_markdown, elements, example, overview, tags, text_of

from sam_gen.pages.map import map_page
from sam_gen.pages.position import position_page
from sam_gen.pages.value import value_page
from sam_gen.pages.white_space import percent, white_space_page
from sam_gen.render.page import Page

MAKERS = {"map": map_page, "position": position_page, "white-space": white_space_page, "value": value_page}


def page(name: str, text: str = FULL, **more: str) -> Page:
    return MAKERS[name](*account_of(text, **more))


def shown(name: str, text: str = FULL, **more: str) -> str:
    return text_of(as_html(page(name, text, **more)))


SAYS = {
    "map": [
        "We believe Per Lund and Elin Berg are for us.",
        "The hole is Priya Rao (Controller): no talk with us is on file.",
        "Elin Berg moves Per Lund",
        "No longer there: Ulf Gone, until 30 Jun",
        "Ours × theirs: two of three have spoken with us in a year",
        "owner, 2 talks 10 d",
        "owner, none in a year 629 d, stale",
        "Three live pairs of ours and theirs",
        "By unit: a live tie in one of three",
        "Plant South nobody on file is noted for this unit: ask who runs it",
    ],
    "position": [
        "The evidence puts us at Basic. We say Cooperative, one stage higher, and wish for Integrated.",
        "Evidence says Basic, we say Cooperative, we wish for Integrated",
        "one stage more hopeful",
        "one stage beyond the ceiling",
        "today, 2 of 3 dimensions",
        "achievable, their ceiling",
        "own view, Sun 1 Nov",
        "desired, by 31 Dec 2028",
        "The middle of the dimensions is Basic, one dimension not known yet",
        "at most one stage above Contact structure.",
        "Interdependent, looked for and not found Observed No case shown 10 d",
        "1 confirmed; 1 looked for, not found",
        "ask: Which of their plans have we seen?",
        "The two cheapest next signs",
        "two more functions in talks",
        "- indicator: site-figures basis: observed",
        "Trail: two own views and one wish on file",
        "Why Interdependent is the ceiling: two limits",
        "The wish, Integrated, is above the ceiling, Interdependent.",
    ],
    "white-space": [
        "Of the spend known in four of eight cells, 20% is ours.",
        "The largest known spend that is not ours is at Plants: €320 k a year.",
        "7 of 9 cells known",
        "Ferrotek €60 k ended Sat 31 Oct",
        "Competitor, ask who",
        "Blocked Frame agreement to 2029",
        "Option B1 Energy watch",
        "of €5 k, our part not known",
        "Contract ends: one cell past the day, two cells in the next 365 days",
        "nothing yet who of them wants it renewed?",
        "nothing yet what would make them ask us too?",
        "Ask first: two cells not known yet",
        "We know 78% of the cells, 7 of 9.",
        "Doors: none yet beside what we serve",
        "White space of ours, not theirs: the one open opportunity",
        "Service Per Lund COO",
    ],
    "value": [
        "Three benefits on file, one confirmed by the client, €42 k a year. Of the promises, one of ours is late.",
        "€50 k three benefits, one without an amount",
        "measured, not noted by whom",
        "We promised: one late, one open Kept by the day: 0 of 1 that had to be.",
        "They promised: one kept, one kept late Kept by the day: 1 of 2 that had to be (50%).",
        "They depend on us: two ties, the strongest costly to cut",
        "Every tie on file runs the other way.",
    ],
}
EMPTY = {
    "map": ["Nobody is on the map yet.", "Who reports to whom: nobody on the map yet", "roles: [decider]"],
    "position": [
        "Not known yet where we stand: there is no live evidence of contact structure.",
        "We have not said where we believe we are.",
        "own_view: basic",
        "Dimensions: no evidence on file yet",
        "Achievable: not known yet, no ceiling named",
        "How early we are let in: not known yet",
    ],
    "white-space": ["Not known yet: which of their units buys what", "held_by: competitor"],
    "value": ["No benefit is on file yet. No promise is on file either way.", "kind: save_money"],
}


@pytest.mark.parametrize("name", SAYS)
def test_a_full_account(name):
    text = shown(name)
    assert [sentence for sentence in SAYS[name] if sentence not in text] == []


@pytest.mark.parametrize("name", EMPTY)
def test_an_account_with_only_a_name(name):
    text = shown(name, NAME_ONLY)
    assert [sentence for sentence in EMPTY[name] if sentence not in text] == []


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("text", [FULL, NAME_ONLY], ids=["full", "name only"])
def test_every_page(name, text):
    html = as_html(page(name, text))
    ids = [element.attributes["id"] for element in elements(html) if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    feet = [element.text for element in elements(html) if "s-foot" in element.classes]
    assert sum("accounts/a.yml" in foot for foot in feet) >= len(tags(html, "h2"))
    assert tags(html, "b", "script") == []
    (heading,) = tags(html, "h1")
    assert heading.text.lower().replace(" ", "-") == name


@pytest.mark.parametrize("name", MAKERS)
def test_titles_and_search(name):
    made = page(name, NAME_ONLY)
    assert made.path == f"accounts/a/{name}/"
    assert made.title == f"Acme: {name.replace('-', ' ')}"
    assert made.searched == (name == "map")


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("account", example().accounts, ids=lambda account: account.id)
def test_the_example_builds(name, account):
    assert account.name in as_markdown(MAKERS[name](example(), account)).replace("&#38;", "&")


@pytest.mark.parametrize("name", MAKERS)
def test_a_page_never_speaks_of_another_account(name):
    other = FULL.replace("Per Lund", "Zeno Quist").replace("Ferrotek", "Zebra").replace("Plant", "Mill")
    alone, both = project_of(FULL), project_of(FULL, other)
    make = MAKERS[name]
    assert as_markdown(make(alone, alone.accounts[0])) == as_markdown(make(both, both.accounts[0]))


def test_the_overview_leads_to_the_map():
    html = as_html(overview("name: Acme\npeople: [{name: P, roles: [decider]}]\n"))
    assert 'href="map/"' in html
    assert "Who moves whom" not in text_of(html)


# Sentences that count ----------------------------------------------------------------


def people(*lines: str) -> str:
    return "name: Acme\npeople:\n" + "".join(f"  - {{{line}}}\n" for line in lines)


SHOWN = "support: {value: supporter, basis: observed, as_of: 2026-11-01, by: mira-holm, evidence: Said so}"
FRIEND = f"roles: [decider], {SHOWN}, owner: mira-holm, last_contact: 2026-11-01"


@pytest.mark.parametrize(
    ("text", "lede"),
    [
        (people(f"name: A, {FRIEND}"), "A carries us. Every key player has an owner and a talk that still tells."),
        (people(f"name: A, {FRIEND}", f"name: B, {FRIEND}", f"name: C, {FRIEND}"), "A, B and one other carry us."),
        (
            people(f"name: A, {SHOWN}, last_contact: 2026-11-01"),
            "A carries us, but no key player does. No key player is named yet",
        ),
        (people("name: A, support: supporter"), "We believe A is for us; nobody has met them. No key player is named"),
        (people("name: A, support: supporter, last_contact: 2026-11-01"), "We believe A is for us. No key player"),
        (people("name: A, roles: [decider], status: vacant"), "The hole is A: the post is vacant."),
        (
            people("name: A, roles: [decider]", "name: B, roles: [approver], influence: 9"),
            "Nobody there is known to be for us. The hole is B: no talk with us is on file. "
            "The same holds for one other.",
        ),
        (people("name: A, roles: [decider], owner: jon-aas"), "The hole is A: no talk with us is on file."),
    ],
)
def test_who_carries_us(text, lede):
    assert lede in shown("map", text)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        (NAME_ONLY, "Ours × theirs: nobody of theirs named yet"),
        (people("name: A"), "Ours × theirs: the one person there has not spoken"),
        (people("name: A", "name: B"), "Ours × theirs: none of two has spoken"),
        (people("name: A, last_contact: 2026-11-01"), "Ours × theirs: the one person there has spoken"),
        (people(*[f"name: A{i}, last_contact: 2026-11-01" for i in range(2)]), "Ours × theirs: both have spoken"),
        (people(*[f"name: A{i}, last_contact: 2026-11-01" for i in range(3)]), "Ours × theirs: all three have spoken"),
        (people("name: A, last_contact: 2026-11-01", "name: B"), "Ours × theirs: one of two has spoken"),
    ],
)
def test_who_has_spoken_with_us(text, heading):
    assert heading in shown("map", text)


@pytest.mark.parametrize(
    ("said", "lede", "heading"),
    [
        ("own_view: basic", "We say Basic, and have not said what we want.", "does not say yet, we say Basic"),
        ("desired: basic", "We wish for Basic, and have not said where we believe we are.", "we wish for Basic"),
        ("own_view: basic, desired: basic", "We say Basic and want to hold it.", "we say Basic, we want to hold it"),
        ("own_view: integrated, desired: basic", "We say Integrated and wish for Basic.", "we wish for Basic"),
    ],
)
def test_what_we_say(said, lede, heading):
    text = shown("position", f"name: Acme\nposition: {{{said}}}\n")
    assert lede in text
    assert heading in text


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ("held_by: us", "We know who holds one of three cells. What they spend is not known well enough for a share."),
        ("held_by: us, spend: 10, ours: 10", "Of the spend known in one of three cells, 100% is ours."),
        ("held_by: nobody", "We know who holds one of three cells."),
        ("spend: 10", "We know who holds none of three cells."),
    ],
)
def test_the_lede_of_white_space(cells, says):
    text = f"name: Acme\nunits: [{{id: u, name: U}}]\nfootprint: [{{unit: u, offering: drives, {cells}}}]\n"
    assert says in shown("white-space", text)


def test_a_frame_agreement_is_one_contract_end():
    cells = "".join(
        f"  - {{unit: {unit}, offering: {offering}, held_by: us, ours: 10, until: 2027-06-30}}\n"
        for unit in ("u", "v")
        for offering in ("drives", "lines")
    )
    text = shown("white-space", f"name: A\nunits: [{{id: u, name: U}}, {{id: v, name: V}}]\nfootprint:\n{cells}")
    assert "30 Jun 2027 in 222 d; notice day not on file U and V 4 cells Ours €40" in text
    assert "Contract ends: four cells in the next 365 days" in text


def test_a_vacant_post_is_named_by_its_title():
    text = people("name: Vacant, title: CFO, roles: [decider], status: vacant")
    assert "The hole is CFO: the post is vacant." in shown("map", text)


def test_no_offering_at_all():
    assert "The playbook names no offering yet" in shown("white-space", NAME_ONLY, offerings="offerings: []\n")


@pytest.mark.parametrize(("share", "text"), [("0", "0%"), ("0.001", "under 1%"), ("0.125", "13%"), ("1", "100%")])
def test_percent(share, text):
    assert percent(Decimal(share)) == text


def test_what_is_missing_is_never_zero():
    text = "name: Acme\nunits: [{id: u, name: U}]\nvalue: [{what: Less scrap}]\n"
    assert "€0" not in shown("white-space", text)
    assert "€0" not in shown("value", text)
    assert "0%" not in shown("white-space", text)
