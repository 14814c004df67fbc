"""`sam-gen check`: what cannot be read, or else what the files lack."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import click

from sam_gen.checks import check as findings
from sam_gen.checks import report
from sam_gen.checks.finding import Finding
from sam_gen.checks.scope import Scope
from sam_gen.cli.leave import inventory
from sam_gen.cli.options import AS_OF, CONFIG
from sam_gen.cli.where import folders_of
from sam_gen.model.method import Severity
from sam_gen.model.problem import Problem, ReadingProblems, quoted, summary
from sam_gen.pages.commands import does, option
from sam_gen.reading.folders import Folders
from sam_gen.reading.project import read_project


@click.command(help=does("check"))
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path(exists=True, path_type=Path))
@CONFIG
@AS_OF
@click.option("--strict", is_flag=True, help=option("check", "--strict"))
@click.option(
    "--format",
    "form",
    type=click.Choice(list(report.FORMATS)),
    default="text",
    show_default=True,
    help=option("check", "--format"),
)
def check(files: tuple[Path, ...], config: Path, as_of: datetime.date | None, strict: bool, form: str) -> None:
    """Read everything and list what cannot be read, or else what the files lack."""
    folders = folders_of(config)
    scope = _scope(folders, files)
    try:
        project = read_project(folders, as_of, coaching=True)
    except ReadingProblems as error:
        _report_problems(error.problems, scope, form)
        return
    found = scope.of_findings((*findings.check(project), *findings.check_practice(project, scope.names)))
    click.echo(report.FORMATS[form](found), nl=False)
    if form == "text":
        click.echo(f"{scope.said or inventory(project)}: {report.counts(found) if found else 'no problems'}.")
    if any(strict or one.severity is Severity.ERROR for one in found):
        sys.exit(1)


def _scope(folders: Folders, files: tuple[Path, ...]) -> Scope:
    names = [folders.name_of(path.resolve()) for path in files]
    read = [folders.accounts, folders.playbook, folders.coaching]
    for name in names:
        if name != "." and not any(f"{name}/".startswith(f"{folder}/") for folder in read):
            raise click.UsageError(
                f"check does not read {quoted(name)}; it reads {', '.join(f'{one}/' for one in read)}."
            )
    return Scope.of(names, folders)


def _report_problems(problems: list[Problem], scope: Scope, form: str) -> None:
    """Print reading problems in the format asked for, and leave with 1 if there are any in these files."""
    wanted = scope.of_problems(problems)
    if form != "text":
        click.echo(report.FORMATS[form]([Finding.from_problem(one) for one in wanted]), nl=False)
    for problem in wanted if form == "text" else ():
        click.echo(str(problem))
    if wanted:
        click.echo(f"{summary(wanted)}.", err=True)
        sys.exit(1)
    said = f"No reading problem in {scope.said}. Elsewhere there are some, so nothing further is worked out: "
    click.echo(f"{said}{summary(problems)}; sam-gen check lists them.", err=form != "text")
