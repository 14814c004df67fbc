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

_EXPORT = {
    "--account": "One account by its id; without it, all of them.",
    "--out": "The file to write; without it, the terminal.",
    **_CONFIG,
    "--edition": "For whom: what an edition does not show is not in its exports.",
    **_AS_OF,
}

COMMANDS: Mapping[str, Command] = {
    "check": Command(
        usage="[FILE…]",
        does="List what cannot be read, or else what the files lack. A FILE is an account's file or folder, or one of "
        "the playbook: then its lines alone. A part of an account that is a folder stands for the whole account. "
        "The faults of a practice file of the course are named only when it is a FILE.",
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
    "export ics": Command(
        usage="",
        does="Write a calendar: meetings, open steps with a day, reviews, ends and notice days of contracts, evidence "
        "about to expire. The same record keeps the same entry, so a later file moves what has moved. Needs "
        "sam_gen[exchange].",
        options={**_EXPORT, "--of": "What is for one of us, by their id in team.yml."},
        examples=(
            "sam-gen export ics --out accounts.ics",
            "sam-gen export ics --account grevenau",
            "sam-gen export ics --of mira-holm --out mira.ics",
        ),
    ),
    "export csv": Command(
        usage="actions | people | risks | opportunities | figures",
        does="Write one table for a spreadsheet: UTF-8 with a byte order mark, ISO dates, plain numbers with their "
        "unit beside them, a list one entry a line. An apostrophe stands before text that could be a formula, or "
        "that begins with one; take one away to have the text.",
        options=_EXPORT,
        examples=("sam-gen export csv actions --out actions.csv", "sam-gen export csv figures --account grevenau"),
    ),
    "export json": Command(
        usage="",
        does="Write all tables for another program, with the reasons of each figure and where they stand in the files.",
        options=_EXPORT,
        examples=("sam-gen export json --out accounts.json",),
    ),
    "export cards": Command(
        usage="",
        does="Write the questions of the self-checks as cards for Anki: CSV with the settings Anki reads at its top. "
        "The same card keeps the same key, so that a later import renews it.",
        options={name: _EXPORT[name] for name in ("--out", "--config")},
        examples=("sam-gen export cards --out cards.csv",),
    ),
    "log": Command(
        usage="ACCOUNT TEXT --who PERSON",
        does="Note a talk in the account's file, or with --evidence a sign of the position. Everything else in the "
        "file stays as it is, byte for byte. If the file could not be read afterwards, nothing is written.",
        options={
            "--who": "Who of them, by the id in the account; several times for several.",
            "--ours": "Who of us, by the id in team.yml; several times for several.",
            "--on": "The day it was, YYYY-MM-DD; without it, the day everything is seen from.",
            "--evidence": "It is a sign: the indicator, by its id in models/continuum.yml. TEXT is what was seen.",
            "--answer": "Whether the sign was found; without it, yes.",
            "--basis": "How we know; without it, observed.",
            **_CONFIG,
        },
        examples=(
            'sam-gen log grevenau "Walked the night shift; the yard was full at two." --who lohmann --ours mira-holm',
            'sam-gen log grevenau "Asked us before the tender was written." --who lohmann --evidence need-before-order',
        ),
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
