"""The course in a browser: a lesson taken by keyboard, what is kept of it, and what happens where nothing is kept."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.conftest import Heard, Site
from browser.test_pages import RULES, WIDER
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = pytest.mark.browser

LESSON = "training/start-read-an-account/"
ID = "start-read-an-account"
KEY = "sam-gen learning /"
TODAY = "2026-11-22T10:00:00"
DIGEST = re.compile(r'data-check="start-read-an-account" data-digest="([0-9a-f]{12})"')
THROWS = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"


@pytest.fixture
def opened(chromium: Browser, example_site: Site) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a page of the course in a new browser, on a known day."""
    contexts: list[tuple[BrowserContext, Heard]] = []

    def new(path: str = LESSON, script: str = "", record: object = None, **options: Any) -> Page:
        context = chromium.new_context(**options)
        context.set_default_timeout(10_000)
        # The theme asks a browser for what it keeps, too, and does not catch the refusal.
        heard = Heard(example_site.origin, expected=("uncaught: no", "SecurityError: no") if script == THROWS else ())
        heard.listen(context)
        contexts.append((context, heard))
        context.clock.install(time=TODAY)
        if script:
            context.add_init_script(script)
        page = context.new_page()
        if record is not None:
            text = record if isinstance(record, str) else json.dumps(record)
            page.goto(example_site.url("404.html"))
            heard.events.clear()
            page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
        page.goto(example_site.url(path))
        return page

    yield new
    for context, heard in contexts:
        context.close()
        heard.none()


def answers(page: Page, question: int, right: bool):
    kind = "[data-right]" if right else ":not([data-right])"
    return page.locator("[data-question]").nth(question).locator(f"details{kind} > summary").first


def check(page: Page):
    return page.locator("[data-check] [role=status]")


def button(page: Page, name: str):
    return page.get_by_role("button", name=name)


def kept(page: Page) -> dict[str, Any]:
    return json.loads(page.evaluate("key => localStorage.getItem(key)", KEY) or "{}")


def keys(page: Page) -> list[str]:
    """Return what is ours in the browser; the theme keeps its own."""
    return page.evaluate("() => Object.keys(localStorage).filter(key => key.startsWith('sam-gen')).sort()")


def record(**lessons: dict[str, Any]) -> dict[str, Any]:
    empty = {"digest": "", "passed": "", "first": 0, "of": 0, "recalled": [], "answers": {}}
    named = {id_.replace("_", "-"): empty | one for id_, one in lessons.items()}
    return {"format": "sam-gen learning", "version": 1, "path": "", "name": "", "lessons": named}


def digest(site: Site) -> str:
    html = (site.folder / LESSON / "index.html").read_text(encoding="utf-8")
    found = DIGEST.search(unescape(html))
    assert found
    return found[1]


def tab_to(page: Page, wanted) -> None:
    """Press Tab until the wanted element has the focus."""
    handle = wanted.element_handle()
    for _ in range(250):
        if page.evaluate("element => document.activeElement === element", handle):
            return
        page.keyboard.press("Tab")
    pytest.fail("the keyboard does not get there")


def pass_lesson(page: Page) -> None:
    for question in range(page.locator("[data-question]").count()):
        answers(page, question, True).click()
    button(page, "Mark as done").click()


# A lesson -----------------------------------------------------------------------------


