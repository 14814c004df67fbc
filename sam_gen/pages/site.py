"""All pages of the site."""

from __future__ import annotations

from sam_gen.model.project import Project
from sam_gen.pages.account import account_page
from sam_gen.pages.desk import desk_page
from sam_gen.render.page import Page


def site_pages(project: Project) -> tuple[Page, ...]:
    """Return every generated page, each made from one account or from one pass over all of them."""
    return (desk_page(project), *(account_page(project, account) for account in project.accounts))
