"""`/accounts/<id>/plan/`: the plan in its order, from their business to the review of our own work."""

from __future__ import annotations

from sam_gen.assess.plan import open_risks, validations
from sam_gen.model.account import Account
from sam_gen.model.project import Project
from sam_gen.pages import findings
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.initiatives import business_block
from sam_gen.pages.jump import PLAN, jump
from sam_gen.pages.needs import economics_block, feedback_block, horizon_block, insights_block, needs_block
from sam_gen.pages.objectives import measures_table, objectives_block
from sam_gen.pages.one_page import sheet
from sam_gen.pages.opportunities import open_ones, opportunities_block
from sam_gen.pages.overlap import overlap_block
from sam_gen.pages.parts import address
from sam_gen.pages.plan_review import DRAFT, review_block, validated
from sam_gen.pages.risks import risks_block
from sam_gen.pages.roadmap import lines, near_and_later, quarters, roadmap_block
from sam_gen.pages.roadmap_drawing import roadmap_drawing
from sam_gen.pages.score_sheets import closed_fold, score_sheets
from sam_gen.pages.standing import health_block, hygiene_block
from sam_gen.pages.team import team_block
from sam_gen.pages.words import capital
from sam_gen.render.page import Page

PATH = "plan/"


def plan_page(project: Project, account: Account) -> Page:
    """Build the plan of one account."""
    sight = Sight.of(project, account)
    risks = open_risks(account, project.playbook, project.as_of)
    opportunities = open_ones(sight)
    near, later, later_fold = near_and_later(quarters(sight))
    return Page(
        path=f"{address(project, account)}{PATH}",
        title=f"{account.name}: plan",
        template="account/plan.md",
        context={
            **sight.page("Plan"),
            "lede": _lede(sight),
            "jumps": jump(f"{address(project, account)}{PATH}", PLAN),
            "sheet": sheet(sight, risks),
            "horizon": horizon_block(sight),
            "business": business_block(sight),
            "opportunities": opportunities_block(sight, opportunities),
            "score_sheets": score_sheets(sight, opportunities),
            "closed": closed_fold(sight),
            "opportunities_foot": Block("", sight.source("opportunities")),
            "objectives": objectives_block(sight),
            "measures": measures_table(sight),
            "objectives_foot": Block("", sight.source("objectives")),
            "overlap": overlap_block(sight),
            "roadmap": roadmap_block(sight),
            "roadmap_drawing": roadmap_drawing(sight, tuple(line[0] for line in lines(sight))),
            "quarters": near,
            "later": later,
            "later_fold": later_fold,
            "team": team_block(sight),
            "needs": needs_block(sight),
            "insights": insights_block(sight),
            "economics": economics_block(sight),
            "risks": risks_block(sight, risks),
            "review": review_block(sight),
            "rubric": f"{address(project, account)}coaching/#rubric" if project.playbook.method.review.rubric else "",
            "feedback": feedback_block(sight),
            "health": health_block(sight),
            "hygiene": hygiene_block(sight),
        },
    )


def _lede(sight: Sight) -> str:
    span, done = sight.account.timeframe, validations(sight.account, sight.as_of)
    end = "No timeframe yet: until when does this plan count?"
    if span:
        begins, left = (span.start - sight.as_of).days, (span.end - sight.as_of).days
        end = f"{capital(findings.plan_end(sight.day(span.start), sight.day(span.end), begins, left))}."
    return f"{end} {validated(sight, done[0]) if done else DRAFT}"
