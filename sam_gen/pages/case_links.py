"""Links to pages of the cases: what a text of the playbook points at when it needs an account to look at."""

from __future__ import annotations

from sam_gen.model.account import Account
from sam_gen.model.account_pages import AccountPage
from sam_gen.model.project import Project
from sam_gen.pages.parts import SECTIONS
from sam_gen.pages.tables import Link

_NAMES = {path.strip("/"): name for name, path in SECTIONS}


def page_name(page: AccountPage | None) -> str:
    """Return what the bar of an account calls a page: White space."""
    return _NAMES[_path(page).strip("/")]


def case_link(project: Project, case: str, page: AccountPage | None) -> Link:
    """Lead to a page of a case; where the company has no such case, the text has no address."""
    found = next((one for one in _cases(project) if one.id == case), None)
    if found is None:
        return Link(f"{case}, {page_name(page).lower()}")
    return _link(project, found, page)


def specimen(project: Project, page: AccountPage | None) -> Link:
    """Lead to that page of the case with most talks, where there is most to see."""
    cases = _cases(project)
    name = page_name(page)
    if not cases:
        return Link(name)
    richest = max(cases, key=lambda one: len(one.contacts))
    return Link(name, _link(project, richest, page).to)


def _cases(project: Project) -> tuple[Account, ...]:
    return project.cases.accounts if project.cases else ()


def _link(project: Project, account: Account, page: AccountPage | None) -> Link:
    assert project.cases
    return Link(f"{account.name}, {page_name(page).lower()}", f"{project.cases.base}{account.id}/{_path(page)}")


def _path(page: AccountPage | None) -> str:
    if page is None or page is AccountPage.OVERVIEW:
        return ""
    return f"{page.value.replace('_', '-')}/"
