"""How a playbook begins and grows older: `new`, `add account`, `migrate`."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import click

from sam_gen.cli.leave import stop
from sam_gen.cli.options import CONFIG
from sam_gen.cli.where import folders_of
from sam_gen.model.problem import ReadingProblems
from sam_gen.reading.folders import Folders
from sam_gen.reading.project import read_project


@click.command()
@click.argument("directory", type=click.Path(path_type=Path))
@click.option("--empty", is_flag=True, help="Without example accounts and without a pinned day.")
@click.option(
    "--ci", type=click.Choice(["github", "gitlab"]), default=None, help="Add a workflow that builds privately."
)
def new(directory: Path, empty: bool, ci: str | None) -> None:
    """Lay down a playbook to start from in an empty folder."""
    from sam_gen.start.new import CannotStart
    from sam_gen.start.new import new as lay_down

    try:
        lay_down(directory, empty=empty, ci=ci or "")
    except CannotStart as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    click.echo(f"{directory} is ready.")
    example = "It shows an invented company until sam-gen add account NAME ends the example. What you then make yours:"
    _say_left(Folders(directory.resolve()), "What to make yours first:" if empty else example)
    click.echo(f"Next: cd {shlex.quote(str(directory))} && sam-gen serve")


@click.group()
def add() -> None:
    """Add something to the playbook."""


@add.command("account")
@click.argument("name")
@CONFIG
@click.option("--keep-example", is_flag=True, help="Keep the example's accounts and its pinned day.")
def add_account(name: str, config: Path, keep_example: bool) -> None:
    """Write a new account's file with its first ten keys. The first one ends the example."""
    from sam_gen.reading.clock import seen_from
    from sam_gen.start import add as start
    from sam_gen.start.new import CannotStart

    folders = folders_of(config)
    try:
        project = read_project(folders)
        today = project.as_of if keep_example else seen_from(None)
        added = start.add_account(folders, project, name, today, keep_example=keep_example)
    except ReadingProblems as error:
        stop(error)
    except CannotStart as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    click.echo(f"{folders.name_of(added.path)} is written; fill its ten keys.")
    for example in added.removed:
        click.echo(f"Removed the example {example}, which nobody had changed.")
    if added.unpinned:
        click.echo("Took as_of out of playbook.yml: the clock runs from today.")
    _say_left(folders, "Still as it came; make it yours:")


def _say_left(folders: Folders, heading: str) -> None:
    """List what of the example is still there, each with its file and line."""
    from sam_gen.start.left import left

    found = left(folders)
    if found:
        click.echo(heading)
    wide = max((len(f"{one.file}:{one.line}") for one in found), default=0)
    for one in found:
        click.echo(f"  {f'{one.file}:{one.line}':<{wide}}  {one.what}")


@click.command()
@CONFIG
def migrate(config: Path) -> None:
    """Bring the files to the newest format."""
    from sam_gen.start.migrate import NEWEST
    from sam_gen.start.migrate import migrate as bring

    folders = folders_of(config)
    try:
        project = read_project(folders)
    except ReadingProblems as error:
        stop(error)
    changed = bring(folders, int(project.playbook.settings.schema_version.value))
    for name in changed:
        click.echo(name)
    click.echo(f"{len(changed)} files changed." if changed else f"Nothing to do: the files have format {NEWEST}.")
