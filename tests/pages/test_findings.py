"""What headings and facts say, for none, one, two, twelve and thirteen."""

from __future__ import annotations

import itertools
import re

import pytest

from sam_gen.pages import findings

SAID = {
    findings.key_players: [
        # people, key players, how many stands are known, for us
        ((0, 0, 0, 0), "Who: nobody on the map yet"),
        ((3, 0, 0, 0), "Who: no key player named yet"),
        ((1, 1, 0, 0), "Who: not known how the one key player stands"),
        ((2, 2, 0, 0), "Who: not known how the two key players stand"),
        ((13, 13, 0, 0), "Who: not known how the 13 key players stand"),
        ((1, 1, 1, 0), "Who: the one key player is not for us"),
        ((1, 1, 1, 1), "Who: the one key player is for us"),
        ((2, 2, 1, 0), "Who: none of two key players are for us"),
        ((2, 2, 2, 1), "Who: one of two key players is for us"),
        ((2, 2, 2, 2), "Who: both key players are for us"),
        ((12, 12, 12, 0), "Who: none of twelve key players are for us"),
        ((12, 12, 12, 1), "Who: one of twelve key players is for us"),
        ((12, 12, 12, 2), "Who: two of twelve key players are for us"),
        ((12, 12, 12, 12), "Who: all twelve key players are for us"),
        ((20, 13, 13, 12), "Who: twelve of 13 key players are for us"),
        ((20, 13, 13, 13), "Who: all 13 key players are for us"),
    ],
    findings.vacant_posts: [
        ((1,), "Who: the one key post is vacant"),
        ((2,), "Who: both key posts are vacant"),
        ((12,), "Who: all twelve key posts are vacant"),
        ((13,), "Who: all 13 key posts are vacant"),
    ],
    findings.stands: [
        # seen or heard, assumed, too old, not known
        ((0, 0, 0, 0), "no stand known yet"),
        ((1, 0, 0, 0), "one stand seen or heard"),
        ((2, 0, 0, 0), "two stands seen or heard"),
        ((12, 1, 0, 0), "twelve stands seen or heard, one assumed"),
        ((1, 2, 0, 13), "one stand seen or heard, two assumed, 13 not known yet"),
        ((0, 1, 0, 0), "one stand assumed"),
        ((0, 2, 0, 1), "two stands assumed, one not known yet"),
        ((0, 0, 0, 1), "one stand not known yet"),
        ((0, 0, 0, 12), "twelve stands not known yet"),
        ((1, 0, 2, 0), "one stand seen or heard, two too old to count"),
        ((0, 0, 1, 3), "one stand too old to count, three not known yet"),
    ],
    findings.silence: [
        # without a talk that counts, all people
        ((0, 1), "nobody is left out"),
        ((1, 1), "no talk with anybody"),
        ((1, 2), "no talk with one of them"),
        ((2, 13), "no talk with two of them"),
        ((12, 13), "no talk with twelve of them"),
        ((13, 13), "no talk with anybody"),
    ],
    findings.soon: [
        ((0, 30), "nothing due in the next 30 days"),
        ((1, 30), "one due in the next 30 days"),
        ((2, 30), "two due in the next 30 days"),
        ((12, 30), "twelve due in the next 30 days"),
        ((13, 30), "13 due in the next 30 days"),
    ],
    findings.plan_end: [
        # first day, last day, days until the one and until the other
        (("1 Jan", "31 Dec", 42, 406), "plan begins in 42 d, 1 Jan to 31 Dec"),
        (("1 Jan", "31 Dec", 1, 365), "plan begins tomorrow, 1 Jan to 31 Dec"),
        (("1 Jan", "31 Dec", 0, 364), "plan runs to 31 Dec, 364 d left"),
        (("1 Jan", "31 Dec", -363, 1), "plan runs to 31 Dec, 1 d left"),
        (("1 Jan", "31 Dec", -364, 0), "plan ends today"),
        (("1 Jan", "31 Dec", -365, -1), "plan ended 31 Dec, 1 d ago"),
    ],
    findings.plan_span: [
        ((42, 406), "begins in 42 d"),
        ((1, 365), "begins tomorrow"),
        ((0, 364), "364 d left"),
        ((-364, 0), "ends today"),
        ((-365, -1), "ended 1 d ago"),
    ],
    findings.unknown: [
        # people about whom something is missing, initiatives that are only assumed
        ((0, 0), "no gap on file"),
        ((1, 0), "something about one person"),
        ((2, 1), "something about two people, whether one initiative is theirs"),
        ((0, 2), "whether two initiatives are theirs"),
        ((12, 13), "something about twelve people, whether 13 initiatives are theirs"),
    ],
    findings.due: [
        # late, all open
        ((0, 0), "Promised and due: nothing open"),
        ((0, 1), "Promised and due: nothing is late"),
        ((0, 13), "Promised and due: nothing is late"),
        ((1, 1), "Promised and due: one is late"),
        ((2, 3), "Promised and due: two are late"),
        ((12, 13), "Promised and due: twelve are late"),
        ((13, 13), "Promised and due: 13 are late"),
    ],
    findings.wants: [
        # initiatives, those without an objective
        ((0, 0), "What they want: not known yet"),
        ((1, 0), "What they want: one initiative, with an objective"),
        ((1, 1), "What they want: one initiative, without an objective yet"),
        ((2, 0), "What they want: two initiatives, each with an objective"),
        ((2, 1), "What they want: two initiatives, one without an objective"),
        ((2, 2), "What they want: two initiatives, none with an objective yet"),
        ((12, 2), "What they want: twelve initiatives, two without an objective"),
        ((13, 12), "What they want: 13 initiatives, twelve without an objective"),
        ((13, 13), "What they want: 13 initiatives, none with an objective yet"),
    ],
    findings.talks: [
        # on file, those of the days that count, these days
        ((0, 0, 365), "Last talks: none on file"),
        ((1, 0, 365), "Last talks: none in a year"),
        ((1, 1, 365), "Last talks: one talk on file in a year"),
        ((2, 2, 365), "Last talks: two talks on file in a year"),
        ((13, 12, 180), "Last talks: twelve talks on file in 180 days"),
        ((13, 13, 14), "Last talks: 13 talks on file in two weeks"),
    ],
    findings.reporting: [
        # people, vacant posts, not placed
        ((0, 0, 0), "Who reports to whom: nobody on the map yet"),
        ((1, 0, 0), "Who reports to whom: one person"),
        ((2, 0, 0), "Who reports to whom: two people"),
        ((12, 1, 0), "Who reports to whom: twelve people, one post vacant"),
        ((13, 2, 1), "Who reports to whom: 13 people, two posts vacant, one not placed"),
        ((13, 0, 13), "Who reports to whom: 13 people, 13 not placed"),
        ((0, 1, 0), "Who reports to whom: one post vacant"),
        ((0, 12, 12), "Who reports to whom: twelve posts vacant, twelve not placed"),
    ],
    findings.late_things: [
        # late, where for longest, whom we meet next, when
        ((0, "", "", ""), "Nothing is late in any account."),
        ((0, "", "Acme", "Tue 24 Nov"), "Nothing is late in any account. Next with a client: Acme, Tue 24 Nov."),
        ((1, "Acme", "", ""), "One thing is late, at Acme."),
        ((1, "Acme", "Acme", "Tue 24 Nov"), "One thing is late, at Acme; we meet them next, Tue 24 Nov."),
        (
            (2, "Acme", "Bolt", "Tue 1 Dec"),
            "Two things are late, longest at Acme. Next with a client: Bolt, Tue 1 Dec.",
        ),
        ((13, "Acme", "Acme", "Tue 24 Nov"), "13 things are late, longest at Acme; we meet them next, Tue 24 Nov."),
    ],
    findings.more_items: [
        ((0,), ""),
        ((1,), "one more stands on the account pages"),
        ((2,), "two more stand on the account pages"),
        ((12,), "twelve more stand on the account pages"),
        ((13,), "13 more stand on the account pages"),
    ],
}
ROWS = [(finding, counts, text) for finding, rows in SAID.items() for counts, text in rows]


