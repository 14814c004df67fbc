"""What a specimen prints is what it shows: counts, sums and verdicts are read off the marks and cells beside them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache

import pytest
from helpers import as_html, example

from sam_gen.pages.gallery.cast import FORMS
from sam_gen.pages.gallery.pages import HOME, gallery_pages
from sam_gen.pages.words import amount, capital, count

STAGES = ("Newcomer", "Supplier", "Preferred", "Adviser", "Partner")
UNKNOWN = "not known yet"
UNITS = {"k": 10**3, "m": 10**6, "bn": 10**9}
Faults = Iterator[str]


@cache
def drawn(drawing: str) -> dict[str, str]:
    """Return the specimens of one drawing as HTML, by form."""
    page = next(page for page in gallery_pages(example()) if page.path == f"{HOME}{drawing}/")
    parts = as_html(page).split('<h2 id="')[1:]
    found = {part.split('"')[0]: part.partition('<div class="s-specimen">')[2] for part in parts}
    return {form: html.rpartition("</div>")[0] for form, html in found.items() if html}


def text(one: ET.Element) -> str:
    return " ".join("".join(one.itertext()).split())


def has(one: ET.Element, name: str) -> bool:
    return name in (one.get("class") or "").split()


def marked(one: ET.Element, name: str) -> list[ET.Element]:
    return [part for part in one.iter() if has(part, name)]


def rows(root: ET.Element) -> list[list[ET.Element]]:
    return [list(row) for body in root.iter("tbody") for row in body]


def number(pattern: str, said: str) -> int:
    found = re.search(pattern, said)
    return int(found[1]) if found else 0


def people(field: ET.Element) -> int:
    """Count the chips of a field with those that have no room in it."""
    rest = sum(number(r"and (\d+) more", text(one)) for one in marked(field, "s-chip-rest"))
    return len(marked(field, "s-chip")) + rest


# The drawings -------------------------------------------------------------------------


def agreement(root: ET.Element) -> Faults:
    for _, for_, neutral, against, unheard, said in rows(root):
        if not people(for_) + people(neutral) + people(against):
            right = "Nobody heard yet"
        elif people(against):
            right = "Stopped by a no that is enough" if marked(against, "s-chip--key") else "They do not agree"
        elif people(neutral):
            right = "Nobody against, not everybody for it"
        else:
            right = "Nobody against, not everybody heard" if people(unheard) else "Everybody asked is for it"
        if text(said) != right:
            yield f"{text(said)}, and it is: {right}"


def live(tie: ET.Element) -> bool:
    return any("stale" not in text(age) for age in marked(tie, "s-cover-age"))


def coverage(root: ET.Element) -> Faults:
    blocks: list[tuple[str, list[list[ET.Element]], int]] = []
    for body in root.iter("tbody"):
        if has(body, "s-sums"):
            continue
        named, *some = [list(row) for row in body]
        silent = [row[0] for row in some if has(row[0], "s-cover-others")]
        blocks.append((text(marked(named[0], "s-cover-said")[0]), [row for row in some if len(row) > 1],
                       sum(len(re.split(", | and ", text(one))) for one in silent)))  # fmt: skip
    everybody = [row for _, some, _ in blocks for row in some]
    whole = len(everybody) + sum(silent for _, _, silent in blocks)
    for said, some, silent in blocks:
        alive = sum(any(map(live, row[1:-2])) for row in some)
        if said != f"a live tie with {alive or 'none'} of {len(some) + silent}":
            yield f"{said}: {alive} of {len(some) + silent}"
    for row in everybody:
        talks, alive = sum(number(r"(\d+) talk", text(tie)) for tie in row[1:-2]), sum(map(live, row[1:-2]))
        if [text(one) for one in row[-2:]] != [str(talks), str(alive or "none")]:
            yield f"{text(row[0])}: {talks} talks, {alive} live"
    sums = next(list(row) for body in root.iter("tbody") if has(body, "s-sums") for row in body)
    for at, one in enumerate(sums[1:-2], 1):
        alive = sum(live(row[at]) for row in everybody)
        if not text(one).startswith(f"{alive or 'none'} of {whole}"):
            yield f"column {at}, {text(one)}: {alive} of {whole}"


def functions(root: ET.Element) -> Faults:
    *some, sums = rows(root)
    for row in some:
        known = sum(map(people, row[1:-1]))
        below = [text(one) for field in row[1:-1] for one in marked(field, "s-chip-more")]
        shown = sum(one.startswith("with ") for one in below)
        hidden = sum(people(field) - len(marked(field, "s-chip")) for field in row[1:-1])
        said = text(row[-1])
        if not known and said != "nobody known":
            yield f"{said}: nobody"
        if known and not (said.endswith(f" of {known}") and shown <= number(r"^(\d+)", said) <= shown + hidden):
            yield f"{said}: {shown} of {known}"
    for at, one in enumerate(sums[1:-1], 1):
        known = sum(people(row[at]) for row in some)
        if text(one) != str(known or "nobody"):
            yield f"column {at}, {text(one)}: {known}"


def strips(root: ET.Element) -> Faults:
    for _, *cells in rows(root):
        for cell in cells:
            shapes = [one for one in cell.iter("g") if "M3 8h10" not in [path.get("d") for path in one]]
            ours, ask = (sum(has(one, tone) for one in shapes) for tone in ("s-blue", "s-grey"))
            marks = (ours, len(shapes) - ours - ask, ask)
            words = tuple(number(rf"(?i){word} (\d+)", text(cell)) for word in ("ours", "open", "ask"))
            if sum(words) > 6 and sum(marks) <= 6:
                words, marks = tuple(map(bool, words)), tuple(map(bool, marks))
            if words != marks:
                yield f"{text(cell)}: {marks}"


def board(root: ET.Element) -> Faults:
    for row in rows(root):
        today, own, desired, achievable, said = (text(one) for one in row[2:])
        known = [one for one in (today, own, desired, achievable) if one != UNKNOWN]
        marks = [one for one in row[1].iter("g") if has(one, "s-ink")]
        if len(marks) != len(known):
            yield f"{len(marks)} marks: {known}"
        gap = STAGES.index(own) - STAGES.index(today) if UNKNOWN not in (own, today) else None
        more = f"We say {count(abs(gap or 0), 'stage')} {'more' if (gap or 0) > 0 else 'less'}"
        right = UNKNOWN if gap is None else more if gap else "We say the same"
        tone = "s-grey" if gap is None else "s-ochre" if gap > 0 else "s-ink"
        if said != right or not has(row[-1], tone):
            yield f"{said}: {own} against {today}"


def dimensions(root: ET.Element) -> Faults:
    for _, scale, stage, rests, age, _ in rows(root):
        dashed, unknown = not marked(scale, "s-track"), text(stage) == UNKNOWN
        if {dashed, unknown, text(rests) == "–", text(age) == "–"} != {unknown}:
            yield f"{text(stage)}, {text(rests)}, {text(age)}"


def overlap(root: ET.Element) -> Faults:
    for _, *fields, said in rows(root):
        filled = sum(text(field) != "–" for field in fields)
        if not text(said).startswith(capital(count(filled, "objective")) if filled else "no objective"):
            yield f"{text(said)}: {filled}"


def money(said: str) -> list[Decimal]:
    found = re.findall(r"€([\d.]+)(?: (k|m|bn)\b)?", said)
    return [Decimal(size) * UNITS.get(unit, 1) for size, unit in found]


def spend(cells: list[ET.Element]) -> Decimal:
    """Add up the last amount of each cell, but for what an opportunity is worth."""
    return sum((some[-1] for cell in cells if "worth" not in text(cell) and (some := money(text(cell)))), Decimal(0))


def white_space(root: ET.Element) -> Faults:
    grid, known_row = [], []
    for row in rows(root):
        squares = [cell for cell in row if has(cell, "s-held")]
        if not squares:
            known_row = row if text(row[0]) == "Known" else known_row
            continue
        grid.append(squares)
        known = sum(not has(cell, "s-held--unknown") for cell in squares)
        if text(row[-1]) != f"{known} of {len(squares)}":
            yield f"{text(row[-1])}: {known} of {len(squares)}"
        if spent := spend(squares):
            printed = text(row[-4]).partition(" known")[0]
            if printed != amount(spent, "EUR"):
                yield f"{printed}: {spent}"
    for at, cell in enumerate(known_row[1:]):
        known = sum(not has(row[at], "s-held--unknown") for row in grid)
        if text(cell) != f"{known} of {len(grid)}":
            yield f"column {at}, {text(cell)}: {known}"


def introductions(root: ET.Element) -> Faults:
    steps = [one for one in marked(root, "s-way-step") if not has(one, "s-way-step--ours")]
    names = [text(next(one.iter("bdi"))) for one in steps]
    yield from {name for name in names if names.count(name) > 1 and name != "Ann Lee"}


def leaving(root: ET.Element) -> Faults:
    for who, *counts, worth in rows(root):
        ties, ways, alone, chances = (text(one) for one in counts)
        if has(who, "s-losses-alone") != (alone != "–") or (text(worth) == "–") != (chances == "–"):
            yield f"{text(who)}: {ties}, {ways}, {alone}, {chances}, {text(worth)}"


def risks(root: ET.Element) -> Faults:
    tags = [text(one) for one in marked(root, "s-risk-tag")]
    if len(set(tags)) < len(tags) and "Ann Lee" not in tags:
        yield f"{len(tags)} tags: {len(set(tags))}"
    if tags and "Ann Lee" not in tags and {f"R{at + 1}" for at in range(len(tags))} != set(tags):
        yield f"{len(tags)} tags, not all of them"


DRAWINGS: dict[str, tuple[Callable[[ET.Element], Faults], str, str]] = {
    "agreement": (agreement, "They do not agree", "Everybody asked is for it"),
    "coverage": (coverage, "a live tie with", "a live tie with 9 of 9 and"),
    "functions": (functions, "2 of 3", "1 of 4"),
    "strips": (strips, "open 3", "open 4"),
    "board": (board, "We say the same", "We say one stage more"),
    "dimensions": (dimensions, UNKNOWN, "Supplier"),
    "overlap": (overlap, "One objective", "Two objectives"),
    "white-space": (white_space, "5 of 6", "4 of 6"),
    "introductions": (introductions, "Carys Pemberley", "Kwame Strandvik"),
    "leaving": (leaving, "s-losses-alone", "s-losses"),
    "risks": (risks, ">R4<", ">R5<"),
}
"""How each is read off, and a lie to plant."""


@pytest.mark.parametrize("form", FORMS[1:])
@pytest.mark.parametrize("drawing", DRAWINGS)
def test_a_specimen_prints_what_it_shows(drawing: str, form: str):
    read, _, _ = DRAWINGS[drawing]
    assert list(read(ET.fromstring(f"<div>{drawn(drawing)[form]}</div>"))) == []


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_a_lie_in_a_specimen_is_seen(drawing: str):
    read, true, lie = DRAWINGS[drawing]
    html = drawn(drawing)["typical"]
    assert true in html
    assert list(read(ET.fromstring(f"<div>{html.replace(true, lie)}</div>")))


_DISC = re.compile(r'<circle [^>]*class="(s-disc[^"]*)"[^>]*><title>[^<]*, ([^<]+)</title>')


@pytest.mark.parametrize("form", FORMS[1:])
def test_a_hollow_disc_has_no_amount(form: str):
    discs = _DISC.findall(drawn("selection")[form])
    assert discs
    assert all(("s-disc--open" in kind) == (note == "revenue not known") for kind, note in discs)


@pytest.mark.parametrize("form", FORMS[1:])
def test_key_players_of_a_division_are_among_its_people(form: str):
    found = re.findall(
        r">(?:(\d+) people)?[^<]*</text><text[^>]*>key, for us: (\d+) of (\d+)<", drawn("divisions")[form]
    )
    assert found
    assert all(int(friends) <= int(keys) <= int(people or 999) for people, friends, keys in found)
