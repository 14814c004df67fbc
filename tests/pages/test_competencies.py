"""The competency model, its two sheets, and both views of a person in the coach edition."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from helpers import as_html, as_markdown, elements, example, project, tags, text_of

from sam_gen.model.account import Account
from sam_gen.model.coaching import PersonCoaching, Score
from sam_gen.model.edition import Edition
from sam_gen.model.project import Coaching, Project
from sam_gen.pages.competencies import LEADER, MODEL, SELF, model_context, sheet_pages
from sam_gen.pages.competency_check import HOME, competency_check_pages
from sam_gen.pages.method import method_pages
from sam_gen.pages.site import site_pages
from sam_gen.reading.shape import shape_of
from sam_gen.render.page import Page

EXAMPLE = example()
COMPETENCIES = EXAMPLE.playbook.method.competencies.competencies


# The model --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("one", COMPETENCIES, ids=lambda one: one.id)
def test_a_competency_has_four_levels_places_lessons_and_tools(one):
    assert len(one.levels) == 4
    assert len(one.shows) >= 2
    (entry,) = [each for each in model_context(EXAMPLE)["entries"] if each.id == f"about-{one.id}"]
    assert [place.look_for for place in entry.places] == [each.look_for for each in one.shows]
    assert all(place.field.to.startswith("reference/fields/#") for place in entry.places)
    assert all(place.page.to.startswith("training/cases/") for place in entry.places)
    assert entry.main
    assert 1 <= len(entry.tools) <= 4


@pytest.mark.parametrize("one", COMPETENCIES, ids=lambda one: one.id)
def test_every_place_is_a_field_of_an_account(one):
    for shows in one.shows:
        shape = shape_of(Account)
        for name in shows.field.split("."):
            assert name in shape.keys, shows.field
            shape = shape.records.get(name, shape)


def test_a_field_that_is_none_is_printed_without_a_link():
    first = COMPETENCIES[0]
    odd = first.model_copy(update={"shows": (first.shows[0].model_copy(update={"field": "contacts.nowhere"}),)})
    read = with_competencies(EXAMPLE, (odd,))
    (entry,) = model_context(read)["entries"]
    assert entry.places[0].field.to == ""
    assert entry.places[0].field.text == "contacts.nowhere"


def with_competencies(read: Project, competencies: tuple) -> Project:
    model = read.playbook.method.competencies.model_copy(update={"competencies": competencies})
    method = replace(read.playbook.method, competencies=model)
    return replace(read, playbook=replace(read.playbook, method=method))


def test_lessons_stand_once_and_those_that_name_it_first_come_first():
    for entry in model_context(EXAMPLE)["entries"]:
        id_ = entry.id.removeprefix("about-")
        both = [link.to for link in (*entry.main, *entry.also)]
        assert len(both) == len(set(both))
        named = [one for one in EXAMPLE.playbook.lessons if id_ in one.competencies]
        assert len(both) == len(named)
        assert [link.text for link in entry.main] == [one.name for one in named if one.competencies[0] == id_]


def test_the_page_without_lessons_and_cases_asks():
    page = next(one for one in method_pages(project()) if one.path == MODEL)
    text = text_of(as_html(page))
    assert "no lesson yet: which one builds it?" in text
    assert "training/cases/" not in as_html(page)


# The sheets -------------------------------------------------------------------------------------------


def sheets(read: Project) -> dict[str, Page]:
    return {page.path: page for page in sheet_pages(read)}


@pytest.mark.parametrize("path", [SELF, LEADER])
def test_a_sheet_has_a_box_for_every_level_and_needs_no_script(path):
    html = as_html(sheets(EXAMPLE)[path])
    found = elements(html)
    boxes = [one for one in found if one.attributes.get("type") == "radio"]
    assert len(boxes) == 4 * len(COMPETENCIES)
    assert {one.attributes["name"] for one in boxes} == {one.id for one in COMPETENCIES}
    assert len([one for one in found if one.attributes.get("type") == "text"]) == 2 * len(COMPETENCIES)
    assert not tags(html, "script", "form", "button")
    text = text_of(html)
    assert all(level in text for one in COMPETENCIES for level in one.levels)
    assert "A level holds when it was seen twice, on different days." in text
    assert "coaching/people/" in text


def test_the_leader_s_sheet_says_where_to_look_and_what_to_ask():
    own, leader = (text_of(as_html(sheets(EXAMPLE)[path])) for path in (SELF, LEADER))
    for one in COMPETENCIES:
        assert all(shows.look_for in leader for shows in one.shows)
        assert next(each.ask for each in EXAMPLE.playbook.questions if each.competency_id == one.id) in leader
        assert one.shows[0].look_for not in own


def test_the_lines_to_copy_are_read_as_they_stand(tmp_path):
    from sam_gen.reading.folders import Folders
    from sam_gen.reading.project import read_project

    for path in (SELF, LEADER):
        root = tmp_path / path.replace("/", "-")
        (root / "coaching/people").mkdir(parents=True)
        lay_down(root)
        yaml = sheets(read_project(Folders(root)))[path].context["yaml"]
        name = yaml.split("\n")[0].removeprefix("# ")
        (root / name).write_text(yaml + "\n", encoding="utf-8")
        read = read_project(Folders(root), coaching=True)
        (scores,) = [file.scores for file in read.coaching.people.values()]
        assert [one.level for one in scores] == [2, 2]
        assert len({one.as_of for one in scores}) == 2
        assert {one.by == "mira-holm" for one in scores} == {path == SELF}


def lay_down(root):
    from helpers import PLAYBOOK, TEAM

    for folder in ("accounts", "playbook"):
        (root / folder).mkdir()
    (root / "playbook/playbook.yml").write_text(PLAYBOOK, encoding="utf-8")
    (root / "playbook/team.yml").write_text(TEAM, encoding="utf-8")
    (root / "accounts/a.yml").write_text("name: Acme\n", encoding="utf-8")


# Both views of a person ---------------------------------------------------------------------------------


def score(level: int, day: str | None, by: str | None, evidence: str | None = None, on: str = "communication") -> Score:
    as_of = datetime.date.fromisoformat(day) if day else None
    return Score.model_construct(competency=on, level=level, as_of=as_of, by=by, evidence=evidence)


def coached(*scores: Score, edition: Edition = Edition.COACH) -> Project:
    file = PersonCoaching.model_construct(id="mira-holm", scores=scores)
    return replace(project("name: Acme\n"), edition=edition, coaching=Coaching({}, {"mira-holm": file}))


def shown(*scores: Score) -> str:
    (page,) = competency_check_pages(coached(*scores))
    return text_of(as_html(page))


OWN = score(3, "2026-09-01", "mira-holm", "Zeppelin page for the board")
SEEN = score(2, "2026-09-20", "jon-aas", "Obelisk note of 20 September")


def test_self_is_whoever_signed_for_themselves():
    text = shown(OWN, SEEN)
    assert "Mira Holm: one competency, one difference" in text
    assert "Begin with communication: the own view is one level above the leader’s." in text
    assert "own view one level higher" in text
    assert "Zeppelin page" in text
    assert "Jon Aas · Obelisk note" in text


@pytest.mark.parametrize(
    ("scores", "says"),
    [
        ((OWN, score(3, "2026-09-20", "jon-aas")), "one competency, no difference"),
        ((score(1, "2026-09-01", "mira-holm"), score(3, "2026-09-20", "jon-aas")), "own view two levels lower"),
        ((OWN,), "not judged yet"),
        ((SEEN,), "no sheet yet"),
        ((OWN, score(2, "2026-09-20", None)), "unsigned"),
        ((SEEN, score(3, "2026-10-20", "jon-aas")), "3 of 4"),
        ((SEEN, score(4, "2027-10-20", "jon-aas")), "2 of 4"),
        ((score(2, None, "jon-aas"),), "without a day"),
        ((score(2, "2026-09-20", "jon-aas"),), "rests on nothing yet: ask"),
    ],
)
def test_what_each_view_says(scores, says):
    assert says in shown(*scores)


def test_a_level_holds_when_it_was_judged_on_two_days():
    again = score(2, "2026-10-20", "jon-aas")
    second = COMPETENCIES[0].levels[1]
    assert "seen once" in shown(SEEN)
    assert f"A second time: “{second}”" in shown(SEEN)
    assert "holds" in shown(SEEN, again).replace("A level holds", "")
    assert COMPETENCIES[0].levels[2] in shown(SEEN, again)
    assert "A second time" not in shown(SEEN, again)
    same_day = score(2, "2026-09-20", "jon-aas", "twice on one day")
    assert "A second time" in shown(SEEN, same_day)
    lower = score(1, "2026-08-01", "jon-aas")
    assert "A second time" in shown(lower, SEEN), "a lower level does not support a higher one"


def test_the_last_level_has_no_next():
    days = ("2026-08-01", "2026-09-01")
    assert "the last level" in shown(*(score(4, day, "jon-aas") for day in days))


def test_the_widest_difference_comes_first():
    narrow = (score(2, "2026-09-01", "mira-holm"), score(1, "2026-09-02", "jon-aas"))
    wide = (score(4, "2026-09-01", "mira-holm", on="judgement"), score(1, "2026-09-02", "jon-aas", on="judgement"))
    alone = score(1, "2026-09-02", "jon-aas", on="strategy")
    text = shown(*narrow, alone, *wide)
    assert text.index("Integrity and judgement") < text.index("Communication") < text.index("Strategy")
    assert "Begin with integrity and judgement: the own view is three levels above" in text


def test_without_any_level_the_page_asks():
    (page,) = competency_check_pages(replace(project("name: Acme\n"), edition=Edition.COACH))
    text = text_of(as_html(page))
    assert "Nobody has a level on file yet." in text
    assert "Fill in a sheet with one of us first." in text
    assert "No level on file for Jon Aas." in shown(OWN)


def test_a_higher_level_leads_to_a_later_lesson():
    file = PersonCoaching.model_construct(id="mira-holm", scores=(score(1, "2026-09-01", "jon-aas"), SEEN, OWN))
    (page,) = competency_check_pages(
        replace(EXAMPLE, edition=Edition.COACH, coaching=Coaching({}, {"mira-holm": file}))
    )
    text = text_of(as_html(page))
    assert "One page they use" in text, "the second level is to be seen again: the second lesson that names it first"
    assert "No level on file for Jon Aas, Maud Leclercq," in text
    assert "and seven others." in text


def test_the_page_is_whole_and_not_searched():
    (page,) = competency_check_pages(coached(OWN, SEEN))
    assert (page.path, page.searched) == (HOME, False)
    ids = [one.attributes.get("id") for one in tags(as_html(page), "h1", "h2", "h3")]
    assert all(ids)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("edition", [one for one in Edition if one is not Edition.COACH])
def test_no_other_edition_has_it_or_a_word_of_it(edition):
    read = coached(OWN, SEEN, edition=edition)
    assert competency_check_pages(read) == ()
    pages = site_pages(read)
    assert HOME not in {page.path for page in pages}
    whole = "".join(as_markdown(page) for page in pages)
    assert [word for word in ("Zeppelin", "Obelisk") if word in whole] == []


def test_the_coach_s_site_has_it_beside_the_sheets():
    paths = [page.path for page in site_pages(coached(OWN, SEEN))]
    assert {HOME, SELF, LEADER} <= set(paths)