def test_a_lesson_is_taken_by_keyboard(opened: Callable[..., Page]):
    page = opened()
    expect(check(page)).to_have_text("No answer opened yet. At each question the first one you open counts.")
    wrong, right = answers(page, 0, False), answers(page, 0, True)
    tab_to(page, wrong)
    page.keyboard.press("Enter")
    expect(check(page)).to_have_text("None of three answered right. Still open: questions 1, 2 and 3.")
    expect(page.locator("[data-question]").first).to_contain_text("Not yet: open another answer.")
    expect(wrong).to_be_focused()
    tab_to(page, right)
    page.keyboard.press("Space")
    expect(page.locator("[data-question]").first).to_contain_text("Right at the second try.")
    expect(check(page)).to_have_text("One of three answered right. Still open: questions 2 and 3.")
    for question in (1, 2):
        tab_to(page, answers(page, question, True))
        page.keyboard.press("Enter")
    expect(check(page)).to_have_text("Two of three right at the first try. Worth a second look: question 1.")
    tab_to(page, button(page, "Mark as done"))
    page.keyboard.press("Enter")
    said = "Done in this browser on 22 November 2026, 2 of 3 right at the first try."
    expect(check(page)).to_have_text(f"{said} Its questions come back on 25 November 2026.")
    expect(check(page)).to_be_focused()
    page.reload()
    expect(check(page)).to_contain_text(said)
    expect(page.locator("[data-kept]")).to_contain_text(said)
    expect(page.locator("[data-question]").first).to_contain_text("Right at the second try.")
    lesson = kept(page)["lessons"][ID]
    assert (lesson["passed"], lesson["first"], lesson["of"], lesson["recalled"]) == ("2026-11-22", 2, 3, [])


def test_a_right_answer_is_not_undone_by_reading_the_others(opened: Callable[..., Page]):
    page = opened()
    answers(page, 0, True).click()
    answers(page, 0, False).click()
    answers(page, 0, True).click()
    expect(page.locator("[data-question]").first).to_contain_text("Right at the first try.")


def test_opening_by_a_script_or_a_search_is_no_answer(opened: Callable[..., Page]):
    page = opened()
    page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true; })")
    expect(check(page)).to_contain_text("No answer opened yet.")
    assert kept(page).get("lessons", {}) == {}


def test_the_questions_start_again_and_the_mark_stays_until_it_is_taken_back(opened: Callable[..., Page]):
    page = opened()
    pass_lesson(page)
    button(page, "Start the questions again").click()
    expect(page.locator("[data-question] summary").first).to_be_focused()
    assert page.locator("[data-question] details[open]").count() == 0
    expect(check(page)).to_contain_text("Done in this browser on 22 November 2026, 3 of 3")
    expect(check(page)).to_contain_text("No answer opened yet.")
    expect(button(page, "Mark as done")).to_be_hidden()
    button(page, "Take the mark back").click()
    expect(check(page)).to_be_focused()
    expect(check(page)).to_have_text("No answer opened yet. At each question the first one you open counts.")


def test_a_lesson_says_when_it_changed_since_it_was_passed(opened: Callable[..., Page], example_site: Site):
    old = {"digest": "0" * 12, "passed": "2026-11-03", "first": 3, "of": 3, "answers": {"00000000": {"opened": [0]}}}
    page = opened(record=record(start_read_an_account=old))
    said = "Changed since you passed it on 3 November 2026: read it and open the check again."
    expect(check(page)).to_contain_text(said)
    expect(page.locator("[data-kept]")).to_contain_text(said)
    expect(check(page)).to_contain_text("No answer opened yet.")
    page.goto(example_site.url("training/"))
    expect(page.locator(f"[data-lesson={ID}] .s-kept-mark").first).to_have_text("done 3 Nov 2026, changed since")
    page.goto(example_site.url(LESSON))
    pass_lesson(page)
    lesson = kept(page)["lessons"][ID]
    assert (lesson["digest"], lesson["passed"]) == (digest(example_site), "2026-11-22")
    assert "00000000" not in lesson["answers"]
    expect(check(page)).not_to_contain_text("Changed since")


def test_two_tabs_do_not_undo_each_other(opened: Callable[..., Page]):
    page = opened()
    other = page.context.new_page()
    other.goto(page.url)
    answers(page, 0, True).click()
    expect(check(other)).to_contain_text("One of three answered right.")
    answers(other, 1, True).click()
    answers(page, 2, True).click()
    expect(check(page)).to_have_text("Three of three right at the first try.")


# The model answer ---------------------------------------------------------------------


def test_a_model_answer_waits_until_it_is_opened(opened: Callable[..., Page]):
    page = opened()
    fold = page.locator(".s-reveal")
    expect(fold.locator("table")).to_be_hidden()
    tab_to(page, fold.locator("summary"))
    page.keyboard.press("Enter")
    expect(fold.locator("table")).to_be_visible()


