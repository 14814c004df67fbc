"""The sentences our own words make of an account, for tests that hold them to being about this account alone."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from helpers import as_html, example, text_of

from sam_gen.advise.coach import probes
from sam_gen.advise.focus import focus
from sam_gen.assess.people import standings
from sam_gen.checks.content_texts import sentences
from sam_gen.model.account import Account
from sam_gen.model.project import Project
from sam_gen.pages.blocks import Sight
from sam_gen.pages.brief import brief_page
from sam_gen.pages.coaching import coaching_page
from sam_gen.pages.focus import focus_words
from sam_gen.pages.goals import goals
from sam_gen.pages.questions import selection
from sam_gen.pages.words import day

FIRST = 3
"""So many questions of either kind are looked at: a leader seldom asks more."""

_MONTH = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_DATE = re.compile(rf"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?\d{{1,2}} (?:{_MONTH})(?: \d{{4}})?")
_NUMBER = re.compile(r"\d[\d.,:]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.IGNORECASE)
_OF_ANYBODY = (0, 14, 28, 90, 365)
"""Days from the day seen from: such a date is the same in every account, and no fact of one."""


@dataclass(frozen=True)
class Said:
    """One sentence and where it stands."""

    where: str
    text: str


def told(project: Project, account: Account) -> tuple[tuple[str, str], ...]:
    """Return what the coaching page and the brief say in our words: where it stands, and the text."""
    sight, people = Sight.of(project, account), standings(account, project.playbook, project.as_of)
    chosen = focus(account, project.playbook, people, project.as_of)
    words = focus_words(sight, people, chosen)
    sheet = brief_page(project, account).context
    aims = goals(sight, chosen)
    return (
        ("focus", words.sentence),
        ("why", words.why),
        ("goal", words.goal),
        *(("option", text) for _, text in words.options),
        *(("fact", one.text) for one in (*words.goal_facts, *words.reality)),
        *(("question", one.text) for one in probes(account, people, chosen, project.as_of)[:FIRST]),
        *(("bank", one.ask) for one in selection(sight, people, chosen).rows[:FIRST]),
        *(("account goal", entry.what) for entry in aims.account.entries),
        *(("house goal", entry.what) for entry in aims.house.entries),
        *(("person", entry.what) for entry in aims.person.entries),
        ("lede", str(coaching_page(project, account).context["lede"])),
        ("brief", str(sheet["lede"])),
        ("brief", sheet["stand"].lead),
        *(("brief", f"{entry.what} {entry.second}") for entry in sheet["ask"].entries),
        *(("leave out", entry.second.rpartition(" · ")[0]) for entry in sheet["leave_out"].entries),
    )


def said(project: Project, account: Account) -> Iterator[Said]:
    """Yield every sentence of it; of the brief every line, for whom to ask and why are a part of what is asked.

    What a focus trains is a sentence of the competency model, the same for everybody, and left out.
    """
    for where, text in told(project, account):
        if where == "person":
            continue
        parts = (text,) if where == "brief" else tuple(one for _, one in sentences(text))
        yield from (Said(where, one) for one in parts)


def worlds() -> tuple[tuple[Project, Account], ...]:
    """Return the example accounts and the cases, each with the project it is seen in."""
    project = example()
    assert project.cases
    return tuple((one, account) for one in (project, project.cases) for account in one.accounts)


def slotted(text: str, project: Project, account: Account) -> tuple[str, int]:
    """Return a sentence with slots for names, days and numbers, and how many facts of its own account it carries."""
    fixed = {day(project.as_of + datetime.timedelta(days), project.as_of) for days in _OF_ANYBODY}
    own = [account.name, *(name for person in account.people for name in _names(person.name))]
    ours = [name for colleague in project.playbook.team for name in _names(colleague.name)]
    found: list[str] = []

    def slot(match: re.Match[str]) -> str:
        found.append(match[0])
        return "_"

    for names, put in ((own, slot), (ours, lambda _: "_")):
        pattern = "|".join(re.escape(name) for name in sorted(set(names), key=len, reverse=True))
        text = re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", put, text)
    text = _DATE.sub(lambda match: "_" if match[0] in fixed else slot(match), text)
    return _NUMBER.sub(slot, text), len(found)


def _names(name: str) -> tuple[str, ...]:
    """Return a full name and the family name, as texts write them."""
    return name, name.partition("(")[0].split()[-1]


@cache
def page_text(account_id: str) -> str:
    """Return all that the coaching page and the brief of an account say."""
    project, account = next(one for one in worlds() if one[1].id == account_id)
    return " ".join(text_of(as_html(page(project, account))) for page in (coaching_page, brief_page))
