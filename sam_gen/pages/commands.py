"""The commands in words: the one place for their help at the terminal and for their page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Command:
    """One command of `sam-gen`."""

    usage: str
    """What follows the name: `[FILE…]`."""
    does: str
    options: Mapping[str, str] = field(default_factory=dict)
    """What each option does, by its longest name."""
    examples: tuple[str, ...] = ()


_CONFIG = {"--config": "The site's configuration; accounts/ and playbook/ stand beside it."}
_AS_OF = {"--as-of": "See everything from this day, YYYY-MM-DD."}
_EDITION = {
    "--edition": "For whom: the account team, or its leaders and coaches too.  [default: what mkdocs.yml says, or team]"
}

COMMANDS: Mapping[str, Command] = {
    "check": Command(
        usage="[FILE…]",
        does="List what cannot be read, or else what the files lack. A FILE is an account's file or folder, or one of "
        "the playbook: then its lines alone. A part of an account that is a folder stands for the whole account.",
        options={
            **_CONFIG,
            **_AS_OF,
            "--strict": "Fail on any finding, not on errors alone.",
            "--format": "How findings are printed: for people, for a merge request, or for another program.",
        },
        examples=(
            "sam-gen check",
            "sam-gen check accounts/grevenau.yml",
            "sam-gen check --strict --format github",
        ),
    ),
    "explain": Command(
        usage="CODE | ACCOUNT [FIGURE]",
        does="Explain a rule by its CODE, or a FIGURE of an ACCOUNT with its reasons and their lines; without FIGURE, "
        "list the figures of the ACCOUNT.",
        options={**_CONFIG, **_AS_OF},
        examples=("sam-gen explain SAM107", "sam-gen explain grevenau", "sam-gen explain grevenau backing"),
    ),
    "build": Command(
        usage="",
        does="Build the site. Stops on reading problems alone; the old site stays until the new one is whole.",
        options={**_CONFIG, **_EDITION, **_AS_OF, "--site-dir": "Where the site goes."},
        examples=("sam-gen build", "sam-gen build --as-of 2026-12-31 --site-dir /tmp/site"),
    ),
    "serve": Command(
        usage="",
        does="Show the site live; it follows every change, and keeps the last good pages while a file is broken.",
        options={**_CONFIG, **_EDITION, "--address": "Host and port."},
        examples=("sam-gen serve",),
    ),
    "write": Command(
        usage="DIR",
        does="Write a docs tree and its mkdocs.yml into DIR, for an engine without plugins: Zensical, ProperDocs.",
        options={**_CONFIG, **_EDITION, **_AS_OF},
        examples=("sam-gen write tree",),
    ),
    "new": Command(
        usage="DIRECTORY",
        does="Lay down a playbook to start from in an empty folder.",
        options={
            "--empty": "Without example accounts and without a pinned day.",
            "--ci": "Add a workflow that builds privately.",
        },
        examples=("sam-gen new our-plans", "sam-gen new our-plans --empty --ci gitlab"),
    ),
    "add account": Command(
        usage="NAME",
        does="Write a new account's file with its first ten keys. The first one ends the example.",
        options={**_CONFIG, "--keep-example": "Keep the example's accounts and its pinned day."},
        examples=('sam-gen add account "Hafenwerk Logistik"',),
    ),
    "schema": Command(
        usage="[DIRECTORY]",
        does="Write the JSON Schema of every kind of file, for editors.",
        examples=("sam-gen schema",),
    ),
    "migrate": Command(
        usage="",
        does="Bring the files to the newest format.",
        options=_CONFIG,
        examples=("sam-gen migrate",),
    ),
}
"""Every command by its name."""

EXIT_CODES: tuple[tuple[str, str], ...] = (
    ("0", "Done. Findings alone do not stop a build."),
    (
        "1",
        "The files cannot be read, or a site does not hold together. From check: a finding of severity error, "
        "with --strict any finding.",
    ),
    ("2", "Wrong usage, or a name that stands for nothing."),
)
"""What the shell is told."""


def does(name: str) -> str:
    """Return what a command does."""
    return COMMANDS[name].does


def option(name: str, flag: str) -> str:
    """Return what an option of a command does."""
    return COMMANDS[name].options[flag]