def test_a_link_to_a_model_answer_opens_it(opened: Callable[..., Page]):
    page = opened(f"{LESSON}#model-answer")
    fold = page.locator(".s-reveal")
    expect(fold.locator("table")).to_be_visible()
    expect(page.locator("#model-answer")).to_be_in_viewport()
    fold.locator("summary").click()
    page.get_by_role("navigation", name="Table of contents").get_by_role("link", name="Model answer").click()
    expect(fold.locator("table")).to_be_visible()
    fold.locator("summary").click()
    page.get_by_role("navigation", name="Table of contents").get_by_role("link", name="Story").click()
    expect(fold.locator("table")).to_be_hidden()


def test_a_model_answer_is_reached_without_javascript_and_stands_on_paper(opened: Callable[..., Page]):
    page = opened(f"{LESSON}#model-answer", java_script_enabled=False)
    expect(page.locator("#model-answer")).to_be_in_viewport()
    answer = page.locator(".s-reveal > p").first
    expect(answer).to_be_hidden()
    page.emulate_media(media="print")
    assert answer.bounding_box()["height"] > 20
    page.emulate_media(media="screen")
    page.locator(".s-reveal > summary").click()
    expect(answer).to_be_visible()


def test_the_search_finds_a_model_answer_under_its_heading(example_site: Site):
    index = json.loads((example_site.folder / "search/search_index.json").read_text(encoding="utf-8"))
    (entry,) = [one for one in index["docs"] if one["location"] == f"{LESSON}#model-answer"]
    assert entry["title"] == "Model answer"
    assert "Trap one" in entry["text"]


# What is kept -------------------------------------------------------------------------


def test_progress_goes_from_one_browser_to_another(opened: Callable[..., Page], example_site: Site, tmp_path: Path):
    page = opened()
    pass_lesson(page)
    page.goto(example_site.url("training/"))
    with page.expect_download() as download:
        button(page, "Export").click()
    assert download.value.suggested_filename == "course-progress-2026-11-22.json"
    file = tmp_path / "progress.json"
    download.value.save_as(file)
    written = json.loads(file.read_text(encoding="utf-8"))
    assert (written["format"], written["version"], written["exported"]) == ("sam-gen learning", 1, "2026-11-22")
    assert written["lessons"] == kept(page)["lessons"]
    other = opened("training/", record=record(start_who_says_yes={"passed": "2026-11-20", "digest": "x"}))
    other.get_by_label("Import a file").set_input_files(file)
    expect(other.locator("[data-tools] [role=status]")).to_contain_text("Imported: one lesson.")
    assert set(kept(other)["lessons"]) == {ID, "start-who-says-yes"}
    assert "exported" not in kept(other)
    expect(other.locator("[data-kept] [role=status]")).to_contain_text("Two of 41 lessons done in this browser.")


