"""Every generated sentence is about its own account, and reads as the writing guide asks."""

from __future__ import annotations

import re
from itertools import permutations

import pytest
from generated import page_text, said, slotted, told, worlds
from helpers import leaked_none, only

from sam_gen.advise.coach import probes
from sam_gen.advise.focus import focus
from sam_gen.assess.people import standings
from sam_gen.checks.content import content, worn_words
from sam_gen.checks.content_texts import sentences, words
from sam_gen.model.method import FocusKind
from sam_gen.model.review import MARKS
from sam_gen.pages.blocks import Sight
from sam_gen.pages.focus import focus_words

WORLDS = worlds()
CASES = frozenset(account.id for account in WORLDS[0][0].cases.accounts)
IDS = [account.id for _, account in WORLDS]
LEAST = 2
"""Facts a sentence has to carry when another account has one of the same build."""


@pytest.mark.parametrize("at", range(len(WORLDS)), ids=IDS)
def test_no_sentence_stands_on_the_page_of_another_account(at):
    project, account = WORLDS[at]
    others = [id_ for id_ in IDS if id_ != account.id]
    assert [
        (id_, one.where, one.text) for id_ in others for one in said(project, account) if one.text in page_text(id_)
    ] == []


def test_sentences_of_one_build_carry_facts_of_their_own():
    built = [{one.text: slotted(one.text, *world) for one in said(*world)} for world in WORLDS]
    thin = {
        f"{text} ({IDS[at]}, {IDS[other]}: {facts})"
        for at, other in permutations(range(len(WORLDS)), 2)
        for text, (form, facts) in built[at].items()
        if facts < LEAST and form in {form for form, _ in built[other].values()}
    }
    assert thin == set()


# How they read ------------------------------------------------------------------------------

MOST_WORDS = 30


def faults(text: str, settings) -> list[str]:
    """Return what is wrong with one generated sentence."""
    worn = worn_words(settings.plain)
    return [
        fault
        for fault, there in (
            ("too long", len(words(text)) > MOST_WORDS),
            ("worn", bool(worn and worn.search(re.sub(r"“[^”]*”", " ", text)))),
            ("a slot", "{" in text or "}" in text),
            ("a double space", "  " in text),
            ("two full stops", ".." in text or ". ." in text),
            ("None", leaked_none(text)),
            ("a lost comma", " ," in text or ",," in text or " ." in text),
        )
        if there
    ]


def all_sentences(project, account):
    return [(where, one) for where, text in told(project, account) for _, one in sentences(text)]


@pytest.mark.parametrize("at", range(len(WORLDS)), ids=IDS)
def test_every_generated_sentence_reads_well(at):
    project, account = WORLDS[at]
    settings = project.playbook.method.rules
    found = [(where, text, faults(text, settings)) for where, text in all_sentences(project, account)]
    assert [one for one in found if one[2]] == []
    assert len({text for _, text in told(project, account)}) == len(told(project, account)), "said twice"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (" ".join(["word"] * 31), "too long"),
        ("We leverage it.", "worn"),
        ("Ask {champion}.", "a slot"),
        ("Ask  Rao.", "a double space"),
        ("Ask Rao..", "two full stops"),
        ("Ask None about it.", "None"),
        ("Ask Rao , today.", "a lost comma"),
    ],
)
def test_a_fault_is_seen(text, fault):
    assert faults(text, WORLDS[0][0].playbook.method.rules) == [fault]


def test_the_rubric_and_the_bank_read_well():
    """The rules for texts find nothing in the bank; the rubric is held to the same words, length and difference."""
    playbook = WORLDS[0][0].playbook
    assert list(content(playbook, CASES)) == []
    rubric = playbook.method.review.rubric
    texts = [text for one in rubric for text in (one.asks, *one.anchors)]
    settings = playbook.method.rules
    assert [
        (text, faults(part, settings)) for text in texts for _, part in sentences(text) if faults(part, settings)
    ] == []
    assert len(set(texts)) == len(texts)
    assert all(len(one.anchors) == len(MARKS) for one in rubric)


# Every kind of focus, for accounts of which little or much is known ------------------------------

