"""The bank of questions on its page and on coaching pages; the rubric of the plan review."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache

import pytest
from browser.hostile_texts import shown
from generated import worlds
from helpers import as_html, elements, example, only, text_of

from sam_gen.advise.bank import chosen
from sam_gen.advise.focus import focus
from sam_gen.advise.slots import slots
from sam_gen.assess.diagnosis import diagnose
from sam_gen.assess.ground import Ground
from sam_gen.assess.people import standings
from sam_gen.checks.content import content
from sam_gen.model.account import Account
from sam_gen.model.project import Project
from sam_gen.model.questions import SLOTS, Question
from sam_gen.pages.coaching import coaching_page
from sam_gen.pages.conditions import shown_by
from sam_gen.pages.method import method_pages

EXAMPLE = example()
CASES = frozenset(account.id for account in EXAMPLE.cases.accounts)
SHOWN = shown()
BANK = EXAMPLE.playbook.questions
TEXTS = ("ask", "when", "listen_for", "follow_up", "red_flag")


def page(project: Project, path: str) -> str:
    (found,) = (one for one in method_pages(project) if one.path == path)
    return as_html(found)


WHOLE = page(EXAMPLE, "method/questions/")


def ids(html: str) -> list[str]:
    return [one.attributes["id"] for one in elements(html) if "id" in one.attributes]


def test_the_bank_is_large_enough_and_covers_every_side():
    assert len(BANK) >= 150
    method = EXAMPLE.playbook.method
    stages = Counter(stage for one in BANK for stage in one.stage_ids)
    assert all(stages[stage.id] >= 30 for stage in method.continuum.stages)
    assert {one.dimension_id for one in BANK} == {one.id for one in method.continuum.dimensions}
    assert {one.competency_id for one in BANK} == {one.id for one in method.competencies.competencies}


def test_each_question_stands_there_once_with_all_its_parts():
    said = Counter(one.text for one in elements(WHOLE) if one.tag in ("p", "dd"))
    anchors = ids(WHOLE)
    assert len(anchors) == len(set(anchors))
    for one in BANK:
        assert f"question-{one.id}" in anchors
        for name in TEXTS:
            value = getattr(one, name)
            assert said[f"Fits when: {value}" if name == "when" else value] == 1, f"{one.id}: {name}"


def test_it_is_grouped_by_stage_and_can_be_entered_by_dimension_and_competency():
    method = EXAMPLE.playbook.method
    headings = [one.text for one in elements(WHOLE) if one.tag == "h2"]
    stages = [*(stage.name for stage in method.continuum.stages), "Any stage"]
    said = [heading.partition(":")[0] for heading in headings]
    assert said == ["By dimension", "By competency", *stages, "What the file decides"]
    assert sum(int(number) for number in re.findall(r": (\d+) questions", " ".join(headings))) == len(BANK)
    anchors = ids(WHOLE)
    assert all(f"dimension-{one.id}" in anchors for one in method.continuum.dimensions)
    assert all(f"competency-{one.id}" in anchors for one in method.competencies.competencies)


def test_the_tables_lead_to_every_question_twice():
    heads, _, _ = WHOLE.partition('id="stage0"')
    led = Counter(re.findall(r"#(question-[a-z0-9-]+)", heads))
    assert led == {f"question-{one.id}": 2 for one in BANK}


def test_a_question_for_two_stages_says_so():
    one = next(one for one in BANK if one.stage_ids == ("basic", "cooperative"))
    (item,) = (item for item in elements(WHOLE) if item.attributes.get("id") == f"question-{one.id}")
    assert "also for Cooperative" in item.text


def test_competencies_lead_to_their_questions():
    html = page(EXAMPLE, "method/competencies/")
    for one in EXAMPLE.playbook.method.competencies.competencies:
        assert f"questions/#competency-{one.id}" in html


def test_an_empty_bank():
    project, account = only("name: Acme\n")
    bank = text_of(page(project, "method/questions/"))
    assert "No question yet." in bank
    assert "playbook/questions/first-talks.yml" in bank
    assert "no question yet" in text_of(page(project, "method/competencies/"))
    coaching = text_of(as_html(coaching_page(project, account)))
    assert "Questions for this stage: none yet" in coaching
    assert "The bank is empty." in coaching


# A coaching page ------------------------------------------------------------------------


@pytest.mark.parametrize("account", EXAMPLE.accounts, ids=lambda account: account.id)
def test_six_questions_each_with_what_to_listen_for(account):
    html = as_html(coaching_page(EXAMPLE, account))
    section = html.partition('id="stage"')[2].partition("<h2")[0]
    said = {one.text for one in elements(html)}
    here = [one for one in BANK if one.listen_for in said]
    assert len(here) == 6
    for one in here:
        for name in TEXTS[2:]:
            assert getattr(one, name) in said
        shown = shown_by(one, Ground(account, EXAMPLE.playbook, EXAMPLE.as_of))
        assert (shown or f"Fits when: {one.when}") in said
    assert section.count("<details") == 6
    assert "method/questions/" in section


def test_the_heading_says_the_stage_or_that_it_is_not_known():
    said = {
        account.id: text_of(
            next(
                one.text
                for one in elements(as_html(coaching_page(EXAMPLE, account)))
                if one.tag == "h2" and "ix questions" in one.text
            )
        )
        for account in EXAMPLE.accounts
    }
    assert said["grevenau"] == "Six questions for the stage Basic: how they see us first"
    assert said["dunmore"] == "Six questions for an account whose stage is not known yet: upstream entry first"


def test_the_first_question_is_of_the_side_the_focus_belongs_to_and_a_key_player_is_named_for_what_they_say():
    account = next(one for one in EXAMPLE.accounts if one.id == "kiviranta")
    text = text_of(as_html(coaching_page(EXAMPLE, account)))
    assert "The first is about the side the focus belongs to, the others go from the weakest side" in text
    asks = next(one for one in EXAMPLE.playbook.questions if one.id == "beyond-the-specification")
    people = standings(account, EXAMPLE.playbook, EXAMPLE.as_of)
    assert "what does Otso Virkki know of it?" in asks.asked(slots(account, people, EXAMPLE.as_of))


# Hostile texts --------------------------------------------------------------------------


@cache
def acme() -> tuple[Project, Account]:
    return only("name: Acme\n")


@cache
def with_question(text: str) -> tuple[str, str]:
    """Return bank and coaching page with one question, all of whose texts are this one."""
    project, account = acme()
    one = BANK[0].model_copy(update=dict.fromkeys(TEXTS, text) | {"stages": ()})
    laid = replace(project, playbook=replace(project.playbook, questions=(one,)))
    return page(laid, "method/questions/"), as_html(coaching_page(laid, account))


@pytest.mark.parametrize("case", SHOWN, ids=[case.id for case in SHOWN])
def test_a_question_is_only_text(case):
    for before, after in zip(with_question("Who?"), with_question(case.text), strict=True):
        assert [one.tag for one in elements(before)] == [one.tag for one in elements(after)]
        assert ids(before) == ids(after)
        said = [one.text for one in elements(after) if one.tag in ("p", "dd")]
        shown = case.text.replace("\u00a0", " ")
        assert said.count(shown) >= 4
        assert f"Fits when: {shown}" in said


# The rubric -----------------------------------------------------------------------------


def test_the_rubric_shows_three_anchors_a_criterion():
    text = text_of(page(EXAMPLE, "method/review/"))
    rubric = EXAMPLE.playbook.method.review.rubric
    assert len(rubric) == 8
    for one in rubric:
        assert len(set(one.anchors)) == 3
        for said in (one.name, one.asks, *one.anchors):
            assert said in text
    assert len({anchor for one in rubric for anchor in one.anchors}) == 24


def test_the_bank_keeps_the_rules_for_texts():
    assert list(content(EXAMPLE.playbook, CASES)) == []


def test_questions_are_records_with_a_place():
    assert all(isinstance(one, Question) and one.place.file.startswith("playbook/questions/") for one in BANK)
    assert len({(one.place.file, one.place.line) for one in BANK}) == len(BANK)


# Slots ------------------------------------------------------------------------------------


def chosen_of(project: Project, account: Account) -> tuple[Question, ...]:
    people = standings(account, project.playbook, project.as_of)
    about = focus(account, project.playbook, people, project.as_of)
    found = diagnose(account, project.playbook, project.as_of)
    return chosen(account, project.playbook, found, about, project.as_of)


@pytest.mark.parametrize(("project", "account"), worlds(), ids=lambda one: getattr(one, "id", ""))
def test_the_first_three_name_facts_of_the_account(project, account):
    facts = slots(account, standings(account, project.playbook, project.as_of), project.as_of)
    html = text_of(as_html(coaching_page(project, account)))
    for one in chosen_of(project, account)[:3]:
        assert one.names_facts(facts)
        assert one.asked(facts) in html
        assert one.ask not in html


def test_each_wording_with_slots_has_two_that_are_filled_with_something():
    for one in BANK:
        assert one.here is None or len(set(one.slots)) >= 2, one.id
    assert {slot for one in BANK for slot in one.slots} == set(SLOTS)


def test_a_slot_nothing_is_known_of_leaves_the_plain_wording():
    one = BANK[0].model_copy(update={"ask": "Who?", "here": "Who met {met} of {client}?"})
    assert one.asked({"client": "Acme"}) == "Who?"
    assert one.asked({"client": "Acme", "met": "{client} %s"}) == "Who met {client} %s of Acme?"


SLOTTED = """\
name: Acme
people:
  - {id: rao, name: Priya Rao, roles: [decider], influence: 9, owner: mira-holm}
  - {id: lund, name: Per Lund, roles: [approver], influence: 4, support: {value: opponent, as_of: 2026-11-01}}
  - {id: berg, name: Elin Berg, support: {value: mentor, as_of: 2026-11-03}}
  - {id: gone, name: Ulf Gone, support: mentor, status: left, until: 2026-06-30}
