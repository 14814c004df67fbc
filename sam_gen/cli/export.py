"""`sam-gen export`: a calendar, tables, JSON and cards for other programs."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from sam_gen.checks.explain import Unknown
from sam_gen.cli.leave import stop
from sam_gen.cli.options import AS_OF, CONFIG, EDITIONS, edition
from sam_gen.cli.where import Outside, folders_of
from sam_gen.exchange.what import What
from sam_gen.model.edition import Edition
from sam_gen.model.problem import ReadingProblems, quoted
from sam_gen.model.project import Project
from sam_gen.pages.commands import does, option
from sam_gen.reading.folders import Folders


@click.group()
def export() -> None:
    """Hand what the accounts say to other programs: a calendar, tables, JSON."""


_EXPORTED = click.option(
    "--edition",
    type=EDITIONS,
    default=Edition.TEAM.value,
    callback=edition,
    show_default=True,
    help=option("export json", "--edition"),
)
_ACCOUNT = click.option("--account", metavar="ID", help=option("export json", "--account"))
_OUT = click.option(
    "--out", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False), help=option("export json", "--out")
)


@export.command("ics", help=does("export ics"))
@_ACCOUNT
@click.option("--of", metavar="PERSON", help=option("export ics", "--of"))
@_OUT
@CONFIG
@_EXPORTED
@AS_OF
def export_ics(
    account: str | None, of: str | None, out: Path | None, config: Path, edition: Edition, as_of: datetime.date | None
) -> None:
    """Write a calendar."""
    from sam_gen.exchange import ics
    from sam_gen.exchange.choose import chosen, known_colleague
    from sam_gen.exchange.events import events

    with _exporting(config, edition, as_of) as (folders, project):
        mine = known_colleague(project, of) if of else None
        found = events(project, chosen(project, account), mine)
        _hand_over(ics.calendar(found, project.playbook.settings.company, project.as_of), out, folders)


@export.command("csv", help=does("export csv"))
@click.argument("what", metavar="WHAT", type=click.Choice([what.value for what in What]))
@_ACCOUNT
@_OUT
@CONFIG
@_EXPORTED
@AS_OF
def export_csv(
    what: str, account: str | None, out: Path | None, config: Path, edition: Edition, as_of: datetime.date | None
) -> None:
    """Write one table."""
    from sam_gen.exchange.choose import chosen
    from sam_gen.exchange.tables import as_csv, table

    with _exporting(config, edition, as_of) as (folders, project):
        text = as_csv(table(What(what), project, chosen(project, account)))
        _hand_over(text.encode("utf-8"), out, folders)


@export.command("json", help=does("export json"))
@_ACCOUNT
@_OUT
@CONFIG
@_EXPORTED
@AS_OF
def export_json(
    account: str | None, out: Path | None, config: Path, edition: Edition, as_of: datetime.date | None
) -> None:
    """Write all tables."""
    from sam_gen.exchange.choose import chosen
    from sam_gen.exchange.whole import as_json

    with _exporting(config, edition, as_of) as (folders, project):
        _hand_over(as_json(project, chosen(project, account)).encode("utf-8"), out, folders)


@export.command("cards", help=does("export cards"))
@_OUT
@CONFIG
def export_cards(out: Path | None, config: Path) -> None:
    """Write the review cards."""
    from sam_gen.pages.learning import anki

    with _exporting(config, Edition.TEAM, None) as (folders, project):
        _hand_over(anki(project.playbook).encode("utf-8"), out, folders)


@contextmanager
def _exporting(config: Path, edition: Edition, as_of: datetime.date | None) -> Iterator[tuple[Folders, Project]]:
    """Read one edition; leave with 1 where it cannot be read, with 2 for a name or library that is not there."""
    from sam_gen.exchange.ics import NeedsExtra
    from sam_gen.publish.edition import read_edition

    folders = folders_of(config)
    try:
        yield folders, read_edition(folders, edition, as_of)
    except ReadingProblems as error:
        stop(error)
    except Unknown as error:
        raise click.UsageError(str(error)) from None
    except NeedsExtra as error:
        raise Outside(str(error)) from None


def _hand_over(data: bytes, out: Path | None, folders: Folders) -> None:
    """Write an export to a file or to the terminal, never over what it was made from."""
    if out is None:
        click.echo(data, nl=False)
        return
    name = folders.name_of(out.resolve())
    read = next(
        (one for one in (folders.accounts, folders.playbook, folders.coaching) if name.startswith(f"{one}/")), ""
    )
    if read:
        raise click.UsageError(
            f"{quoted(name)} is in {read}/, which holds what exports are made from. Name another file."
        )
    try:
        out.write_bytes(data)
    except OSError as error:
        raise Outside(f"cannot write {out}: {error.strerror}.") from None
