"""The texts of our own playbook: no rule finds anything in them, and every passage is where it says."""

from __future__ import annotations

import pytest
from checks.check_cases import found, read
from helpers import ROOT, example
from hypothesis import given
from hypothesis import strategies as st

from sam_gen.checks.content import content
from sam_gen.checks.content_texts import passages, plain, runs, sentences, texts, words
from sam_gen.model.place import Place

CASES = frozenset(account.id for account in example().cases.accounts)
TEXTS = texts(example().playbook)
AT = Place("a.md", 10, 1)


def test_no_rule_finds_anything_in_our_texts():
    assert [f"{hit.place} {rule.code} {hit.message}" for rule, hit in content(example().playbook, CASES)] == []


def test_all_kinds_of_texts_are_looked_at():
    kinds = {text.subject.partition("/")[0] for text in TEXTS}
    assert kinds == {"questions", "lessons", "tools", "becoming", "facilitation"}
    parts = {text.part for text in TEXTS if text.laid}
    assert {"before-you-begin", "story", "exercise", "as-a-team", "five-minutes", "the-trap"} <= parts
    assert any(text.cell for text in TEXTS)


def test_every_word_of_a_body_stands_where_it_says():
    lines = {}
    for text in TEXTS:
        file = text.place.file
        lines.setdefault(file, (ROOT / file).read_text(encoding="utf-8").splitlines())
        if not text.laid:
            continue
        for at, sentence in sentences(text.value):
            first = next((word for word in sentence.split() if "_" not in word), "")
            place = text.at(at + sentence.find(first))
            assert lines[file][place.line - 1][place.column - 1 :].startswith(first), (place, first)


def test_every_field_stands_where_it_says():
    for text in TEXTS:
        if not text.laid:
            line = (ROOT / text.place.file).read_text(encoding="utf-8").splitlines()[text.place.line - 1]
            typed = line[text.place.column - 1 :].lstrip("'").replace("''", "'")
            pairs = zip(words(typed), words(text.value), strict=False)
            assert all(one == other for one, other in [*pairs][:2]), text


# Bodies -------------------------------------------------------------------------------


def parts(body: str) -> list[tuple[str, int, int, str]]:
    return [(text.part, *text.at()[1:], " ".join(text.value.split())) for text in passages(body, AT, "tools/a")]


def test_what_a_body_falls_into():
    body = (
        "## Five minutes {#five}\n\nOne *two*\nthree.\n- item [four](/a/b/) five\n  goes on\n1. six\n\n"
        "```yaml\n## no: heading\n```\n| a | `b c` |\n|---|---|\n|  | d \\| e |\n\n> quoted\n> twice\n\n### Deeper\nend"
    )
    assert parts(body) == [
        ("five-minutes", 12, 1, "One two three."),
        ("five-minutes", 14, 3, "item four five goes on"),
        ("five-minutes", 16, 4, "six"),
        ("five-minutes", 21, 3, "a"),
        ("five-minutes", 21, 7, "_b_c"),
        ("five-minutes", 23, 6, "d e"),
        ("five-minutes", 25, 3, "quoted twice"),
        ("five-minutes", 28, 5, "Deeper"),
        ("five-minutes", 29, 1, "end"),
    ]


@given(st.text(alphabet='ab `*[]()/|#->.\\\n"~1'))
def test_no_sign_moves(body):
    lines = body.split("\n")
    for text in passages(body, AT, "tools/a"):
        for at, letter in enumerate(text.value):
            if letter.isalpha():
                place = text.at(at)
                assert lines[place.line - 10][place.column - 1] == letter


@given(st.text(alphabet='ab `*[]()/|#->.\\"~1'))
def test_a_line_keeps_its_length(line):
    assert len(plain(line)) == len(line)


def test_sentences_begin_where_they_say():
    text = ' One. "Two?" Three (or four.) Five'
    assert [(text[at:][: len(said)], said) for at, said in sentences(text)] == [
        (said, said) for said in ("One.", '"Two?', "Three (or four.", "Five")
    ]


def test_a_run_of_words_ends_where_a_quotation_begins():
    (text,) = passages('One two "three four" five six seven', AT, "lessons/a")
    assert [said for _, said in runs(text, 3)] == [("five", "six", "seven")]
    assert [text.at(at).column for at, _ in runs(text, 2)] == [1, 22, 27]
    assert words("It’s 3.5") == ("it's", "3", "5")


# Limits -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("course", "code"),
    [
        ("mean_words: 3", "SAM411"),
        ("objectives_least: 3", "SAM413"),
        ("verbs: [sing]", "SAM414"),
        ("{recall_from: 1, recall_links: 3}", "SAM415"),
        ("reading_speed: 20", "SAM416"),
        ("minutes_off: 0", "SAM416"),
        ("lesson_least: 2000", "SAM417"),
        ("{tool_most: 60}", "SAM417"),
        ("error_sign: common slip", "SAM418"),
        ("answer_sign: Muster", "SAM418"),
        ("rubric_least: 4", "SAM419"),
        ("stem_words: 3", "SAM421"),
        ("option_words: 3", "SAM421"),
        ("feedback_words: 3", "SAM421"),
        ("length_off: 1", "SAM423"),
        ("{place_from: 3, place_most: 30}", "SAM424"),
    ],
)
def test_every_limit_is_the_company_s_own(course, code):
    course = course if course.startswith("{") else f"{{{course}}}"
    case = "# tool\n" if "tool" in course else "# lesson\n"
    assert not found(case, code)
    project = read(case, rules=f"  - {{code: SAM101, severity: note}}\ncourse: {course}\n")
    assert code in {rule.code for rule, _ in content(project.playbook)}


def test_a_company_without_words_and_verbs_is_asked_for_none():
    case = "# lesson\n-   - Name who waits for whom\n+   - Understand the robust journey\n"
    assert {"SAM407", "SAM414"} <= {one.code for one in found(case)}
    own = {one.code for one in found(case, rules="  - {code: SAM101, severity: note}\n")}
    assert not own & {"SAM407", "SAM414"}
