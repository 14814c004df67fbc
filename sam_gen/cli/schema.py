"""`sam-gen schema`: what an editor needs for completion while typing."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("directory", type=click.Path(path_type=Path), default=Path("docs/schema"))
def schema(directory: Path) -> None:
    """Write the JSON Schema of every kind of file, for editors."""
    from sam_gen.reading.schema import KINDS
    from sam_gen.reading.schema import schema as text_of

    directory.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        (directory / f"{kind}.json").write_text(text_of(kind), encoding="utf-8", newline="\n")
    click.echo(f"{len(KINDS)} schemas in {directory}")
