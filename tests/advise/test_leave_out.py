"""What not to mention: each kind from its own record, about somebody who comes, with its reason and its line."""

from __future__ import annotations

import pytest
from helpers import as_html, example, only, text_of

from sam_gen.advise.brief import brief
from sam_gen.advise.leave_out import MOST, LeaveOut
from sam_gen.assess.people import standings
from sam_gen.pages.brief import brief_page

BASE = """\
name: Acme
lead: mira-holm
as_of: 2026-11-18
currency: EUR
meetings: [{date: 2026-11-25, what: Steering, ours: [mira-holm], theirs: [rao, lund]}]
units: [{id: bremen, name: Bremen}, {id: oslo, name: Oslo}]
people:
  - {id: rao, name: Priya Rao, title: COO}
  - {id: lund, name: Per Lundgren, reports_to: rao, unit: Bremen}
  - {id: sand, name: Ida Sandvik}
  - {id: ek, name: Olof Ekdahl}
"""
ODDS = "influences: [{from: lund, to: rao, kind: conflict, evidence: She cut his shift}]\n"
AGAINST = BASE.replace(
    "unit: Bremen}", "unit: Bremen, support: {value: opponent, basis: observed, as_of: 2026-10-01, by: jon-aas}}"
)
SOURCE = (
    "initiatives: [{name: Fewer sites, owner: rao, basis: observed, as_of: 2026-10-01, by: jon-aas, who: sand,"
    " evidence: Told at lunch}]\n"
)
VALUE = (
    "initiatives: [{id: nights, name: Quiet nights, owner: rao}]\nvalue: [{what: Hours, amount: 9000, for: nights}]\n"
)
UNTOLD = "opportunities: [{name: Night desk, unit: bremen, due: 2026-12-04}]\n"
SILENT = (
    "reviews: [{date: 2026-11-02, kind: team, decisions:"
    " [{what: Say nothing of a third shift, owner: jon-aas, due: 2026-12-04}]}]\n"
)
APART = "actions: [{what: 'Book an hour with Sandvik, without Lundgren', owner: jon-aas, due: 2026-12-04}]\n"
LEAVES = "risks: [{what: Lundgren sells his boat in spring and leaves, owner: jon-aas}]\n"
TWIN = (
    "initiatives: [{id: quiet, name: Quiet nights, owner: ek}]\n"
    "objectives: [{name: A desk for every night, for: quiet, owner: jon-aas, audience: shared}]\n"
)
CHANGE = "transition: {from: mira-holm, to: jon-aas, decided: 2026-11-02}\n"
BLOCKED = "footprint: [{unit: bremen, offering: voice, held_by: nobody, blocked: No waiting area}]\n"
GAIN = "objectives: [{name: Two sites live, owner: rao, we_get: 180000, due: 2027-05-31}]\n"


def of(text: str) -> tuple[LeaveOut, ...]:
    project, account = only(text)
    people = standings(account, project.playbook, project.as_of)
    return brief(account, project.playbook, people, project.as_of).leave_out


def kinds(text: str) -> list[str]:
    return [one.why.value for one in of(text)]


def lines(text: str) -> list[tuple[str, str, str]]:
    block = brief_page(*only(text)).context["leave_out"]
    return [(entry.when, entry.what, entry.second) for entry in block.entries]


