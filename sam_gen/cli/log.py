"""`sam-gen log`: one talk or one sign into an account's file."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import click

from sam_gen.checks.explain import Unknown
from sam_gen.cli.leave import stop
from sam_gen.cli.options import CONFIG, day
from sam_gen.cli.where import folders_of
from sam_gen.model.problem import ReadingProblems
from sam_gen.pages.commands import does, option
from sam_gen.reading.project import read_project


@click.command("log", help=does("log"))
@click.argument("account")
@click.argument("text")
@click.option("--who", metavar="PERSON", multiple=True, required=True, help=option("log", "--who"))
@click.option("--ours", metavar="US", multiple=True, help=option("log", "--ours"))
@click.option("--on", metavar="DAY", callback=day, help=option("log", "--on"))
@click.option("--evidence", metavar="INDICATOR", help=option("log", "--evidence"))
@click.option("--answer", type=click.Choice(["yes", "no"]), help=option("log", "--answer"))
@click.option("--basis", type=click.Choice(["observed", "client_confirmed"]), help=option("log", "--basis"))
@CONFIG
def log(
    account: str,
    text: str,
    who: tuple[str, ...],
    ours: tuple[str, ...],
    on: datetime.date | None,
    evidence: str | None,
    answer: str | None,
    basis: str | None,
    config: Path,
) -> None:
    """Note a talk or a sign."""
    from sam_gen.exchange.log import CannotNote, Said, Sign, note

    if not evidence and (answer or basis):
        raise click.UsageError("--answer and --basis belong to --evidence INDICATOR.")
    if evidence and (len(who) > 1 or len(ours) > 1):
        raise click.UsageError(
            "A sign rests on one of theirs and was noted by one of ours: give --who and --ours once."
        )
    sign = Sign.of(evidence, answer, basis) if evidence else None
    folders = folders_of(config)
    try:
        project = read_project(folders)
        noted = note(folders, project, Said(account, text, who, ours, on or project.as_of, sign))
    except ReadingProblems as error:
        stop(error)
    except Unknown as error:
        raise click.UsageError(f"{error} Nothing was written.") from None
    except CannotNote as error:
        click.echo(f"{error}\nNothing was written.", err=True)
        sys.exit(2 if error.usage else 1)
    click.echo(f"{noted.file}:{noted.line} now says:")
    for line in noted.record:
        click.echo(f"  {line}")
