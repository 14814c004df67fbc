"""The pages of the exercises: the key beside the file, the diagnosis it prints, the sheets of two halves."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace

import pytest
from helpers import ROOT, as_html, elements, example, leaked_none, tags, text_of

from sam_gen.assess.diagnosis import diagnose
from sam_gen.checks.check import check_practice
from sam_gen.model.project import Project
from sam_gen.pages.practice import practice_pages
from sam_gen.pages.practice_sides import LARGEST, gap, largest, signed
from sam_gen.reading.folders import Folders
from sam_gen.reading.project import read_project

PAGES = {page.path: page for page in practice_pages(example())}
REPAIR, DIAGNOSE, SIDES = (
    f"training/practice/{id_}/" for id_ in ("repair-the-plan", "diagnose-it", "two-teams-one-account")
)
ADDRESSES = {
    "training/practice/",
    REPAIR,
    DIAGNOSE,
    f"{DIAGNOSE}sheet/",
    SIDES,
    f"{SIDES}supplier/",
    f"{SIDES}client/",
    f"{SIDES}comparison/",
}


def exercise(address: str):
    id_ = address.split("/")[2]
    return next(one for one in example().cases.practice.exercises if one.id == id_)


def test_these_pages_and_no_other():
    assert set(PAGES) == ADDRESSES


@pytest.mark.parametrize("path", sorted(ADDRESSES))
def test_page_is_whole(path):
    html = as_html(PAGES[path])
    found = elements(html)
    assert [element.tag for element in found].count("h1") == 1
    ids = [element.attributes["id"] for element in found if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    assert not leaked_none(text_of(html))


def test_without_a_folder_the_list_asks_for_the_next_step():
    cases = replace(example().cases, practice=None)
    for project in (replace(example(), cases=cases), replace(example(), cases=None)):
        (page,) = practice_pages(project)
        text = text_of(as_html(page))
        assert "No exercise yet." in text
        assert "playbook/cases/practice/accounts/first.yml" in text


# Repair ---------------------------------------------------------------------------------


def test_the_key_prints_each_line_as_the_check_names_it():
    html = as_html(PAGES[REPAIR])
    text = text_of(html)
    lines = (ROOT / "playbook/cases/practice/accounts/skelwick.yml").read_text(encoding="utf-8").splitlines()
    hits = check_practice(example(), ["playbook/cases/practice/accounts/skelwick.yml"])
    printed = re.findall(r"Line (\d+) · (SAM\d+)", text)
    assert printed == [(str(one.place.line), one.code) for one in hits]
    assert len(printed) == 15
    assert [row.source for row in PAGES[REPAIR].context["rows"]] == [lines[one.place.line - 1].strip() for one in hits]
    (file,) = (element for element in elements(html) if "s-file" in element.classes)
    assert [line for line in file.text.split("\n") if line.strip()] == [line for line in lines if line.strip()]


def test_the_two_that_no_rule_sees_have_their_line():
    text = text_of(as_html(PAGES[REPAIR]))
    for one in exercise(REPAIR).unseen:
        assert re.search(rf"Line \d+ {re.escape(one.line)}", text)


def company(root, file: str, old: str, new: str) -> Project:
    for name in ("playbook", "accounts"):
        shutil.copytree(ROOT / name, root / name)
    path = root / "playbook/models" / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    return read_project(Folders(root))


def html_of(project: Project, address: str) -> str:
    return as_html(next(page for page in practice_pages(project) if page.path == address))


def test_a_company_that_silences_a_rule_is_told(tmp_path):
    project = company(tmp_path, "rules.yml", "rules:\n", "rules:\n  - {code: SAM217, severity: 'off'}\n")
    text = text_of(html_of(project, REPAIR))
    assert "The key was written for 15 findings; your company's models give 14. They do not find SAM217." in text
    assert "Not found by your rules · SAM217" in text
    assert "your company's models give" not in text_of(as_html(PAGES[REPAIR]))


# Diagnose -------------------------------------------------------------------------------


def brantholme():
    cases = example().cases
    account = next(one for one in cases.practice.accounts if one.id == "brantholme")
    return account, diagnose(account, cases.playbook, cases.as_of)


def test_the_written_key_is_what_the_evidence_gives():
    _, found = brantholme()
    written = {one.dimension: one.stage for one in exercise(DIAGNOSE).stands}
    assert written == {stand.dimension.id: stand.stage.id for stand in found.stands}
    assert exercise(DIAGNOSE).today == found.today.id == "interdependent"
    assert found.middle.id == "integrated", "the gate bites"


def test_it_is_another_stage_than_that_of_the_cases():
    cases = example().cases
    found = (diagnose(one, cases.playbook, cases.as_of).today for one in cases.accounts)
    others = {today.id for today in found if today}
    assert others
    assert exercise(DIAGNOSE).today not in others


def test_every_note_is_in_the_file_and_every_line_of_the_file_is_a_note():
    account, _ = brantholme()
    text = text_of(as_html(PAGES[DIAGNOSE]))
    assert "not in the file" not in text
    notes = {(one.dimension, one.date) for one in exercise(DIAGNOSE).statements}
    assert len(notes) == len(exercise(DIAGNOSE).statements) <= 30
    indicators = {one.id: one.dimension for one in example().playbook.method.continuum.indicators}
    lines = {(indicators[one.indicator], one.as_of) for one in account.position.evidence}
    lines |= {("contact", one.date) for one in account.contacts}
    lines |= {("sees-us", claim.as_of) for one in account.people for claim in one.sees_us_as}
    lines |= {("own", one.as_of) for one in account.position.own_view}
    assert notes == lines


def test_every_trap_of_the_five_kinds_is_there():
    traps = {one.trap for one in exercise(DIAGNOSE).statements if one.trap}
    for kind in ("hearsay", "expired", "of our own", "gate is closed", "without the one below"):
        assert any(kind in trap for trap in traps), kind
    text = text_of(as_html(PAGES[DIAGNOSE]))
    for word in ("carries nothing", "318 d old: expired", "143 d ago: expired", "looked for and not found"):
        assert word in text


def test_the_arithmetic_is_printed():
    text = text_of(as_html(PAGES[DIAGNOSE]))
    assert "In order, 0 for the lowest stage: 2, 2, 2, 3, 4, 4, 4, 4, 4, 4." in text
    assert "Contact structure and How they see us both stand at 2, Cooperative; so today is at most 3" in text
    assert "Today is Interdependent." in text
    assert "were written for the models that ship" not in text


def test_a_company_with_another_continuum_is_told(tmp_path):
    project = company(tmp_path, "continuum.yml", "  above_gates: 1 ", "  above_gates: 2 ")
    text = text_of(html_of(project, DIAGNOSE))
    assert "Today is Integrated." in text
    assert "Your company's differ in today's stage." in text


def test_a_company_that_asks_for_more_signs_is_told_by_dimension(tmp_path):
    project = company(tmp_path, "continuum.yml", "  seen_needed: 2 ", "  seen_needed: 3 ")
    text = text_of(html_of(project, DIAGNOSE))
    assert "Written for Integrated: your company's models say Basic." in text


# Two sides ------------------------------------------------------------------------------


def test_each_half_sees_its_own_brief_alone():
    briefs = {side.id: side.brief for side in exercise(SIDES).sides}
    for id_, brief in briefs.items():
        assert len(brief.split()) <= 150
        for path in (SIDES, *(f"{SIDES}{other}/" for other in (*briefs, "comparison"))):
            said = brief.split(". ")[0].replace("*", "") in text_of(as_html(PAGES[path]))
            assert said is (path == f"{SIDES}{id_}/")


def test_the_running_order_fills_the_time():
    one = exercise(SIDES)
    assert sum(step.minutes for step in one.order) == one.minutes == 90


def test_ten_lines_one_for_each_dimension():
    one = exercise(SIDES)
    assert [line.dimension for line in one.rated] == [
        dimension.id for dimension in example().playbook.method.continuum.dimensions
    ]
    assert len({line.ours for line in one.rated} | {line.theirs for line in one.rated}) == 20


def test_the_largest_gaps_are_named_with_their_direction():
    rated = exercise(SIDES).rated
    assert largest(rated) == (
        "The largest gaps are Those who decide (+3), Who talks with whom (+2) and Price and terms (+2)."
    )
    assert sorted((gap(line) for line in rated), reverse=True)[:LARGEST] == [3, 2, 2]
    even = [replace_rate(line, 2, 2) for line in rated]
    assert largest(even) == "Both halves put the same numbers: ask what they are made of."
    assert largest([replace_rate(rated[0], 1, 3), *even]) == "The largest gap is Hearing of it early (−2)."
    tied = [replace_rate(line, 3, 2) for line in rated]
    assert largest(tied).endswith("Ten lines for three places: choosing is part of the work.")
    assert [signed(number) for number in (-2, 0, 3)] == ["−2", "0", "+3"]


def test_each_of_the_largest_gaps_has_its_sentence_and_its_act():
    one = exercise(SIDES)
    named = [line.name for line in sorted(one.rated, key=lambda line: -abs(gap(line)))[:LARGEST]]
    assert len(one.answers) == LARGEST
    for answer, name in zip(one.answers, named, strict=True):
        assert answer.startswith(f"*{name}.*")
        assert re.search(r"\*\*Act:\*\* .*\d October", answer)


def replace_rate(line, ours: int, theirs: int):
    return line.model_copy(update={"ours_rate": ours, "theirs_rate": theirs})


# All ------------------------------------------------------------------------------------


def test_lessons_that_are_not_there_are_not_linked():
    bare = replace(example(), playbook=replace(example().playbook, lessons=()))
    for page in practice_pages(bare):
        assert "Taught in" not in text_of(as_html(page))
    known = {lesson.id for lesson in example().playbook.lessons}
    for one in example().cases.practice.exercises:
        assert set(one.lessons) <= known


def test_anchors_of_a_rubric_differ():
    for one in example().cases.practice.exercises:
        assert 3 <= len(one.criteria) <= 4
        for criterion in one.criteria:
            assert len(set(criterion.anchors)) == 3


def prose_of(record) -> list[str]:
    found = []
    for name in type(record).model_fields:
        value = getattr(record, name)
        for one in value if isinstance(value, tuple) else (value,):
            found += prose_of(one) if hasattr(type(one), "model_fields") else [one] if isinstance(one, str) else []
    return found


def test_sentences_can_be_said_aloud():
    lengths = []
    for one in example().cases.practice.exercises:
        for text in prose_of(one):
            for sentence in re.split(r"(?<=[.?!])[\"”)*]*\s+", text):
                lengths.append(len(sentence.split()))
                assert lengths[-1] <= 30, sentence
    assert sum(lengths) / len(lengths) <= 17


def test_the_pages_link_only_to_pages_of_the_site():
    for path, page in PAGES.items():
        for link in tags(as_html(page), "a"):
            assert not link.attributes["href"].startswith("http"), (path, link.attributes["href"])