@pytest.mark.parametrize(("finding", "counts", "text"), ROWS, ids=[f"{f.__name__}{c}" for f, c, _ in ROWS])
def test_said(finding, counts, text):
    assert finding(*counts) == text


def test_every_finding_is_in_the_table():
    public = {
        value
        for name, value in vars(findings).items()
        if not name.startswith("_") and getattr(value, "__module__", "") == findings.__name__
    }
    assert public == set(SAID)


CLUMSY = re.compile(
    r"\bno (?:of|due|late|without|not)\b"
    r"|\bone (?:\w+ )?(?:are|people|players|posts|stands|things|talks|initiatives)\b"
    r"|\b(?:two|twelve|13) (?:is|person|thing|talk|post|initiative|stand)\b"
    r"|\b1 (?:people|players)\b"
    r"|  "
)
SMALL = (0, 1, 2, 3, 12, 13)
ALLOWED = {
    findings.key_players: lambda people, players, known, friends: people >= players >= known >= friends,
    findings.vacant_posts: lambda posts: posts > 0,
    findings.due: lambda late, items: late <= items,
    findings.stands: lambda heard, assumed, old, unknown: True,
    findings.silence: lambda silent, people: silent <= people and people > 0,
    findings.unknown: lambda people, assumed: True,
    findings.wants: lambda initiatives, bare: bare <= initiatives,
    findings.talks: lambda on_file, lately, window: lately <= on_file and window,
    findings.reporting: lambda people, vacant, unplaced: unplaced <= people + vacant,
}


@pytest.mark.parametrize("finding", ALLOWED, ids=lambda finding: finding.__name__)
def test_no_combination_of_small_counts_reads_badly(finding):
    width = len(SAID[finding][0][0])
    for counts in itertools.product(SMALL, repeat=width):
        if ALLOWED[finding](*counts):
            text = finding(*counts)
            assert not CLUMSY.search(text), (counts, text)
            assert text == text.strip()
            assert "None" not in text


@pytest.mark.parametrize("text", ["no due in", "no of three", "one are late", "one people", "two is late", "a  b"])
def test_clumsy_sentences_are_caught(text):
    assert CLUMSY.search(text)
