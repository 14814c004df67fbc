"""The commands that make the pages: `build` and `serve` by MkDocs, `write` for other engines."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import click

from sam_gen.cli.leave import failing, inventory, shown
from sam_gen.cli.options import AS_OF, CONFIG, EDITION
from sam_gen.cli.where import folders_of
from sam_gen.model.edition import Edition


@click.command()
@CONFIG
@EDITION
@AS_OF
@click.option("--site-dir", type=click.Path(path_type=Path, file_okay=False), help="Where the site goes.")
def build(config: Path, edition: Edition | None, as_of: datetime.date | None, site_dir: Path | None) -> None:
    """Build the site. Stops on reading problems alone; the old site stays until the new one is whole."""
    from sam_gen.publish import site

    folders_of(config, needs_site=True)
    with failing():
        project, target = site.build(config, site_dir, as_of, edition)
    click.echo(f"{inventory(project)}, seen from {project.as_of}: {shown(target)}/index.html")


@click.command()
@CONFIG
@EDITION
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Host and port.")
def serve(config: Path, edition: Edition | None, address: str) -> None:
    """Show the site live; it follows every change, and keeps the last good pages while a file is broken."""
    from sam_gen.publish import site

    folders_of(config, needs_site=True)
    try:
        site.serve(config, address, edition)
    except site.BuildFailed as error:
        click.echo(str(error), err=True)
        sys.exit(1)


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@CONFIG
@EDITION
@AS_OF
def write(folder: Path, config: Path, edition: Edition | None, as_of: datetime.date | None) -> None:
    """Write a docs tree and its mkdocs.yml into DIR, for an engine without plugins: Zensical, ProperDocs."""
    from sam_gen.publish import folder as written

    folders_of(config, needs_site=True)
    with failing():
        project, changed = written.write(config, folder, as_of, edition)
    touched = f"{changed} file{'' if changed == 1 else 's'} written or removed"
    click.echo(f"{inventory(project)}, seen from {project.as_of}: {touched} in {shown(folder.resolve())}")