@pytest.mark.parametrize(
    ("more", "label", "what", "reason", "line"),
    [
        (CHANGE, "Not told yet", "That Jon Aas takes over from Mira Holm",
         "Decided on Mon 2 Nov; the file has no day on which Acme was told.", "transition: "),
        (ODDS, "At odds", "Whatever takes a side between Per Lundgren and Priya Rao", "She cut his shift",
         "influences"),
        ("risks: [{what: Lundgren sells his boat and leaves, owner: jon-aas}]\n", "Our worry",
         "Lundgren sells his boat and leaves",
         "A risk that we keep from Acme and that Jon Aas watches; it names Per Lundgren, who comes.", "risks"),
        (APART, "Without them", "Book an hour with Sandvik, without Lundgren",
         "A step of ours without Per Lundgren, who comes; Jon Aas has it by Fri 4 Dec.", "actions"),
        (SOURCE, "Who told us", "What we know from Ida Sandvik of “Fewer sites”",
         "It is from Ida Sandvik (1 Oct), not from Priya Rao, whose it is; repeating it shows where we heard it.",
         "initiatives"),
        (ODDS.replace("from: lund", "from: sand"), "A quarrel", "What stands between Priya Rao and Ida Sandvik",
         "She cut his shift", "influences"),
        (VALUE, "Our figure", "€9 k a year for “Hours”",
         "Our own estimate; nobody at Acme has counted it, as far as the file says.", "value"),
        (VALUE.replace("for: nights}", "for: nights, status: disputed, who: ek, as_of: 2026-10-01}"), "Our figure",
         "€9 k a year for “Hours”", "Olof Ekdahl disputes it since 1 Oct.", "value"),
        (UNTOLD, "Our idea", "Night desk",
         "An idea of ours for Bremen, our next step by Fri 4 Dec; the file names nobody at Acme who knows of it.",
         "opportunities"),
        (UNTOLD.replace("due:", "sponsor: sand, due:"), "Our idea", "Night desk",
         "An idea of ours for Bremen, our next step by Fri 4 Dec; Ida Sandvik knows of it, "
         "and of those who come the file does not say so.", "opportunities"),
        (SILENT, "We agreed", "Say nothing of a third shift",
         "Kept from Acme until Fri 4 Dec; decided on Mon 2 Nov; Jon Aas sees to it.", "reviews"),
        ("promises: [{what: No word to the press, by: mira-holm, to: sand}]\n", "We agreed", "No word to the press",
         "Promised to Ida Sandvik; Mira Holm sees to it.", "promises"),
        ("actions: [{what: Nothing new about prices before Easter}]\n", "We agreed",
         "Nothing new about prices before Easter", "Kept from Acme.", "actions"),
        ("risks: [{what: It comes out, response: Nobody of ours names the sum. Jon asks, owner: jon-aas,"
         " due: 2026-12-11}]\n", "We agreed", "Nobody of ours names the sum",
         "Our answer to a risk that we keep from Acme; to look at again by Fri 11 Dec; Jon Aas sees to it.", "risks"),
        (BLOCKED, "Blocked", "voice for Bremen", "Blocked: No waiting area", "footprint"),
        (GAIN, "Our figure", "€180 k a year, what we expect from “Two sites live”",
         "Our own forecast for 31 May 2027, which the file keeps from Acme.", "objectives"),
    ],
)  # fmt: skip
def test_each_kind_says_what_why_and_where(more, label, what, reason, line):
    text = BASE + more
    at = next(n for n, row in enumerate(text.splitlines(), 1) if row.startswith(line.strip()))
    assert lines(text) == [(label, what, f"{reason} · accounts/a.yml:{at}")]


CLOCK = """\
influences: [{from: lund, to: sand, kind: conflict, evidence: Each says the other's clock starts at the wrong barrier.}]
cadence: [{kind: qbr, every: 90, next: 2026-11-25}]
reviews: [{date: 2026-09-01, kind: qbr, theirs: [rao], decisions: [
  {what: Agree at which barrier the clock starts, owner: ek, due: 2026-10-01}]}]
"""


@pytest.mark.parametrize(
    ("theirs", "old", "new", "ends"),
    [
        ("lund, sand, rao, ek", "", "", " It is on the agenda as point two: put it to Priya Rao, not to the two."),
        ("lund, sand", "theirs: [rao], dec", "theirs: [sand], dec",
         " It is on the agenda as point two: put it to both, and to neither alone."),
        ("lund, sand, rao", "at which barrier the clock starts", "on a new shift", ""),
        ("lund, sand, rao", "next: 2026-11-25", "next: 2026-11-26", ""),
    ],
)  # fmt: skip
def test_a_quarrel_in_the_room_that_the_review_is_about_says_so(theirs, old, new, ends):
    text = BASE.replace("theirs: [rao, lund]", f"theirs: [{theirs}]").replace("title: COO}", "influence: 9}")
    said = lines(text + CLOCK.replace(old, new))[0]
    assert said[1] == "Whatever takes a side between Per Lundgren and Ida Sandvik"
    assert said[2].partition(" · ")[0] == f"Each says the other's clock starts at the wrong barrier.{ends}"


def test_a_no_is_left_to_its_owner_where_the_manager_sits_there():
    assert lines(AGAINST) == [(
        "Their no", "What Per Lundgren has against us, in front of Priya Rao",
        "Priya Rao is the manager; leave it to Per Lundgren to raise it. · accounts/a.yml:9",
    )]  # fmt: skip
    assert kinds(AGAINST.replace("theirs: [rao, lund]", "theirs: [lund]")) == []


