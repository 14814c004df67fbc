"""Who leads an account, and the pages for whoever runs the course: whole, true to the data, and never a sum of pay."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest
from helpers import ROOT, as_html, elements, example, project, tags, text_of

from sam_gen.model.becoming import Becoming, Carrying, WeekPart
from sam_gen.model.facilitation import Facilitation, Guide, Move, Sheet
from sam_gen.model.record import Record
from sam_gen.pages.becoming import HOME, PROFILE, becoming_pages
from sam_gen.pages.facilitate import HOME as GUIDES
from sam_gen.pages.facilitate import SHEETS, facilitate_pages
from sam_gen.pages.site import site_pages
from sam_gen.reading.curriculum import RESERVED

EXAMPLE = example()
WRITTEN = EXAMPLE.playbook.becoming or Becoming.model_construct()
RUN = EXAMPLE.playbook.facilitation or Facilitation.model_construct()
COMPETENCIES = [one.id for one in EXAMPLE.playbook.method.competencies.competencies]
GUIDE_IDS = [one.id for one in RUN.guides]


def texts(value: object) -> list[str]:
    """Return every text of a record and of what it holds."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for item in value for text in texts(item)]
    if isinstance(value, Record):
        return [text for name in type(value).model_fields for text in texts(getattr(value, name))]
    return []


def sentences(text: str) -> list[str]:
    return [one for one in re.split(r"(?<=[.?])[”\"]?\s+", text) if one]


def words(text: str) -> list[str]:
    return re.findall(r"[\w'’-]*\w", text)


def pages(read):
    return {page.path: page for page in (*becoming_pages(read), *facilitate_pages(read))}


MADE = pages(EXAMPLE)


@pytest.mark.parametrize("path", MADE)
def test_every_page_is_whole(path):
    html = as_html(MADE[path])
    headings = tags(html, "h1", "h2", "h3")
    ids = [one.attributes.get("id") for one in headings]
    assert all(ids)
    assert len(ids) == len(set(ids))
    assert [one.tag for one in headings].count("h1") == 1
    assert not tags(html, "script", "form", "button")


def test_every_link_leads_to_a_page_and_a_place_on_it():
    there = {page.path: page for page in site_pages(EXAMPLE)}
    ids = cache(lambda address: {one.attributes.get("id") for one in elements(as_html(there[address]))})
    for page in MADE.values():
        for link in tags(as_html(page), "a"):
            href = link.attributes["href"]
            target, _, fragment = href.partition("#")
            parts = page.path.strip("/").split("/")
            for step in target.split("/"):
                parts = parts[:-1] if step == ".." else [*parts, step] if step not in ("", ".") else parts
            address = "".join(f"{part}/" for part in parts)
            assert address in there, (page.path, href)
            if fragment:
                assert fragment in ids(address), (page.path, href)


def test_no_lesson_can_take_their_addresses():
    assert {HOME.split("/")[1], GUIDES.split("/")[1]} <= RESERVED


def test_an_empty_playbook_is_asked_for_the_next_step():
    made = pages(project())
    assert list(made) == [HOME, PROFILE, GUIDES]
    assert "playbook/becoming.yml" in text_of(as_html(made[HOME]))
    assert "playbook/facilitation.yml" in text_of(as_html(made[GUIDES]))
    assert "No pair yet." in text_of(as_html(made[PROFILE]))


@pytest.mark.parametrize("file", ["becoming.yml", "facilitation.yml", "onboarding.yml", "models/competencies.yml"])
def test_a_sentence_can_be_said(file):
    written = {
        "becoming.yml": WRITTEN,
        "facilitation.yml": RUN,
        "onboarding.yml": EXAMPLE.playbook.onboarding,
        "models/competencies.yml": EXAMPLE.playbook.method.competencies,
    }[file]
    said = [sentence for text in texts(written) for sentence in sentences(text)]
    assert [one for one in said if len(words(one)) > 30] == []
    assert sum(len(words(one)) for one in said) / len(said) <= 17
    assert not [one for one in said if "!" in one]


# Who leads an account ----------------------------------------------------------------------------------


def test_the_profile_has_ten_pairs_and_says_what_it_is_not():
    assert len(WRITTEN.pairs) == 10
    assert "no test of character" in WRITTEN.profile
    html = as_html(MADE[PROFILE])
    boxes = [one.attributes["name"] for one in elements(html) if one.attributes.get("type") == "radio"]
    assert sorted(boxes) == sorted([one.id for one in WRITTEN.pairs] * 2)


def test_both_wrong_ways_round_are_there():
    hunter, farmer = WRITTEN.mismatches
    assert "hunter" in hunter.name
    assert "farmer" in farmer.name
    assert {one.wants.value for one in WRITTEN.situations} == {"hunter", "farmer", "both"}


