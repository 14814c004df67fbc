"""`coaching/` becomes Coaching: one file for each of us and each account that is coached."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from sam_gen.model.coaching import AccountCoaching, PersonCoaching
from sam_gen.model.place import Place
from sam_gen.model.problem import Problem, quoted
from sam_gen.model.project import Coaching
from sam_gen.model.record import Record
from sam_gen.model.words import nearest
from sam_gen.reading.accounts import name_by_file
from sam_gen.reading.reader import Reader

R = TypeVar("R", bound=Record)


def read_coaching(reader: Reader, accounts: list[str], people: list[str]) -> Coaching | None:
    """Read the folder; None if there is none. A file that is named after nobody is a problem."""
    folder = reader.folders.root / reader.folders.coaching
    if not folder.is_dir() or folder.is_symlink():
        return None
    return Coaching(
        accounts=_files(reader, folder / "accounts", AccountCoaching, accounts, "account"),
        people=_files(reader, folder / "people", PersonCoaching, people, "one of us"),
    )


def _files(reader: Reader, folder: Path, record: type[R], known: list[str], noun: str) -> dict[str, R]:
    found: dict[str, R] = {}
    if not folder.is_dir():
        return found
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        id_ = path.name.removesuffix(".yml")
        if id_ not in known or not path.name.endswith(".yml"):
            guess = nearest(id_, known)
            hint = f"Did you mean {guess}.yml?" if guess else "Name the file after an id, and end it in .yml."
            place = Place(reader.folders.name_of(path), 1, 1)
            reader.add([Problem(place, "SAM002", f"{quoted(path.name)} is named after no {noun}", hint)])
            continue
        tree = reader.tree(path)
        if tree is None:
            continue
        name_by_file(reader, tree, id_, "the id is the name of the file")
        reader.resolve(record, tree)
        value = reader.typed(record, tree)
        if value is not None:
            found[id_] = value
    return found
