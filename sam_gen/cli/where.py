"""Where a command works: the folders that its configuration names."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sam_gen.reading.folders import Folders
from sam_gen.start.where import outside


class Outside(click.ClickException):
    """Run where no playbook is: wrong usage, but the usage line would not help."""

    exit_code = 2


def folders_of(config: Path, *, needs_site: bool = False) -> Folders:
    """Take the folders from mkdocs.yml if it is there, the usual ones beside it if not.

    Leaves with 2 and one sentence where there is no playbook.
    """
    folders = _configured(config) if config.is_file() else Folders(config.resolve().parent)
    why = outside(config, folders, needs_site=needs_site)
    if why:
        raise Outside(why)
    return folders


def _configured(config: Path) -> Folders:
    from sam_gen.publish import site

    try:
        return site.load(config)[2]
    except site.BuildFailed as error:
        click.echo(str(error), err=True)
        sys.exit(1)
