"""The command line: thin. One file a command, or a group of commands that belong together."""

from __future__ import annotations

import click

from sam_gen import __version__
from sam_gen.cli import check, explain, export, log, schema, site, start


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sam-gen")
def main() -> None:
    """Account plans as code: accounts/ and playbook/ become a site."""


for _command in (
    check.check,
    explain.explain,
    site.build,
    site.serve,
    site.write,
    start.new,
    start.add,
    export.export,
    log.log,
    schema.schema,
    start.migrate,
):
    main.add_command(_command)
