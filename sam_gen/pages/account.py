"""`/accounts/<id>/`: one account on one screen."""

from __future__ import annotations

from sam_gen.advise import attention
from sam_gen.advise.tools import fitting
from sam_gen.assess.agenda import meetings_to_come, open_steps
from sam_gen.assess.diagnosis import diagnose
from sam_gen.assess.people import standings
from sam_gen.checks.check import check_account
from sam_gen.model.account import Account
from sam_gen.model.project import Project
from sam_gen.pages.asking import ask_section
from sam_gen.pages.attention import account_attention
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.debt import debt_block
from sam_gen.pages.fitting import fitting_rows
from sam_gen.pages.lacks import lacks
from sam_gen.pages.overview_business import business_section
from sam_gen.pages.overview_due import due_section
from sam_gen.pages.overview_facts import facts
from sam_gen.pages.overview_talks import talks_section
from sam_gen.pages.overview_wants import wants_section
from sam_gen.pages.overview_who import who_section
from sam_gen.pages.parts import address
from sam_gen.pages.position import PATH as POSITION
from sam_gen.pages.position_said import standing_line
from sam_gen.pages.reporting import map_section
from sam_gen.pages.standing import tiles
from sam_gen.render.page import Page


def account_page(project: Project, account: Account) -> Page:
    """Build the overview of one account."""
    sight, home = Sight.of(project, account), address(project, account)
    playbook, as_of, names = sight.playbook, sight.as_of, sight.names
    people = standings(account, playbook, as_of)
    items, meetings = open_steps(account, as_of), meetings_to_come(account, as_of)
    found = check_account(account, playbook, as_of, project.edition.clearance)
    pressing = attention.pressing(found, account, playbook, as_of)
    position = diagnose(account, playbook, as_of)
    return Page(
        path=home,
        title=account.name,
        template="account/overview.md",
        context={
            **sight.page("Overview"),
            "lede": account.in_short or "",
            "tiles": tiles(project, account),
            "standing": standing_line(position),
            "position": f"{home}{POSITION}",
            "facts": facts(sight, people, items, meetings),
            "who": who_section(sight, people),
            "due": due_section(sight, items),
            "ask": ask_section(sight, people),
            "attention": account_attention(project, pressing),
            "fitting": fitting_rows(fitting(pressing, position.today, playbook.tools)),
            "wants": wants_section(sight),
            "talks": talks_section(sight, people),
            "map": map_section(account, playbook, people, names, as_of, few=True),
            "whole_map": f"{home}map/",
            "business": business_section(sight),
            "hand_over": f"{home}hand-over/",
            "lacks": lacks(found),
            "lacks_foot": Block(""),
            "debt": debt_block(project, account, names),
        },
    )
