"""How a command leaves: with what it did in a line, or with what stopped it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import click

from sam_gen.model.problem import ReadingProblems, summary
from sam_gen.model.project import Project


@contextmanager
def failing() -> Iterator[None]:
    """Say what went wrong and leave with 1."""
    from sam_gen.publish import site

    try:
        yield
    except ReadingProblems as error:
        stop(error)
    except site.BuildFailed as error:
        click.echo(f"{error}\n{error.after}", err=True)
        sys.exit(1)


def stop(error: ReadingProblems) -> NoReturn:
    """List what cannot be read and leave with 1."""
    for problem in error.problems:
        click.echo(str(problem))
    click.echo(f"{summary(error.problems)}. Nothing was written.", err=True)
    sys.exit(1)


def inventory(project: Project) -> str:
    """Count what was read: `7 accounts, 61 people, 9 of us`."""
    people = sum(len(account.people) for account in project.accounts)
    accounts = len(project.accounts)
    return f"{accounts} account{'s' * (accounts != 1)}, {people} people, {len(project.playbook.team)} of us"


def shown(path: Path) -> str:
    """Write a path as seen from here."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
