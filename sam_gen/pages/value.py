"""`/accounts/<id>/value/`: what the client has had from us, promises both ways, and what ties the two sides."""

from __future__ import annotations

from dataclasses import dataclass

from sam_gen.assess.value import benefits, have_work, promises
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


@dataclass(frozen=True)
class Asks:
    """What to ask where a section has nothing to show."""

    value: str
    on_us: str
    on_them: str


_AT_WORK = Asks(
    "Begin with one benefit they would miss, and ask whose figures would show it. Add to the file:",
    "Ask somebody who uses our work: what would stop in the first week without us?",
    "Ask at home: what would we have to lay off, write off or find anew if they left?",
)
_NO_WORK = Asks(
    "No work of ours is on file. Ask what they want to see of us first, and in whose figures. Then add to the file:",
    "No work of ours is on file. What would have to come before they rely on us for anything?",
    "Ask at home: whose days does this account take, and which account gives them up?",
)


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
            "asks": _AT_WORK if have_work(account) else _NO_WORK,
        },
        searched=False,
    )