KINDS = {
    FocusKind.OWED_THERE: "meetings: [{date: 2026-11-26, what: Numbers., ours: [jon-aas], theirs: [ann]}]\n"
    "promises: [{what: Send the list., by: jon-aas, to: ann, due: 2026-11-19}]",
    FocusKind.NEWS: "meetings: [{date: 2026-11-26, what: Numbers., ours: [jon-aas], theirs: [ann]}]\n"
    "actions: [{what: Tell Ann about it., owner: jon-aas, due: 2026-11-26}]",
    FocusKind.TALK: "meetings: [{date: 2026-11-26, what: Numbers., theirs: [ann]}]",
    FocusKind.NOBODY_NAMED: "people: [{name: Priya Rao}]",
    FocusKind.UNMET: "people: [{id: rao, name: Priya Rao, roles: [decider]}]",
    FocusKind.PROMISE: "promises: [{what: Send the list., by: jon-aas, due: 2026-11-19}]",
    FocusKind.LATE: "actions: [{what: Send the list., owner: jon-aas, due: 2026-11-19}]",
    FocusKind.WISH: "feedback: [{date: 2026-01-01, wants: A list of spares.}]",
    FocusKind.OFF_TRACK: "objectives: [{name: O, client_gets: X, measures: [{name: M, benchmarks: "
    "[{date: 2026-11-01, target: 9, actual: 8}]}]}]",
    FocusKind.THREAD: "contacts: [{date: 2026-11-03, ours: [jon-aas], theirs: [ann]}, "
    "{date: 2026-11-02, ours: [jon-aas], theirs: [bo]}, {date: 2026-11-01, ours: [jon-aas], theirs: [bo]}]",
    FocusKind.STANDS: "people: [{id: ann, name: Ann, roles: [decider], owner: jon-aas, last_contact: 2026-11-01}]",
    FocusKind.OBJECTIVE: "objectives: []",
    FocusKind.NOT_VALIDATED: "validation: []",
    FocusKind.CHANGED: "",
}
WELL = """\
name: Acme
people:
  - {id: ann, name: Ann, roles: [decider], owner: mira-holm,
     support: {value: supporter, basis: observed, as_of: 2026-11-01}}
  - {id: bo, name: Bo, roles: [champion], owner: jon-aas, support: mentor}
contacts:
  - {date: 2026-11-03, ours: [mira-holm], theirs: [ann]}
  - {date: 2026-11-02, ours: [jon-aas], theirs: [bo]}
objectives: [{name: O, client_gets: X, measures: [{name: M}]}]
validation: [{date: 2026-10-01, who: ann}]
"""


def with_kind(kind: FocusKind) -> str:
    """Return an account in good order but for one thing."""
    field = KINDS[kind].partition(":")[0]
    kept = re.sub(rf"^{field}:.*?(?=^\w|\Z)", "", WELL, flags=re.MULTILINE | re.DOTALL) if field else WELL
    if kind in (FocusKind.NOBODY_NAMED, FocusKind.UNMET):
        kept = "name: Acme\n"
    if kind is FocusKind.STANDS:
        kept = re.sub(r"^(contacts|validation):.*?(?=^\w|\Z)", "", kept, flags=re.MULTILINE | re.DOTALL)
    return f"{kept}{KINDS[kind]}\n"


@pytest.mark.parametrize("kind", FocusKind)
def test_every_kind_of_focus_reads_well_and_names_the_account(kind):
    project, account = only(with_kind(kind))
    people = standings(account, project.playbook, project.as_of)
    chosen = focus(account, project.playbook, people, project.as_of)
    assert chosen.kind is kind
    words_ = focus_words(Sight.of(project, account), people, chosen)
    texts = (words_.sentence, words_.why, words_.goal, *(text for _, text in words_.options))
    settings = project.playbook.method.rules
    assert [
        (text, faults(part, settings)) for text in texts for _, part in sentences(text) if faults(part, settings)
    ] == []
    for text in texts:
        assert slotted(text, project, account)[1] or "“O”" in text, text
    asked = probes(account, people, chosen, project.as_of)
    assert [one.text for one in asked if faults(one.text, settings)] == []


def test_an_account_with_nothing_but_a_name():
    project, account = only("name: Acme\n")
    settings = project.playbook.method.rules
    assert [one for one in all_sentences(project, account) if faults(one[1], settings)] == []
