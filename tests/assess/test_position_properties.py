"""What holds for every account: of evidence, its age and order, and of coverage."""

from __future__ import annotations

import datetime

from assess.figure_cases import account_of, whole
from helpers import day
from hypothesis import given, settings
from hypothesis import strategies as st

from sam_gen.assess.claims import weight
from sam_gen.assess.coverage import live_pairs
from sam_gen.assess.diagnosis import diagnose
from sam_gen.assess.position import rank, signs
from sam_gen.model.claims import Basis
from sam_gen.model.limits import ClaimKind
from sam_gen.model.position import Answer

TODAY = day("2026-11-20")
LETTERS = "abcdef"
PEOPLE = "".join(
    f"  - {{id: {letter}, name: {letter}, function: {function}, level: {level}}}\n"
    for letter, function, level in zip(
        LETTERS,
        ("operations", "finance", "it", "it", "quality", "finance"),
        ("board", "executive", "director", "manager", "manager", "specialist"),
        strict=True,
    )
)
PLAYBOOK, SEEN = account_of(
    whole("position:\n  evidence: [{indicator: frame, basis: client_confirmed, who: rao, as_of: 2026-11-01}]\n")
)
_, MET = account_of(
    whole(f"people:\n{PEOPLE}contacts: [{{date: 2026-11-01, ours: [mira-holm], theirs: [a], what: Docks}}]\n")
)
SIGN, TALK = SEEN.position.evidence[0], MET.contacts[0]
INDICATORS = [f"indicators/{one.id}" for one in PLAYBOOK.method.continuum.indicators if one.dimension.endswith("need")]
INDICATORS += [f"indicators/{one.id}" for one in PLAYBOOK.method.continuum.indicators[:18]]
AGES = st.integers(0, 500)


def dated(age: int) -> datetime.date:
    return TODAY - datetime.timedelta(age)


answers = st.tuples(st.sampled_from(INDICATORS), st.sampled_from(Answer), st.sampled_from(Basis))
evidence = st.lists(st.tuples(AGES, answers), max_size=12, unique_by=lambda one: one[0])


def line(age, answer):
    indicator, found, basis = answer
    return SIGN.model_copy(update={"indicator": indicator, "answer": found, "basis": basis, "as_of": dated(age)})


def account(lines):
    return SEEN.model_copy(update={"position": SEEN.position.model_copy(update={"evidence": tuple(lines)})})


def ranks(found):
    """Ranks of the ten and of today; what is not known is below everything."""
    stages = [*(stand.stage for stand in found.stands), found.middle, found.today]
    return [rank(PLAYBOOK, stage) if stage else -1 for stage in stages]


@settings(max_examples=60, deadline=None)
@given(evidence, AGES, st.sampled_from(INDICATORS))
def test_more_confirmed_evidence_for_an_indicator_never_lowers_a_stage(some, age, indicator):
    lines = [line(*one) for one in some if one[0] != age]
    more = [*lines, line(age, (indicator, Answer.YES, Basis.CLIENT_CONFIRMED))]
    before, after = (ranks(diagnose(account(given), PLAYBOOK, TODAY)) for given in (lines, more))
    assert all(a <= b for a, b in zip(before, after, strict=True))


@settings(max_examples=40, deadline=None)
@given(evidence, st.randoms(use_true_random=False))
def test_the_order_of_lines_of_different_days_does_not_matter(some, random):
    lines = [line(*one) for one in some]
    shuffled = random.sample(lines, len(lines))
    assert ranks(diagnose(account(lines), PLAYBOOK, TODAY)) == ranks(diagnose(account(shuffled), PLAYBOOK, TODAY))


@given(st.sampled_from(Basis), st.sampled_from(ClaimKind), AGES, AGES)
def test_a_claim_counts_less_every_day_and_never_less_than_nothing(basis, kind, age, later):
    model = PLAYBOOK.method.evidence
    now, then = (weight(basis, dated(age), kind, model, TODAY + datetime.timedelta(add)) for add in (0, later))
    assert 0 <= then <= now <= model.counts(basis)


@settings(max_examples=40, deadline=None)
@given(evidence, st.integers(1, 400))
def test_nothing_that_was_too_old_counts_again_later(some, days):
    held = account([line(*one) for one in some])
    now, later = (
        {sign.indicator.id for one in signs(held, PLAYBOOK, at) for sign in one.newest if sign.live}
        for at in (TODAY, TODAY + datetime.timedelta(days))
    )
    assert later <= now


talks = st.lists(
    st.tuples(
        st.integers(0, 120),
        st.sets(st.sampled_from(["team/mira-holm", "team/jon-aas"]), min_size=1),
        st.sets(st.sampled_from(LETTERS), min_size=1),
    ),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(talks, st.sampled_from(LETTERS))
def test_without_somebody_no_count_of_coverage_is_higher(some, gone):
    def met(without):
        held = [
            TALK.model_copy(
                update={"date": dated(age), "ours": tuple(sorted(ours)), "theirs": tuple(sorted(theirs - without))}
            )
            for age, ours, theirs in some
        ]
        people = tuple(person for person in MET.people if person.key not in without)
        found = live_pairs(MET.model_copy(update={"contacts": tuple(held), "people": people}), PLAYBOOK, TODAY)
        return len(found.pairs), len(found.functions), len(found.levels), found.without_lead

    assert all(less <= all_ for less, all_ in zip(met({gone}), met(set()), strict=True))