def test_the_work_sample_takes_two_hours_on_the_cases():
    sample = WRITTEN.sample
    assert sample
    assert sum(part.minutes for part in sample.parts) == 120
    text = text_of(as_html(MADE[HOME]))
    assert "Choose by two hours of work" in text
    assert "Minutes 100–120" in text
    ids = {one.id for one in EXAMPLE.cases.accounts} if EXAMPLE.cases else set()
    assert {part.case for part in sample.parts if part.case} <= ids
    assert all(one.none != one.some != one.full for one in sample.marks)


def test_each_seat_expects_a_level_of_each_competency():
    assert [seat.id for seat in WRITTEN.seats] == ["member", "backup", "lead", "several", "leader", "expert"]
    for seat in WRITTEN.seats:
        assert [level.competency for level in seat.levels] == COMPETENCIES, seat.id
        assert not all(level.level == 4 for level in seat.levels)
        assert seat.back


def test_no_sum_of_pay_is_printed():
    pay = " ".join(texts(WRITTEN.pay))
    assert not re.search(r"[£$€]|\d{2,}|per cent|%", pay)
    assert any("quarter" in one.tied_to for one in WRITTEN.pay.harmful)


@pytest.mark.parametrize(
    ("accounts", "hours", "says"),
    [
        (3, 40, "for three accounts 30 h. Of 40 hours 10 h are left"),
        (4, 40, "for four accounts 40 h. Of 40 hours nothing is left"),
        (5, 40, "for five accounts 50 h. That is 10 h more than a week of 40 hours has."),
        (1, 11, "for one account 10 h. Of 11 hours 1 h is left"),
    ],
)
def test_the_sum_of_a_week_is_true(accounts, hours, says):
    week = (WeekPart.model_construct(minutes=600, goes_to="All"),)
    carrying = Carrying.model_construct(about="A", week=week, accounts=accounts, hours=hours)
    read = replace(EXAMPLE, playbook=replace(EXAMPLE.playbook, becoming=Becoming.model_construct(carrying=carrying)))
    assert says in text_of(as_html(pages(read)[HOME]))


# With a team ------------------------------------------------------------------------------------------


def test_there_is_a_guide_for_each_part_and_for_the_first_ninety_days():
    assert [one.factor for one in RUN.guides] == [0, 1, 2, 3, 4, 5, None]
    assert set(MADE) >= {f"{GUIDES}{id_}/" for id_ in GUIDE_IDS}


@pytest.mark.parametrize("guide", RUN.guides, ids=GUIDE_IDS)
def test_a_guide_keeps_to_its_time(guide):
    assert sum(move.minutes for move in guide.half_day) == 210
    assert RUN.opening
    assert RUN.closing
    around = RUN.opening.minutes + RUN.closing.minutes
    assert [around + sum(move.minutes for move in hour.moves) for hour in guide.hours] == [60] * 6


@pytest.mark.parametrize("guide", RUN.guides, ids=GUIDE_IDS)
def test_a_guide_has_all_its_parts(guide):
    assert guide.room
    assert len(guide.prints) >= 4
    assert len(guide.slips) == 3
    assert all(slip.say.startswith("“") for slip in guide.slips)
    assert guide.leader
    assert guide.in_file


@pytest.mark.parametrize("guide", [one for one in RUN.guides if one.factor is not None], ids=GUIDE_IDS[:-1])
def test_the_hours_take_in_every_lesson_of_the_part(guide):
    lessons = {one.id for one in EXAMPLE.playbook.lessons if one.factor == guide.factor}
    moves = {move.lesson for hour in guide.hours for move in hour.moves if move.lesson}
    assert {id_ for hour in guide.hours for id_ in hour.before} | moves == lessons
    assert {move.lesson for move in guide.half_day if move.lesson} <= lessons


@pytest.mark.parametrize("guide", RUN.guides, ids=GUIDE_IDS)
def test_everything_to_print_has_its_address(guide):
    printed = MADE[f"{GUIDES}{guide.id}/"].context["prints"]
    assert len(printed) == len(guide.prints)
    assert all(one.link.to for one in printed)


def test_every_sheet_has_an_address():
    assert set(SHEETS) == set(Sheet)


def test_the_running_order_says_when_each_part_begins():
    moves = tuple(Move.model_construct(minutes=minutes, what="A") for minutes in (50, 15, 5))
    guide = Guide.model_construct(id="g", name="G", aim="A", room="R", half_day=moves)
    read = replace(
        EXAMPLE, playbook=replace(EXAMPLE.playbook, facilitation=Facilitation.model_construct(guides=(guide,)))
    )
    context = pages(read)[f"{GUIDES}g/"].context
    assert [one.at for one in context["half_day"]] == ["0:00", "0:50", "1:05"]
    assert context["half_heading"] == "Half a day: 1 h 10 min"


def test_the_data_are_files_of_the_playbook():
    assert (ROOT / "playbook/becoming.yml").is_file()
    assert (ROOT / "playbook/facilitation.yml").is_file()