@pytest.mark.parametrize(
    "more",
    [
        CHANGE.replace("decided: 2026-11-02", "decided: 2026-11-02, client_told: 2026-11-10"),
        CHANGE.replace("2026-11-02", "2026-12-01"),
        ODDS.replace("conflict", "influences"),
        ODDS.replace("from: lund, to: rao", "from: sand, to: ek"),
        "risks: [{what: Lundgren leaves, audience: shared}]\n",
        "risks: [{what: Sandvik leaves}]\n",
        "risks: [{what: Lundgren leaves, closed: 2026-10-01}]\n",
        SOURCE.replace("who: sand", "who: rao"),
        SOURCE + "contacts: [{date: 2026-10-01, theirs: [rao, sand], what: At lunch}]\n",
        SOURCE.replace("owner: rao", "owner: ek"),
        SOURCE.replace("evidence: Told at lunch", "evidence: Told at lunch, audience: shared"),
        VALUE.replace("amount: 9000", "amount: 9000, status: measured, who: ek, as_of: 2026-10-01"),
        VALUE.replace("owner: rao", "owner: ek"),
        VALUE.replace("amount: 9000, ", ""),
        UNTOLD.replace("unit: bremen", "unit: oslo"),
        UNTOLD.replace("due:", "sponsor: rao, due:"),
        UNTOLD.replace("due:", "origin: client, due:"),
        UNTOLD.replace("due:", "kind: renew, due:"),
        UNTOLD.replace("due:", "audience: shared, due:"),
        UNTOLD.replace("due:", "prove: Whether Lundgren wants it, due:"),
        UNTOLD.replace("due:", "for: quiet, due:") + TWIN,
        LEAVES.replace("owner:", "response: Ask Lundgren who follows him, owner:"),
        LEAVES + "contacts: [{date: 2026-10-01, theirs: [lund], what: His boat is for sale in spring}]\n",
        APART.replace("without Lundgren", "without Ekdahl"),
        APART.replace("without Lundgren", "without Lundgren''s list"),
        APART.replace("owner: jon-aas", "owner: people/rao"),
        APART.replace("due:", "done: 2026-11-04, due:"),
        SILENT.replace("owner: jon-aas", "owner: people/rao"),
        SILENT.replace("kind: team", "kind: qbr, theirs: [rao]"),
        SILENT.replace("Say nothing of", "No second"),
        SILENT.replace("due: 2026-12-04", "done: 2026-11-04"),
        BLOCKED.replace("bremen", "oslo"),
        GAIN.replace("owner: rao", "owner: ek"),
        GAIN.replace("we_get: 180000, ", ""),
    ],
)
def test_what_is_known_to_them_or_is_not_theirs_is_no_line(more):
    assert kinds(BASE + more) == []


def test_an_idea_of_which_we_agreed_to_say_nothing_is_one_line_and_what_is_like_it_in_name_only_stays():
    silent = SILENT.replace("a third shift", "the night desk")
    assert kinds(BASE + UNTOLD + silent) == ["silence"]
    other = TWIN.replace("A desk for every night", "Fewer calls")
    assert kinds(BASE + UNTOLD.replace("due:", "for: quiet, due:") + other) == ["untold"]


def test_a_source_is_kept_quiet_unless_the_owner_sat_there_that_day():
    talk = "contacts: [{date: %s, theirs: [%s], what: At lunch}]\n"
    for told in (talk % ("2026-10-02", "rao, sand"), talk % ("2026-10-01", "sand"), talk % ("2026-10-01", "rao, ek")):
        assert kinds(BASE + SOURCE + told) == ["source"]
    voice = SOURCE.replace("owner: rao", "owner: ek").replace(
        "Told at lunch", "Told at lunch, voices: [{person: rao, stand: for, basis: assumed}]"
    )
    assert kinds(BASE + voice + talk % ("2026-10-01", "sand")) == ["source"]
    for room in ("rao, sand", "ek, sand"):
        assert kinds(BASE + voice + talk % ("2026-10-01", room)) == []


