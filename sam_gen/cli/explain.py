"""`sam-gen explain`: a rule, or a figure of an account with its reasons."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from sam_gen.checks import explain as explained
from sam_gen.cli.leave import failing
from sam_gen.cli.options import AS_OF, CONFIG
from sam_gen.cli.where import folders_of
from sam_gen.pages.commands import does
from sam_gen.reading.project import read_project


@click.command(help=does("explain"))
@click.argument("name", metavar="CODE | ACCOUNT")
@click.argument("figure", metavar="[FIGURE]", required=False)
@CONFIG
@AS_OF
def explain(name: str, figure: str | None, config: Path, as_of: datetime.date | None) -> None:
    """Explain a rule by its code, the figures of an account, or one of them."""
    try:
        if figure is None and explained.is_code(name):
            click.echo(explained.explain_code(name), nl=False)
            return
        with failing():
            project = read_project(folders_of(config), as_of)
        said = explained.explain_figure(project, name, figure) if figure else explained.explain_account(project, name)
        click.echo(said, nl=False)
    except explained.Unknown as error:
        raise click.UsageError(str(error)) from None
