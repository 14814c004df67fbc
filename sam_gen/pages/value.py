"""`/accounts/<id>/value/`: what the client has had from us, promises both ways, and what ties the two sides."""

from __future__ import annotations

from sam_gen.assess.value import benefits, promises
from sam_gen.model.account import Account
from sam_gen.model.project import Project
from sam_gen.pages.benefits import benefits_block, value_sentence
from sam_gen.pages.blocks import Sight
from sam_gen.pages.dependence import dependence_section
from sam_gen.pages.jump import VALUE, jump
from sam_gen.pages.parts import address
from sam_gen.pages.promises import promise_sentence, promises_section
from sam_gen.pages.value_sums import firmness, sums_block
from sam_gen.render.page import Page

PATH = "value/"


def value_page(project: Project, account: Account) -> Page:
    """Build the page about value, promises and dependence."""
    sight = Sight.of(project, account)
    values = benefits(account, sight.as_of)
    kept = promises(account, sight.playbook, sight.as_of)
    each, ties = benefits_block(sight, values), dependence_section(sight)
    path = f"{address(project, account)}{PATH}"
    return Page(
        path=path,
        title=f"{account.name}: value",
        template="account/value.md",
        context={
            **sight.page("Value"),
            "lede": f"{value_sentence(sight, values)} {promise_sentence(kept)}",
            "jumps": jump(path, VALUE, {"benefits": each.table, "dependence": ties["balance"]}),
            "firmness": firmness(sight, values),
            "sums": sums_block(sight, values),
            "benefits": each,
            **promises_section(sight, kept),
            **ties,
        },
        searched=False,
    )
