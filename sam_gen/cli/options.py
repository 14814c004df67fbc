"""The options that several commands share."""

from __future__ import annotations

import datetime
from pathlib import Path

import click
from pydantic_core import PydanticCustomError

from sam_gen.model.edition import Edition
from sam_gen.model.scalars import read_date

CONFIG = click.option(
    "--config",
    "config",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("mkdocs.yml"),
    help="The site's configuration; accounts/ and playbook/ stand beside it.",
)


def day(_context: click.Context, _option: click.Parameter, text: str | None) -> datetime.date | None:
    """Take an option for a day; wrong usage, with the remedy, for what is none."""
    try:
        return read_date(text) if text is not None else None
    except PydanticCustomError as error:
        raise click.BadParameter(f"{error.message()}. {(error.context or {})['remedy']}") from None


AS_OF = click.option("--as-of", metavar="DAY", callback=day, help="See everything from this day, YYYY-MM-DD.")

EDITIONS = click.Choice([edition.value for edition in Edition])


def edition(_context: click.Context, _option: click.Parameter, name: str | None) -> Edition | None:
    """Take an option for an edition."""
    return Edition(name) if name else None


EDITION = click.option(
    "--edition",
    type=EDITIONS,
    callback=edition,
    help="For whom: the account team, or its leaders and coaches too.  [default: what mkdocs.yml says, or team]",
)
