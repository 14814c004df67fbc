"""Opportunities and white space, against cases worked out by hand; classes do not depend on any order."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from account_pages import account_of as small_account_of
from assess.figure_cases import account_of, cases, whole
from helpers import day
from hypothesis import given, settings
from hypothesis import strategies as st

from sam_gen.assess.doors import against, doors, knowledge
from sam_gen.assess.footprint import ends, grid, share_of_wallet
from sam_gen.assess.opportunities import balance, closed, growth_cover, judged
from sam_gen.assess.people import standings
from sam_gen.assess.plan import open_opportunities

TODAY = day("2026-11-20")


def by_title(name: str):
    return pytest.mark.parametrize("case", cases(name), ids=lambda case: case.title)


def checked(case, found: dict[str, str]) -> None:
    assert {key: found.get(key, "no such figure") for key in case.expected} == case.expected


def plain(value: float | None) -> str:
    return "not known" if value is None else f"{value:g}"


def names(records) -> str:
    return ", ".join(one.key for one in records) or "none"


@by_title("opportunities")
def test_opportunities(case):
    playbook, account = account_of(case.text)
    rows = judged(account, playbook, TODAY)
    said = {}
    for row in rows:
        key = row.opportunity.key
        said |= {
            key: row.tag,
            f"{key} score": plain(row.score.value),
            f"{key} known": f"{100 * row.score.known:g}",
            f"{key} missing": ", ".join(gate.test.value for gate in row.missing) or "none",
            f"{key} sheet": row.sheet.value if row.sheet else "none",
            f"{key} overruled": "yes" if row.overruled else "no",
            f"{key} ask": row.score.ask or "",
        }
        assert (row.score.value is None) == bool(row.score.ask)
    kinds, cover = balance(rows, playbook.method.priorities), growth_cover(account, playbook, TODAY)
    for kind, number in kinds.number.items():
        worth = kinds.worth[kind]
        said[kind.value if kind else "no kind"] = f"{number}, worth {'not known' if worth is None else worth}"
    assert (cover.value is None) == bool(cover.ask)
    checked(
        case,
        said
        | {
            "order": names(row.opportunity for row in rows),
            "closed": names(closed(account, playbook, TODAY)),
            "only": kinds.only.value if kinds.only else "none",
            "growth": plain(cover.value),
            "growth known": f"{100 * cover.known:g}",
            "growth ask": cover.ask or "",
        },
    )


@by_title("footprint")
def test_footprint(case):
    project, account = small_account_of(case.text)
    found, people = grid(account, project.playbook, TODAY), standings(account, project.playbook, TODAY)
    known = knowledge(found, people)
    said = {"all": shared(found.needs)}
    said |= {row.unit.key: shared(row.needs) for row in found.rows}
    said |= {
        one.id: shared([need for need in found.needs if need.offering.id == one.id])
        for one in project.playbook.offerings
    }
    dated, open_ = ends(found.needs, TODAY), open_opportunities(account, TODAY)
    said |= {f"against {at(end.need)}": names(against(end, open_, 365)) for end in dated}
    said |= {f"options {at(need)}": names(need.options) for need in found.needs}
    checked(
        case,
        said
        | {
            "knowledge": "not known" if known.value is None else f"{known.value:.2f}",
            "ask": known.ask or "",
            "doors": ", ".join(door_words(door) for door in doors(found, people)) or "none",
            "ends": ", ".join(f"{at(end.need)} {end.days}" for end in dated),
        },
    )


def at(need) -> str:
    return f"{need.unit.key} {need.offering.id}"


def shared(needs) -> str:
    figure = share_of_wallet(needs)
    used = sum(need.used for need in needs)
    value = "not known" if figure.value is None else f"{figure.value:.2f}"
    return f"{value}, {round(figure.known * used)} of {used}"


def door_words(door) -> str:
    return f"{at(door.need)} {len(door.same_unit)}+{len(door.same_offering)} {door.friends[0].person.key}"


# Properties -----------------------------------------------------------------------------

QUESTIONS = ("linked", "benefit", "sponsor", "urgency", "worth", "fit", "earlier", "effort", "exposure", "speed")
MANY = whole(
    "initiatives: [{id: stops, name: Fewer stops, basis: client_confirmed, who: rao, as_of: 2026-10-01}]\n"
    "opportunities:\n"
    + "".join(
        f"  - {{id: {letter}, name: {letter}, for: stops, owner: jon-aas, sponsor: rao, due: 2026-12-01, scores: ["
        + ", ".join(f"{{question: {one}, score: {(at_ * 3 + number) % 5}}}" for at_, one in enumerate(QUESTIONS))
        + "]}\n"
        for number, letter in enumerate("abcdef")
    )
)
PLAYBOOK, ACCOUNT = account_of(MANY)


def classes(account) -> dict[str, str]:
    return {row.opportunity.key: str(row.class_ and row.class_.value) for row in judged(account, PLAYBOOK, TODAY)}


answers = st.lists(st.tuples(st.sampled_from(QUESTIONS), st.integers(0, 4)), max_size=14)


@settings(max_examples=60, deadline=None)
@given(st.lists(answers, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_classes_do_not_depend_on_the_order_of_records(sheets, random):
    score = ACCOUNT.opportunities[0].scores[0]
    some = [
        one.model_copy(
            update={"scores": tuple(score.model_copy(update={"question": q, "score": s}) for q, s in given_sheet)}
        )
        for one, given_sheet in zip(ACCOUNT.opportunities, sheets, strict=False)
    ]
    shuffled = [
        one.model_copy(update={"scores": tuple(random.sample(one.scores, len(one.scores)))})
        for one in random.sample(some, len(some))
    ]
    before, after = (classes(ACCOUNT.model_copy(update={"opportunities": tuple(ones)})) for ones in (some, shuffled))
    assert before == after


@settings(max_examples=60, deadline=None)
@given(answers, st.sampled_from(QUESTIONS))
def test_a_better_answer_never_lowers_a_score(sheet, question):
    score = ACCOUNT.opportunities[0].scores[0]
    rest = [(q, s) for q, s in sheet if q != question]

    def value(points: int) -> float | None:
        lines = tuple(score.model_copy(update={"question": q, "score": s}) for q, s in [*rest, (question, points)])
        one = ACCOUNT.opportunities[0].model_copy(update={"scores": lines})
        return judged(ACCOUNT.model_copy(update={"opportunities": (one,)}), PLAYBOOK, TODAY)[0].score.value

    found = [value(points) for points in range(5)]
    assert len({one is None for one in found}) == 1
    assert found == sorted(found, key=lambda one: one or 0)


def test_classes_do_not_depend_on_locale_or_hash_seed():
    script = (
        "import locale; locale.setlocale(locale.LC_ALL, '');"
        "from assess.test_opportunities import ACCOUNT, PLAYBOOK, TODAY, judged;"
        "print([(row.tag, row.opportunity.key) for row in judged(ACCOUNT, PLAYBOOK, TODAY)])"
    )
    found = set()
    for seed, locale in (("0", "C"), ("42", "C.UTF-8")):
        env = os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONPATH": os.pathsep.join(sys.path)}
        ran = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, text=True, check=True)
        found.add(ran.stdout)
    assert len(found) == 1
