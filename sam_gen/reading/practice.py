"""`playbook/cases/practice/`: exercises, and the files to work on, read in the world of the cases."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from sam_gen.model.place import Place, PlacedText
from sam_gen.model.practice import Exercise, Practice
from sam_gen.model.problem import Problem, quoted
from sam_gen.model.scalars import ID_PATTERN, slug
from sam_gen.model.words import nearest
from sam_gen.reading.accounts import name_by_file, read_account
from sam_gen.reading.characters import read_text
from sam_gen.reading.curriculum import entries
from sam_gen.reading.folders import Source, account_sources
from sam_gen.reading.reader import Reader

FOLDER = "practice"
_FILE = re.compile(rf"({ID_PATTERN})\.yml")


def read_practice(reader: Reader, cases: Collection[str]) -> Practice | None:
    """Read the folder; `cases` are the ids of the cases, which an exercise may work on too. None without a folder."""
    name = f"{reader.folders.playbook}/{FOLDER}"
    home = reader.folders.root / name
    if not home.exists() and not home.is_symlink():
        return None
    folders = replace(reader.folders, accounts=f"{name}/accounts")
    sources, problems = account_sources(folders) if (home / "accounts").exists() else ([], [])
    reader.add(problems)
    accounts = [read_account(reader, source) for source in sources]
    known = {*cases, *(source.id for source in sources)}
    exercises = [_exercise(reader, path, id_, known) for path, id_ in _files(reader, home)]
    return Practice(
        exercises=tuple(sorted((one for one in exercises if one), key=lambda one: (one.name.casefold(), one.id))),
        accounts=tuple(one for one in accounts if one),
        texts={source.id: _lines(reader, source) for source, one in zip(sources, accounts, strict=True) if one},
    )


def _files(reader: Reader, home: Path) -> Iterator[tuple[Path, str]]:
    for path in entries(reader, home):
        match = _FILE.fullmatch(path.name)
        if match:
            yield path, match[1]
        elif path.name != "accounts":
            remedy = f"Call it {slug(path.stem)}.yml; files to work on go into accounts/."
            place = Place(reader.folders.name_of(path), 1, 1)
            reader.add([Problem(place, "SAM002", "this file would not be read", remedy)])


def _exercise(reader: Reader, path: Path, id_: str, known: Collection[str]) -> Exercise | None:
    tree = reader.tree(path)
    if tree is None:
        return None
    name_by_file(reader, tree, id_, "an exercise's id is the name of its file")
    account = tree.get("account")
    if isinstance(account, PlacedText) and account not in known:
        guess = nearest(account, sorted(known))
        remedy = f"{f'Did you mean {guess}? ' if guess else ''}Name a file of accounts/ here, or a case."
        reader.add(
            [Problem(account.place, "SAM050", f"no practice file and no case is called {quoted(account)}", remedy)]
        )
    return reader.typed(Exercise, tree)


def _lines(reader: Reader, source: Source) -> tuple[str, ...]:
    """Return the lines of a file that was read; an account in a folder of its own is not shown line by line."""
    path = source.files[0]
    text, _ = read_text(path, reader.folders.name_of(path))
    return tuple(text.rstrip("\n").split("\n")) if len(source.files) == 1 else ()