def test_a_risk_is_a_worry_where_somebody_else_told_us_or_somebody_else_was_there():
    told = "contacts: [{date: 2026-10-01, theirs: [%s], what: His boat is for sale in spring}]\n"
    assert kinds(BASE + LEAVES + told % "sand") == ["risk"]
    assert kinds(BASE + LEAVES + told % "lund, sand") == ["risk"]
    confirmed = "support: {value: mentor, basis: %s, as_of: 2026-10-01, who: lund, evidence: My boat is sold in spring}"
    for basis, found in (("client_confirmed", []), ("observed", ["risk"])):
        text = BASE.replace("unit: Bremen}", f"unit: Bremen, {confirmed % basis}}}")
        assert kinds(text + LEAVES) == found


def test_what_we_agreed_comes_first_and_what_names_somebody_who_comes_before_other_lines():
    assert kinds(BASE + CHANGE + SILENT) == ["silence", "change"]
    two = SILENT.replace("[{what: Say", "[{what: Say nothing of Oslo}, {what: Say nothing to Lundgren}, {what: Say")
    assert lines(BASE + two)[0][1] == "Say nothing to Lundgren"


def test_nobody_is_asked_about_what_the_sheet_leaves_out_unless_the_file_says_so():
    def asked(text: str) -> list[str]:
        project, account = only(text)
        people = standings(account, project.playbook, project.as_of)
        return [one.text for one in brief(account, project.playbook, people, project.as_of).questions]

    met = BASE.replace("title: COO}", "title: COO, support: mentor, last_contact: 2026-10-10}")
    about = "What has changed about “Fewer sites” since 10 Oct 2026?"
    assert about in asked(met + SOURCE.replace("who: sand", "who: rao"))
    assert about not in asked(met + SOURCE)
    assert "“Fewer sites”" not in " ".join(asked(met + SOURCE))
    assert "Find out: which two close" in asked(met + SOURCE.replace("evidence:", "so_what: Ask Rao which two close,"
                                                                    " evidence:"))  # fmt: skip


def test_a_need_that_an_open_opportunity_is_about_is_not_blocked_talk():
    shared = UNTOLD.replace("unit: bremen", "unit: bremen, offering: voice, audience: shared")
    assert kinds(BASE + BLOCKED + shared) == []


def test_the_quarrel_of_a_manager_counts_where_the_manager_does_not_come():
    text = BASE.replace("theirs: [rao, lund]", "theirs: [lund]") + ODDS.replace("from: lund", "from: sand")
    assert lines(text)[0][:2] == ("A quarrel", "What stands between Priya Rao and Ida Sandvik")


def test_what_hurts_a_person_comes_before_our_own_business_and_three_are_enough():
    text = AGAINST + GAIN + UNTOLD + ODDS + CHANGE
    assert kinds(text) == ["change", "at_odds", "before_manager"]
    assert kinds(BASE + GAIN + UNTOLD) == ["untold", "our_gain"]


def test_of_two_ideas_the_one_for_their_unit_is_named():
    ideas = UNTOLD.replace("[{", "[{name: Elsewhere, class: A}, {").replace("due:", "class: C, due:")
    assert lines(BASE + ideas)[0][1] == "Night desk"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (BASE, "On file no quarrel, figure or idea of ours has to stay unsaid before Priya Rao and Per Lundgren."),
        (BASE.replace(", theirs: [rao, lund]", "") + ODDS + GAIN,
         "Nobody of theirs is named for this talk. What to leave out depends on who comes."),
        ("name: Acme\n", "No talk is agreed. What to leave out depends on who comes."),
    ],
)  # fmt: skip
def test_nothing_to_leave_out_is_said_in_one_line(text, says):
    block = brief_page(*only(text)).context["leave_out"]
    assert block.entries == ()
    assert (block.heading, block.empty) == ("Leave out: nothing that the file knows of", says)


def test_every_brief_of_the_example_leaves_out_one_to_three_things_of_its_own():
    for account in example().accounts:
        block = brief_page(example(), account).context["leave_out"]
        assert 1 <= len(block.entries) <= MOST, account.id
        assert all(f"accounts/{account.id}" in entry.second for entry in block.entries), account.id


def test_the_section_stands_on_the_page_before_what_they_may_raise():
    grevenau = next(account for account in example().accounts if account.id == "grevenau")
    text = " ".join(text_of(as_html(brief_page(example(), grevenau))).split())
    assert "Whatever takes a side between Birger Lohmann and Agnieszka Dąbrowska-Żyła" in text
    assert text.index("Leave out: three things") < text.index("What they may raise")
