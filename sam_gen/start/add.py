"""`sam-gen add account`: the ten keys of a useful account, with a hint each."""

from __future__ import annotations

import datetime
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from sam_gen.model.project import Project
from sam_gen.model.scalars import LONGEST_LINE, slug
from sam_gen.reading.folders import Folders, is_reserved
from sam_gen.reading.starter import starter
from sam_gen.start.new import CannotStart

_PIN = re.compile(r"(?:^#.*\n)*^as_of:.*\n?", re.MULTILINE)

_ACCOUNT = """\
# yaml-language-server: $schema=../docs/schema/account.json
# The first ten keys. A key without a value means: not known yet.
# Take the # away from a line below a key and change it, or add lines like it.

name: {name}
tier: {tier} # how much care: {tiers}
lead: {lead} # who of us leads it, an id of playbook/team.yml
backup: # who stands in
timeframe: {year} # the span of the plan, a year or two days: {year}-07-01 to {next_year}-06-30
as_of: {today} # the day somebody last went through this file

# What they want to change, in their words.
initiatives:
#  - {{id: paperless, name: Night shift without paper, owner: rao}}

# Begin with three: who decides, who is for us, who can say no.
people:
#  - {{id: rao, name: Priya Rao, title: COO, roles: [decider], support: supporter}}

# What both sides want to have reached, and what each gains.
objectives:
#  - {{name: Two sites live by May, for: paperless, client_gets: 2 h less a shift, due: {next_year}-05-31}}

# The next steps, each with an owner and a day.
actions:
#  - {{what: Walk the night shift with their site manager, owner: {lead}, due: {soon}}}
"""

_NEXT_YEAR_FROM = 10
"""The month from which a new plan is for the year to come: a plan that ends in weeks is none."""

_SOON = datetime.timedelta(days=14)


@dataclass(frozen=True)
class Added:
    """What adding an account did."""

    path: Path
    removed: tuple[str, ...]
    """Example accounts that were as they came and are gone now."""
    unpinned: bool
    """Whether the pinned day was taken out of playbook.yml."""


def add_account(
    folders: Folders, project: Project, name: str, today: datetime.date, *, keep_example: bool = False
) -> Added:
    """Write a new account's file. The first own account ends the example: its accounts and its pinned day go.

    An example account that somebody changed stays. Raises CannotStart; then nothing was written.
    """
    _check_name(name)
    id_ = slug(name)
    path = folders.root / folders.accounts / f"{id_}.yml"
    if is_reserved(id_):
        raise CannotStart(f"{id_} is reserved; choose a longer name.")
    if path.exists() or path.with_suffix("").exists():
        raise CannotStart(f"{folders.name_of(path)} is there already; nothing was overwritten.")
    examples = [] if keep_example else _unchanged_examples(folders)
    pinned = None if keep_example else _unpinned(folders)
    path.write_text(_account(project, name, today), encoding="utf-8", newline="\n")
    for example in examples:
        shutil.rmtree(example) if example.is_dir() else example.unlink()
    if pinned is not None:
        (folders.root / folders.playbook / "playbook.yml").write_text(pinned, encoding="utf-8", newline="\n")
    return Added(path, tuple(folders.name_of(example) for example in examples), pinned is not None)


def _check_name(name: str) -> None:
    if not any(sign.isalnum() for sign in name) or len(name) > LONGEST_LINE or not name.isprintable():
        raise CannotStart("the name has no letter, is too long, or holds signs that nobody can see.")


def _account(project: Project, name: str, today: datetime.date) -> str:
    tiers = project.playbook.settings.tiers
    year = today.year + (today.month >= _NEXT_YEAR_FROM)
    return _ACCOUNT.format(
        name=_quoted(name.strip()),
        tier=tiers[-1].id,
        tiers=", ".join(tier.id for tier in tiers),
        lead=project.playbook.team[0].id if project.playbook.team else "",
        year=year,
        next_year=year + 1,
        today=today.isoformat(),
        soon=(today + _SOON).isoformat(),
    )


def _quoted(name: str) -> str:
    """Write a name as YAML: plain where every sign is harmless, else in single quotes."""
    plain = re.fullmatch(r"[^\W\d_][\w .&-]*", name) and name != "null"
    return name if plain else "'" + name.replace("'", "''") + "'"


def _unchanged_examples(folders: Folders) -> list[Path]:
    """Return the files and folders of accounts that are byte for byte as the starter has them."""
    source, target = starter() / "accounts", folders.root / folders.accounts
    if source.resolve() == target.resolve():
        return []
    return [target / path.name for path in sorted(source.iterdir()) if _contents(path) == _contents(target / path.name)]


def _contents(path: Path) -> dict[str, bytes] | None:
    """Return the bytes of a file, or of every file of a folder; None for what is not there."""
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    return {file.relative_to(path).as_posix(): file.read_bytes() for file in files if file.is_file()} or None


def _unpinned(folders: Folders) -> str | None:
    """Return playbook.yml without its pinned day, or None if there is none or this is the starter itself."""
    path = folders.root / folders.playbook / "playbook.yml"
    if path.resolve() == (starter() / "playbook/playbook.yml").resolve():
        return None
    text = path.read_text(encoding="utf-8")
    return _PIN.sub("", text, count=1) if _PIN.search(text) else None