WRONG = {
    "newer": (json.dumps({"format": "sam-gen learning", "version": 2, "lessons": {}}), "written by a newer course"),
    "foreign": ('{"lessons": {}}', "no export of a course"),
    "damaged": ('{"format": "sam-gen lear', "no export of a course"),
    "a list": ("[]", "no export of a course"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_file_that_is_none_changes_nothing(name: str, opened: Callable[..., Page], tmp_path: Path):
    text, said = WRONG[name]
    file = tmp_path / "wrong.json"
    file.write_text(text, encoding="utf-8")
    page = opened("training/", record=record(start_who_says_yes={"passed": "2026-11-20"}))
    before = kept(page)
    page.get_by_label("Import a file").set_input_files(file)
    expect(page.locator("[data-tools] [role=status]")).to_contain_text(said)
    assert kept(page) == before


def test_a_hostile_file_is_text(opened: Callable[..., Page], tmp_path: Path):
    evil = "<img src=x onerror=alert(1)>"
    whole = record(start_read_an_account={"passed": "2026-11-20", "digest": evil}) | {"name": evil, "path": evil}
    whole["lessons"]["__proto__"] = {"passed": "2026-11-20"}
    whole["lessons"]["constructor"] = {"passed": evil, "answers": {"__proto__": {"opened": [0], "right": True}}}
    file = tmp_path / "evil.json"
    file.write_text(json.dumps(whole), encoding="utf-8")
    page = opened("training/")
    page.get_by_label("Import a file").set_input_files(file)
    expect(page.locator("[data-tools] [role=status]")).to_contain_text("Imported")
    assert (kept(page)["path"], kept(page)["name"]) == ("", evil)
    page.goto(page.url + "certificate/")
    expect(page.locator('[data-fill="name"]')).to_have_text(evil)
    assert page.locator("article img").count() == 0


@pytest.mark.parametrize("script", [THROWS, FULL], ids=["blocked", "full"])
def test_a_browser_that_keeps_nothing_says_so_and_exports(script: str, opened: Callable[..., Page], tmp_path: Path):
    page = opened(script=script)
    expect(check(page)).to_contain_text("This browser does not keep progress: export before you close")
    pass_lesson(page)
    expect(check(page)).to_contain_text("Done in this browser on 22 November 2026, 3 of 3 right at the first try.")
    with page.expect_download() as download:
        button(page, "Export").click()
    file = tmp_path / "progress.json"
    download.value.save_as(file)
    other = opened("training/")
    other.get_by_label("Import a file").set_input_files(file)
    expect(other.locator("[data-kept] [role=status]")).to_contain_text("One of 41 lessons done in this browser.")


PARTLY = record(start_who_says_yes={"passed": "2026-11-20", "digest": "x"})
BROKEN = {
    "cut off": ('{"format": "sam-gen learning", "ver', 0),
    "no record": ("7", 0),
    "newer": (json.dumps(PARTLY | {"version": 2}), 0),
    "older": (json.dumps(PARTLY | {"version": 0}), 0),
    "partly": (json.dumps(PARTLY | {"lessons": PARTLY["lessons"] | {ID: 3}}), 1),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_record_that_cannot_be_read_is_put_aside_whole(name: str, opened: Callable[..., Page], tmp_path: Path):
    text, left = BROKEN[name]
    page = opened(record=text)
    expect(check(page)).to_contain_text("could not be read whole. It was put aside as it was, and is in every export.")
    assert page.evaluate("key => localStorage.getItem(key)", f"{KEY} set aside 1") == text
    assert len(kept(page)["lessons"]) == left
    pass_lesson(page)
    page.goto(page.url.replace(ID + "/", ""))
    expect(page.locator("[data-kept] [role=status]")).to_contain_text("put aside")
    with page.expect_download() as download:
        button(page, "Export").click()
    file = tmp_path / "progress.json"
    download.value.save_as(file)
    assert json.loads(file.read_text(encoding="utf-8"))["aside"] == [text]
    page.reload()
    assert keys(page) == [KEY, f"{KEY} set aside 1"]


def test_everything_is_forgotten_only_on_a_second_word(opened: Callable[..., Page]):
    page = opened("training/", record="{")
    button(page, "Forget everything here").click()
    expect(button(page, "Keep it")).to_be_focused()
    page.keyboard.press("Enter")
    assert keys(page) == [KEY, f"{KEY} set aside 1"]
    button(page, "Forget everything here").click()
    button(page, "Forget it").click()
    expect(page.locator("[data-tools] [role=status]")).to_be_focused()
    assert keys(page) == []


def test_two_sites_on_one_host_do_not_mix(
    served: Callable[[Path], Site], example_site: Site, chromium: Browser, tmp_path: Path
):
    for name in ("one", "two"):
        (tmp_path / name).symlink_to(example_site.folder, target_is_directory=True)
    both = served(tmp_path)
    page = chromium.new_context().new_page()
    page.goto(both.url(f"one/{LESSON}"))
    pass_lesson(page)
    page.goto(both.url("one/training/"))
    expect(page.locator("[data-kept] [role=status]")).to_contain_text("One of 41 lessons")
    page.goto(both.url(f"two/{LESSON}"))
    expect(check(page)).to_contain_text("No answer opened yet.")
    assert keys(page) == ["sam-gen learning /one/"]
    page.context.close()


def test_a_site_in_a_folder_keeps_progress_too(example_site: Site, chromium: Browser):
    page = chromium.new_context().new_page()
    page.goto((example_site.folder / LESSON / "index.html").as_uri())
    pass_lesson(page)
    page.goto((example_site.folder / "training" / "index.html").as_uri())
    expect(page.locator("[data-kept] [role=status]")).to_contain_text("One of 41 lessons")
    page.context.close()


# Without JavaScript -------------------------------------------------------------------


def test_without_javascript_every_answer_opens_and_nothing_is_dead(opened: Callable[..., Page]):
    page = opened(java_script_enabled=False)
    for answer in page.locator("[data-question] details").all():
        answer.locator("summary").click()
        assert re.search(r"(This one\.|Not this one\.)\s+\S.{20}", answer.inner_text(), re.DOTALL)
    assert page.locator("article button, article input").count() == 0
    assert page.locator("[data-check]").inner_text() == ""


# Paths, recall, cards -----------------------------------------------------------------


def test_a_path_leads_from_lesson_to_lesson_and_to_its_gate(opened: Callable[..., Page], example_site: Site):
    page = opened("training/")
    page.get_by_role("link", name="choose yours").click()
    button(page, "Take this path: Executive sponsor").click()
    for box in page.locator("#sponsor30 ~ .s-acts").first.get_by_role("checkbox").all():
        box.check()
    expect(page.locator("[data-choose=sponsor] [role=status]")).to_have_text("This is your path in this browser.")
    ids = page.locator("[data-part=sponsor]").first.get_attribute("data-lessons").split()
    page.goto(example_site.url(f"training/{ids[0]}/"))
    pass_lesson(page)
    page.locator("[data-check]").get_by_role("link").click()
    assert page.url == example_site.url(f"training/{ids[1]}/")
    pass_lesson(page)
    expect(page.locator("[data-check]")).to_contain_text("Next on your path: the gate of day 30")
    page.goto(example_site.url("training/"))
    expect(page.locator("[data-kept]")).to_contain_text(
        "All lessons of days 1 to 30 are done. Now comes the gate of day 30, then the next lesson."
    )
    page.get_by_role("link", name="the gate of day 30").click()
    assert page.url == example_site.url("training/onboarding/#sponsor30-gate")
    expect(page.locator("#sponsor30-gate")).to_be_in_viewport()
    tally = page.locator("#sponsor30 ~ .s-tally").first
    expect(tally).to_have_text("Two of two done in this browser.")


ACTS = "#sam30 ~ .s-acts"


def act(page: Page, at: int = 0):
    return page.locator(ACTS).first.get_by_role("checkbox").nth(at)


def test_acts_are_ticked_by_keyboard_and_kept(opened: Callable[..., Page], example_site: Site):
    page = opened("training/onboarding/")
    name = page.locator("[data-act]").first.inner_text()
    expect(act(page)).to_have_accessible_name(name)
    tab_to(page, act(page))
    page.keyboard.press("Space")
    expect(act(page)).to_be_checked()
    expect(act(page)).to_be_focused()
    expect(page.locator("[data-act]").first).to_contain_text("done 22 Nov 2026")
    page.locator(ACTS).first.locator("label").nth(1).click()
    sums = page.locator(f"{ACTS}").first.locator("xpath=preceding-sibling::p[1]")
    expect(sums).to_have_text("Two of three done in this browser.")
    page.reload()
    expect(act(page)).to_be_checked()
    act(page).uncheck()
    expect(sums).to_have_text("One of three done in this browser.")
    assert [*kept(page)["acts"].values()] == ["2026-11-22"]
    page.goto(example_site.url("training/certificate/"))
    (row,) = page.locator("[data-path=sam] [data-done-acts]").filter(has_text="of 3").all()
    expect(row).to_have_text("Three acts on the account done 1 of 3, the last 22 Nov 2026")


def test_two_tabs_keep_each_other_s_ticks(opened: Callable[..., Page]):
    page = opened("training/onboarding/")
    other = page.context.new_page()
    other.goto(page.url)
    act(page, 0).check()
    expect(act(other, 0)).to_be_checked()
    act(other, 1).check()
    act(page, 0).uncheck()
    expect(act(page, 1)).to_be_checked()
    expect(act(other, 0)).not_to_be_checked()


def test_ticks_go_from_one_browser_to_another(opened: Callable[..., Page], example_site: Site, tmp_path: Path):
    page = opened("training/onboarding/")
    act(page, 0).check()
    act(page, 2).check()
    page.goto(example_site.url("training/"))
    with page.expect_download() as download:
        button(page, "Export").click()
    file = tmp_path / "progress.json"
    download.value.save_as(file)
    first = next(iter(kept(page)["acts"]))
    mine = record() | {"acts": {first: "2026-11-02", "0a1b2c3d": "2026-11-03"}}
    other = opened("training/", record=mine)
    other.get_by_label("Import a file").set_input_files(file)
    expect(other.locator("[data-tools] [role=status]")).to_contain_text("Imported: two acts.")
    assert kept(other)["acts"] == kept(page)["acts"] | {"0a1b2c3d": "2026-11-03"}
    button(other, "Forget everything here").click()
    button(other, "Forget it").click()
    other.goto(example_site.url("training/onboarding/"))
    expect(act(other)).not_to_be_checked()


def test_a_record_from_before_there_were_acts_is_whole(opened: Callable[..., Page]):
    page = opened("training/onboarding/", record=record(start_who_says_yes={"passed": "2026-11-20", "digest": "x"}))
    act(page).check()
    assert keys(page) == [KEY]
    assert set(kept(page)["lessons"]) == {"start-who-says-yes"}
    broken = record() | {"acts": {"__proto__": "2026-11-02", "0a1b2c3d": "<img>", "1a1b2c3d": "2026-11-03"}}
    page = opened("training/onboarding/", record=broken)
    expect(page.locator("[data-kept]")).to_contain_text("It was put aside as it was")
    assert kept(page)["acts"] == {"1a1b2c3d": "2026-11-03"}


def test_the_gate_waits_for_acts_that_are_open(opened: Callable[..., Page], example_site: Site):
    page = opened("training/onboarding/")
    button(page, "Take this path: Executive sponsor").click()
    ids = page.locator("[data-part=sponsor]").first.get_attribute("data-lessons").split()
    lessons = {id_: {"passed": "2026-11-20", "digest": "x"} for id_ in ids}
    page = opened("training/onboarding/", record=record(**lessons) | {"path": "sponsor"})
    boxes = page.locator("#sponsor30 ~ .s-acts").first.get_by_role("checkbox")
    number = boxes.count()
    said = page.locator("[data-choose=sponsor]")
    expect(said).to_contain_text("on the account are still open. Now comes the gate of day 30")
    for at in range(number):
        boxes.nth(at).check()
    expect(said).to_contain_text("All lessons of days 1 to 30 are done. Now comes the gate of day 30")


def test_without_javascript_acts_are_a_list_to_print(opened: Callable[..., Page]):
    page = opened("training/onboarding/", java_script_enabled=False)
    assert page.locator("article input").count() == 0
    assert page.get_by_text("On your own account; print this page to tick").first.is_visible()


def test_questions_come_back_after_3_10_and_21_days(opened: Callable[..., Page], example_site: Site):
    page = opened(record=record(start_read_an_account={"passed": "2026-11-19", "digest": digest(example_site)}))
    expect(check(page)).to_contain_text("Its questions are due again today.")
    page.goto(example_site.url("training/"))
    expect(page.locator("[data-kept]")).to_contain_text("To recall today: one lesson.")
    page.locator("[data-kept] li a").click()
    assert page.url == example_site.url(f"training/cards/#cards-{ID}")
    expect(page.locator(f"#cards-{ID}")).to_be_in_viewport()
    button(page, "Recalled today").and_(page.locator(":visible")).click()
    expect(page.locator("[data-kept] [role=status]")).to_have_text("Nothing to recall before 29 November 2026.")
    assert kept(page)["lessons"][ID]["recalled"] == ["2026-11-22"]
    late = record(start_read_an_account={"passed": "2026-11-01", "recalled": ["2026-11-04", "2026-11-21"]})
    page = opened("training/", record=late)
    expect(page.locator("[data-kept]")).to_contain_text("Nothing to recall before 2 December 2026.")
    done = record(start_read_an_account={"passed": "2026-10-01", "recalled": ["2026-10-04"] * 3})
    expect(opened("training/", record=done).locator("[data-kept]")).not_to_contain_text("recall")


def test_the_cards_can_be_had_as_a_file_without_javascript(opened: Callable[..., Page]):
    page = opened("training/cards/", java_script_enabled=False)
    with page.expect_download() as download:
        page.get_by_role("link", name="the cards as a file").click()
    assert Path(download.value.path()).read_text(encoding="utf-8").startswith("#separator:Comma\n")
    page.emulate_media(media="print")
    assert page.locator("#cards-start-read-an-account details p").first.is_visible()
    assert not page.locator("#cards-start-read-an-account summary").first.is_visible()


# The certificate ----------------------------------------------------------------------


def test_the_certificate_is_filled_with_what_this_browser_keeps(opened: Callable[..., Page], example_site: Site):
    passed = {"passed": "2026-11-19", "digest": digest(example_site), "first": 2, "of": 3}
    page = opened("training/certificate/", record=record(start_read_an_account=passed) | {"path": "member"})
    expect(page.get_by_role("radio", name="Account team member")).to_be_checked()
    page.get_by_label("Your name").fill("Ada Moss")
    page.reload()
    expect(page.locator('[data-fill="name"]')).to_have_text("Ada Moss")
    shown = page.locator(f"[data-done={ID}] [data-fill=day]").and_(page.locator(":visible"))
    expect(shown).to_have_text("19 Nov 2026 · 2 of 3")
    assert page.locator("[data-path=sam]").is_hidden()
    page.emulate_media(media="print")
    assert page.get_by_label("Your name").is_hidden()
    assert page.get_by_text("Nobody examined them.").is_visible()


@pytest.mark.parametrize("script", [True, False], ids=["with", "without"])
def test_the_certificate_prints_on_two_sheets_at_most(script: bool, opened: Callable[..., Page]):
    page = opened("training/certificate/", java_script_enabled=script)
    for choice in page.locator("input[name=path]").all():
        choice.check()
        pdf = page.pdf(prefer_css_page_size=True)
        assert 1 <= len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)) <= 2, choice.get_attribute("value")
    if not script:
        assert page.locator('[data-fill="day"]').first.inner_text() == ""


# Accessible in every state ------------------------------------------------------------


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_a_script_adds_is_accessible(scheme: str, width: int, opened: Callable[..., Page], example_site: Site):
    look = {"color_scheme": scheme, "viewport": {"width": width, "height": 800}}
    mixed = record(
        start_read_an_account={"passed": "2026-11-19", "digest": digest(example_site), "first": 2, "of": 3},
        start_who_says_yes={"passed": "2026-10-03", "digest": "0" * 12},
    )
    page = opened(record=mixed | {"path": "sam", "name": "Ada Moss"}, **look)
    answers(page, 1, False).click()
    axe(page)
    for path in ("training/", "training/onboarding/", "training/cards/", "training/certificate/"):
        page.goto(example_site.url(path))
        if path == "training/":
            button(page, "Forget everything here").click()
        axe(page)


def axe(page: Page) -> None:
    assert page.evaluate(WIDER) == []
    report = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]})
    found = [f"{one['id']}: {node['html'][:160]}" for one in report.response["violations"] for node in one["nodes"]]
    assert not found, "\n".join([page.url, *found])
