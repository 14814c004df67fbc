"""Fitting text: never wider than the room, never more lines than asked, nothing lost without a sign."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sam_gen.draw.text import cut, width, wrap

TEXTS = st.text(
    st.one_of(
        st.sampled_from(" aiMW…-'/,éü"),
        st.characters(min_codepoint=0x0600, max_codepoint=0x06FF, categories=("L", "M", "N")),
        st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF, categories=("L",)),
        st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3, categories=("L",)),
        st.characters(min_codepoint=0x0900, max_codepoint=0x097F, categories=("L", "M")),
        st.characters(min_codepoint=0x0300, max_codepoint=0x036F),
        st.characters(categories=("L", "M", "N", "P", "S", "Zs", "Cf")),
    ),
    max_size=60,
)
ROOMS = st.floats(21, 300)
"""From the width of one `…` in the largest size on; no card has less."""
SIZES = st.sampled_from([12, 13, 16])


@given(TEXTS, TEXTS, SIZES, st.booleans())
def test_width_adds_up(left, right, size, bold):
    whole = width(left + right, size, bold=bold)
    assert whole >= 0
    assert whole == pytest.approx(width(left, size, bold=bold) + width(right, size, bold=bold))
    assert width(left, size, bold=True) >= width(left, size)
    assert width(left, 2 * size) == pytest.approx(2 * width(left, size))


@pytest.mark.parametrize(
    ("narrow", "wide"), [("il", "mw"), ("a", "W"), ("W", "漢"), ("r", "م"), ("i", "Š"), ("W", "한"), ("e", "😀")]
)
def test_wide_signs_are_wider(narrow, wide):
    assert width(narrow, 12) / len(narrow) < width(wide, 12) / len(wide)


@pytest.mark.parametrize(("composed", "bare"), [("é", "e"), ("Ç", "C"), ("e\u0301", "e"), ("ż", "z"), ("a\u200d", "a")])
def test_marks_on_a_letter_take_no_room(composed, bare):
    assert width(composed, 12) == width(bare, 12)


@given(TEXTS, ROOMS, SIZES, st.booleans())
@example("W" * 40, 21.0, 16, True)
def test_cut_fits_and_says_so(text, room, size, bold):
    shown = cut(text, room, size, bold=bold)
    assert width(shown, size, bold=bold) <= room
    if width(text, size, bold=bold) <= room:
        assert shown == text
    else:
        assert shown.endswith("…")
        assert text.startswith(shown.removesuffix("…"))


@given(TEXTS, ROOMS, SIZES, st.integers(1, 4), st.booleans())
def test_wrap_fits_lines_and_room(text, room, size, lines, bold):
    shown = wrap(text, room, size, lines=lines, bold=bold)
    assert len(shown) <= lines
    assert all(width(line, size, bold=bold) <= room for line in shown)
    assert all(line == line.strip() and line for line in shown)
    if not any(line.endswith("…") for line in shown):
        assert " ".join(shown) == " ".join(text.split())


@given(TEXTS, ROOMS)
def test_wrap_keeps_words_that_fit(text, room):
    words = text.split()
    if all(width(word, 12) <= room for word in words) and "…" not in text:
        shown = wrap(text, room, 12, lines=len(words) or 1)
        assert " ".join(shown).split() == words


@given(st.text("ae\u0301\u0323\u0915\u093e", min_size=1, max_size=20), st.floats(15, 60))
def test_a_letter_is_never_cut_from_its_marks(text, room):
    shown = cut(text, room, 12)
    if shown != text:
        after = text[len(shown) - 1 :]
        assert shown == "…" or not after or unicodedata.category(after[0])[0] != "M"


@pytest.mark.parametrize(
    ("text", "lines", "shown"),
    [
        ("", 2, []),
        ("Head of it", 1, ["Head of it"]),
        ("Head of transport development", 2, ["Head of transport", "development"]),
        ("Head of transport development and more of it for ever", 2, ["Head of transport", "development an…"]),
        ("Warehousedevelopmentmanager of Lahti", 2, ["Warehousedevel…", "of Lahti"]),
        ("  spaces   between  ", 1, ["spaces between"]),
    ],
)
def test_wrapped(text, lines, shown):
    assert wrap(text, 120, 12, lines=lines) == shown
