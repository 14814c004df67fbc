"""What needs attention now, as a list: on the desk, on the page of one of us, on the overview of an account."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.advise.attention import Attention, attention, by_owner, first_of_each, ranked
from sam_gen.model.project import Project
from sam_gen.pages.colleagues import Colleagues
from sam_gen.pages.parts import ACCOUNTS, SECTIONS
from sam_gen.pages.tables import Link
from sam_gen.pages.to_paste import to_paste
from sam_gen.pages.words import capital, count, number

ACCOUNT_ROWS = 5
"""Lines on the overview of an account, whose reader is on the way to a meeting."""
DESK_ROWS = 5
"""Lines on the desk: more than five things at once are no first things."""
FIRST = 5
"""Lines of a longer list that each speak of another record."""

_PAGES = (
    ("SAM213", "value/"),
    ("SAM214", "value/"),
    ("SAM306", "sponsors/"),
    ("SAM307", "hand-over/"),
    ("SAM308", "hand-over/"),
    ("SAM309", "white-space/"),
    ("SAM310", "white-space/"),
    ("SAM314", "sponsors/"),
    ("SAM315", "white-space/"),
    ("SAM316", "white-space/"),
    ("SAM603", "white-space/"),
    ("SAM604", "white-space/"),
    ("SAM1", "map/"),
    ("SAM2", "plan/"),
    ("SAM3", "reviews/"),
    ("SAM5", "position/"),
    ("SAM6", "value/"),
)
"""Where a line leads: the page of the account that shows what the rule speaks of, by the beginning of its code."""


@dataclass(frozen=True)
class AttentionRow:
    """One line: what, why it stands there, who of ours, where to copy what."""

    what: str
    account: Link
    why: str
    owner: Link
    points: str
    line: str
    ask: str
    remedy: str
    into: str
    """Where the line goes."""


@dataclass(frozen=True)
class AttentionList:
    """The list with its heading."""

    heading: str
    rows: tuple[AttentionRow, ...]
    more: str
    """How many are not shown; empty where all are."""
    rest: tuple[Link, ...]
    """Where the others are: each with its page, or the accounts with how many."""
    by_account: bool
    """Whether the others are accounts with how many."""
    empty: str


@dataclass(frozen=True)
class Pressing:
    """The ranked findings of all accounts, worked out once for a site."""

    all: tuple[Attention, ...]
    names: dict[str, str]
    """The names of the accounts, by id."""

    @property
    def by_owner(self) -> dict[str, tuple[Attention, ...]]:
        """Return the list of everybody of ours."""
        return dict(by_owner(self.all))


def pressing(project: Project) -> Pressing:
    """Look at every account once, as far as the edition shows it."""
    found = [
        one
        for account in project.accounts
        for one in attention(account, project.playbook, project.as_of, project.edition.clearance)
    ]
    return Pressing(ranked(found), {account.id: account.name for account in project.accounts})


def desk_attention(project: Project, found: Pressing) -> AttentionList:
    """Return the top of the list over all accounts."""
    accounts = len({one.finding.account for one in found.all})
    where = f" in {count(accounts, 'account')}" if accounts > 1 else ""
    heading = f"Needs attention now: {_first(found.all, DESK_ROWS)}{where}"
    return _list(project, found.all, found.names, DESK_ROWS, heading)


def own_attention(project: Project, found: Sequence[Attention], names: dict[str, str]) -> AttentionList:
    """Return the list of one of us."""
    most = project.playbook.method.attention.shown
    return _list(project, found, names, most, f"Needs you now: {_first(found, most)}")


def account_attention(project: Project, found: Sequence[Attention]) -> AttentionList:
    """Return the top of the list of one account, each line with the page it speaks of."""
    return _list(project, found, {}, ACCOUNT_ROWS, f"Needs attention now: {_first(found, ACCOUNT_ROWS)}")


def _first(found: Sequence[Attention], most: int) -> str:
    if not found:
        return "nothing that a rule can see"
    if len(found) <= most:
        return count(len(found), "thing")
    return f"the first {number(most)} of {number(len(found))}"


def _list(
    project: Project, found: Sequence[Attention], names: dict[str, str], most: int, heading: str
) -> AttentionList:
    found = first_of_each(found, min(most, FIRST)) if len(found) > most else found
    ours = Colleagues(project.playbook)
    left = max(0, len(found) - most)
    more = f"{capital(number(left))} more{', by account' if names else ''}" if left else ""
    rows = tuple(_row(project, one, names, ours) for one in found[:most])
    empty = "The rules find nothing that cannot wait. What do we know that no rule can ask for?"
    return AttentionList(heading, rows, more, _rest(project, found[most:], names), bool(names), "" if rows else empty)


def _rest(project: Project, left: Sequence[Attention], names: dict[str, str]) -> tuple[Link, ...]:
    """Lead to what is not shown: by account where there are several, else each to the page it speaks of."""
    if not names:
        return tuple(
            Link(one.finding.message, f"{project.base}{one.finding.account}/{_page_of(one.finding.code)}")
            for one in left
        )
    counted = Counter(one.finding.account for one in left)
    return tuple(Link(f"{names[id_]}: {some}", f"{project.base}{id_}/") for id_, some in counted.most_common())


def _page_of(code: str) -> str:
    return next((path for start, path in _PAGES if code.startswith(start)), "")


def _row(project: Project, one: Attention, names: dict[str, str], ours: Colleagues) -> AttentionRow:
    finding = one.finding
    page = _page_of(finding.code)
    owner, titles = ours.link(finding.owner), {path: title for title, path in SECTIONS}
    account = next(each for each in project.accounts if each.id == finding.account)
    where, line = to_paste(account, finding)
    if project.base != ACCOUNTS:
        owner = Link(owner.text)  # people of a case have no page
    return AttentionRow(
        what=finding.message,
        account=Link(names.get(finding.account) or titles[page], f"{project.base}{finding.account}/{page}"),
        why=one.because,
        owner=owner if owner.text else Link("nobody of ours yet", ""),
        points=str(one.points),
        line=line,
        ask=finding.ask,
        remedy=finding.remedy,
        into=f"{where}, as far as it is true:",
    )
