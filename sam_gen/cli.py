"""The command line: thin."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import click

from sam_gen import __version__
from sam_gen.model.problem import ReadingProblems, summary
from sam_gen.model.project import Project
from sam_gen.reading.folders import Folders
from sam_gen.reading.project import read_project

_CONFIG = click.option(
    "--config",
    "config",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("mkdocs.yml"),
    help="The site's configuration; accounts/ and playbook/ stand beside it.",
)


def _day(_context: click.Context, _option: click.Parameter, moment: datetime.datetime | None) -> datetime.date | None:
    return moment.date() if moment else None


_AS_OF = click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), callback=_day, help="See everything from this day, YYYY-MM-DD."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sam-gen")
def main() -> None:
    """Account plans as code: accounts/ and playbook/ become a site."""


@main.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@_CONFIG
@_AS_OF
def check(files: tuple[Path, ...], config: Path, as_of: datetime.date | None) -> None:
    """Read everything and list every problem; with FILES, list those files' alone."""
    folders = _folders(config)
    wanted = {folders.name_of(path.resolve()) for path in files}
    try:
        project = read_project(folders, as_of)
    except ReadingProblems as error:
        shown = [problem for problem in error.problems if not wanted or problem.place.file in wanted]
        for problem in shown:
            click.echo(str(problem))
        if shown:
            click.echo(f"{summary(shown)}.", err=True)
            sys.exit(1)
        click.echo("No problems in these files.")
    else:
        click.echo(f"{_inventory(project)}: no problems.")


@main.command()
@_CONFIG
@_AS_OF
@click.option("--site-dir", type=click.Path(path_type=Path, file_okay=False), help="Where the site goes.")
def build(config: Path, as_of: datetime.date | None, site_dir: Path | None) -> None:
    """Build the site. Stops on reading problems alone; the old site stays until the new one is whole."""
    from sam_gen.publish import site

    try:
        project, target = site.build(config, site_dir, as_of)
    except ReadingProblems as error:
        for problem in error.problems:
            click.echo(str(problem))
        click.echo(f"{summary(error.problems)}. Nothing was written.", err=True)
        sys.exit(1)
    except site.BuildFailed as error:
        click.echo(f"{error}\nNothing was written.", err=True)
        sys.exit(1)
    click.echo(f"{_inventory(project)}, seen from {project.as_of}: {_shown(target)}/index.html")


@main.command()
@_CONFIG
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Host and port.")
def serve(config: Path, address: str) -> None:
    """Show the site live; it follows every change, and keeps the last good pages while a file is broken."""
    from sam_gen.publish import site

    try:
        site.serve(config, address)
    except site.BuildFailed as error:
        click.echo(str(error), err=True)
        sys.exit(1)


def _folders(config: Path) -> Folders:
    """Take the folders from mkdocs.yml if it is there, the usual ones beside it if not."""
    if config.is_file():
        from sam_gen.publish import site

        try:
            return site.load(config)[2]
        except site.BuildFailed as error:
            click.echo(str(error), err=True)
            sys.exit(1)
    return Folders(config.resolve().parent)


def _inventory(project: Project) -> str:
    people = sum(len(account.people) for account in project.accounts)
    return f"{len(project.accounts)} accounts, {people} people, {len(project.playbook.team)} of us"


def _shown(path: Path) -> str:
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
