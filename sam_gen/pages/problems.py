"""What a reader sees under `serve` while the files cannot be read."""

from __future__ import annotations

from collections.abc import Sequence

from sam_gen.model.problem import Problem, summary
from sam_gen.render.environment import render_text
from sam_gen.render.page import Page


def problems_banner(problems: Sequence[Problem]) -> str:
    """Return the list of problems as a block of HTML for the top of every page."""
    rows = [
        {"place": str(problem.place), "code": problem.code, "what": problem.message, "remedy": problem.remedy}
        for problem in problems
    ]
    return render_text("shared/problems.html", {"summary": summary(list(problems)), "rows": rows})


def problems_page() -> Page:
    """Return the page that stands in for the site before anything could be read."""
    return Page(path="", title="Cannot be read yet", template="problems.md")