initiatives: [{name: Night shift without paper}]
contacts:
  - {date: 2026-11-03, ours: [mira-holm], theirs: [gone, berg]}
  - {date: 2026-10-01, ours: [mira-holm], theirs: [rao]}
  - {date: 2026-09-01, ours: [mira-holm], theirs: [lund]}
  - {date: 2026-12-01, ours: [mira-holm], theirs: [lund]}
meetings: [{date: 2026-12-10, what: Paper}, {date: 2026-11-25, what: Shifts}]
"""


@pytest.mark.parametrize(
    ("old", "new", "slot", "filled"),
    [
        ("date: 2026-09-01", "date: 2024-09-01", "silent", "Per Lund"),
        ("date: 2026-09-01", "date: 2024-09-01", "silent_since", "1 Sep 2024"),
        ("date: 2026-10-01", "date: 2024-10-01", "decider", "Per Lund"),
        ("what: Paper}", "what: Paper, theirs: [lund]}", "silent", "Per Lund"),
    ],
)
def test_a_slot_names_somebody_who_can_be_asked_about(old, new, slot, filled):
    assert old in SLOTTED
    project, account = only(SLOTTED.replace(old, new))
    assert slots(account, standings(account, project.playbook, project.as_of), project.as_of)[slot] == filled


@pytest.mark.parametrize(
    "change",
    [
        ("what: Paper}", "what: Paper, theirs: [lund]}"),
        ("meetings:", "actions: [{what: Write to Lund, owner: jon-aas, due: 2026-12-01}]\nmeetings:"),
    ],
)
def test_nobody_is_called_silent_whom_we_are_about_to_meet_or_have_a_step_for(change):
    text = SLOTTED.replace("date: 2026-09-01", "date: 2024-09-01")
    assert change[0] in text
    project, account = only(text.replace(*change))
    found = slots(account, standings(account, project.playbook, project.as_of), project.as_of)
    assert "silent" not in found
    assert "silent_since" not in found


SEEN = "basis: observed, as_of: 2026-11-01, by: jon-aas, evidence: X"


@pytest.mark.parametrize(
    ("lund", "berg", "filled"),
    [
        ("support: {value: supporter, SEEN}", "roles: [champion], support: {value: supporter, SEEN}", "champion"),
        ("support: {value: supporter, SEEN}", "support: {value: mentor, SEEN}", "champion"),
        ("key_player: yes, sees_us_as: business", "key_player: yes, sees_us_as: commodity", "odd_one"),
        ("key_player: yes, sees_us_as: service", "key_player: yes, sees_us_as: service", None),
    ],
)
def test_who_stands_for_us_and_sees_us_apart(lund, berg, filled):
    """Lund was met last; it is Berg all the same."""
    text = f"""name: A
people:
  - {{id: lund, name: Lund, last_contact: 2026-11-19, {lund}}}
  - {{id: berg, name: Berg, last_contact: 2026-11-01, {berg}}}
"""
    project, account = only(text.replace("SEEN", SEEN))
    found = slots(account, standings(account, project.playbook, project.as_of), project.as_of)
    named = {slot: found[slot] for slot in ("champion", "odd_one") if slot in found}
    assert named == ({filled: "Berg"} if filled else {})


def test_every_slot_is_filled_from_the_file():
    project, account = only(SLOTTED)
    people = standings(account, project.playbook, project.as_of)
    assert slots(account, people, project.as_of) == {
        "client": "Acme",
        "decider": "Priya Rao",
        "champion": "Elin Berg",
        "silent": "Per Lund",
        "silent_since": "1 Sep 2026",
        "met": "Elin Berg",
        "met_day": "3 Nov 2026",
        "meeting_day": "25 Nov 2026",
        "initiative": "Night shift without paper",
    }
