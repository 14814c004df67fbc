"""`/accounts/<id>/plan/`: the plan in its order, from their business to the review of our own work."""

from __future__ import annotations

from sam_gen.assess.plan import open_risks, validations
from sam_gen.model.account import Account
from sam_gen.model.project import Project
from sam_gen.pages import findings
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.initiatives import business_block
from sam_gen.pages.objectives import measures_table, objectives_block
from sam_gen.pages.opportunities import opportunities_block
from sam_gen.pages.parts import address
from sam_gen.pages.plan_review import DRAFT, review_block, validated
from sam_gen.pages.risks import effects, risk_grid, risks_block
from sam_gen.pages.roadmap import quarters, roadmap_block
from sam_gen.pages.team import team_block
from sam_gen.pages.words import capital
from sam_gen.render.page import Page

PATH = "plan/"


def plan_page(project: Project, account: Account) -> Page:
    """Build the plan of one account."""
    sight = Sight.of(project, account)
    risks = open_risks(account, project.playbook, project.as_of)
    return Page(
        path=f"{address(project, account)}{PATH}",
        title=f"{account.name}: plan",
        template="account/plan.md",
        context={
            **sight.page("Plan"),
            "lede": _lede(sight),
            "business": business_block(sight),
            "opportunities": opportunities_block(sight),
            "objectives": objectives_block(sight),
            "measures": measures_table(sight),
            "objectives_foot": Block("", sight.source("objectives")),
            "roadmap": roadmap_block(sight),
            "quarters": quarters(sight),
            "team": team_block(sight),
            "risks": risks_block(sight, risks),
            "grid": risk_grid(risks, project.playbook) if any(one.asks for one in risks) else (),
            "effects": effects(sight.words),
            "review": review_block(sight),
        },
    )


def _lede(sight: Sight) -> str:
    span, done = sight.account.timeframe, validations(sight.account, sight.as_of)
    end = "No timeframe yet: until when does this plan count?"
    if span:
        begins, left = (span.start - sight.as_of).days, (span.end - sight.as_of).days
        end = f"{capital(findings.plan_end(sight.day(span.start), sight.day(span.end), begins, left))}."
    return f"{end} {validated(sight, done[0]) if done else DRAFT}"
