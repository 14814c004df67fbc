"""All pages of the site."""

from __future__ import annotations

from collections.abc import Iterator

from sam_gen.advise.seen_once import seen_once
from sam_gen.assess.portfolio import Portfolio
from sam_gen.model.account import Account
from sam_gen.model.project import Project
from sam_gen.pages.account import account_page
from sam_gen.pages.accounts import accounts_page
from sam_gen.pages.attention import Pressing, pressing
from sam_gen.pages.becoming import becoming_pages
from sam_gen.pages.brief import brief_page
from sam_gen.pages.coaching import coaching_page
from sam_gen.pages.competencies import sheet_pages
from sam_gen.pages.competency_check import competency_check_pages
from sam_gen.pages.desk import desk_page
from sam_gen.pages.facilitate import facilitate_pages
from sam_gen.pages.glossary import glossary_page
from sam_gen.pages.hand_over import hand_over_page
from sam_gen.pages.leader import leader_pages
from sam_gen.pages.learning import anki
from sam_gen.pages.learning_cards import FILE as CARDS_FILE
from sam_gen.pages.map import map_page
from sam_gen.pages.method import method_pages
from sam_gen.pages.person import person_pages
from sam_gen.pages.plan import plan_page
from sam_gen.pages.portfolio import portfolio_pages
from sam_gen.pages.position import position_page
from sam_gen.pages.practice import practice_pages
from sam_gen.pages.provenance import provenance_page
from sam_gen.pages.qbr import qbr_page
from sam_gen.pages.qbr_slides import slides_page
from sam_gen.pages.reference import reference_pages
from sam_gen.pages.reviews import reviews_page
from sam_gen.pages.sheets import signed
from sam_gen.pages.sponsors import sponsors_page
from sam_gen.pages.tools import tool_pages
from sam_gen.pages.training import lesson_address, training_pages
from sam_gen.pages.value import value_page
from sam_gen.pages.white_space import white_space_page
from sam_gen.render.page import Page


def site_pages(project: Project) -> tuple[Page, ...]:
    """Return every generated page, each made from one account or from one pass over all of them."""
    found, index = pressing(project), seen_once(project.accounts, project.playbook, project.as_of)
    made = (
        desk_page(project, index, found),
        *(page for account in project.accounts for page in _account_pages(project, account)),
        *_portfolio_pages(project, index, found),
        *training_pages(project, _account_pages, {"method/competencies/"}),
        *practice_pages(project),
        glossary_page(project),
        provenance_page(project),
        *sheet_pages(project),
        *becoming_pages(project),
        *facilitate_pages(project),
        *tool_pages(project),
        *reference_pages(project, {lesson.id: lesson_address(lesson) for lesson in project.playbook.lessons}),
    )
    return tuple(map(signed, made))


def site_files(project: Project) -> dict[str, str]:
    """Return every generated file that is no page, by its address."""
    return {CARDS_FILE: anki(project.playbook)} if project.playbook.lessons else {}


def _account_pages(project: Project, account: Account) -> Iterator[Page]:
    """Make the pages of one account, in the order of its bar."""
    yield account_page(project, account)
    yield map_page(project, account)
    yield position_page(project, account)
    yield plan_page(project, account)
    yield white_space_page(project, account)
    yield reviews_page(project, account)
    yield qbr_page(project, account)
    yield slides_page(project, account)
    yield coaching_page(project, account)
    yield brief_page(project, account)
    yield value_page(project, account)
    yield sponsors_page(project, account)
    yield hand_over_page(project, account)


def _portfolio_pages(project: Project, index: Portfolio, found: Pressing) -> Iterator[Page]:
    """Make the pages that speak of all accounts, from one index of them, and those of the method."""
    yield accounts_page(project, index)
    yield from person_pages(project, index, found)
    yield from portfolio_pages(project, index)
    yield from leader_pages(project, index)
    yield from competency_check_pages(project)
    yield from method_pages(project)
