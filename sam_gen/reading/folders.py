"""Which files a project has: one file or one folder an account, each under a name that can be an address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sam_gen.model.place import Place
from sam_gen.model.problem import Problem, quoted
from sam_gen.model.scalars import ID_PATTERN, slug

PARTS = ("account.yml", "people.yml", "reviews.yml")
"""The files a big account may be split into; same fields, each field in one file."""

_RESERVED = frozenset(
    [
        "index",
        "readme",
        "404",
        "assets",
        "search",
        "con",
        "prn",
        "aux",
        "nul",
        "com1",
        "com2",
        "com3",
        "com4",
        "com5",
        "com6",
        "com7",
        "com8",
        "com9",
        "lpt1",
        "lpt2",
        "lpt3",
        "lpt4",
        "lpt5",
        "lpt6",
        "lpt7",
        "lpt8",
        "lpt9",
    ]
)


@dataclass(frozen=True)
class Source:
    """The files of one account, in the order they are merged."""

    id: str
    files: tuple[Path, ...]


@dataclass(frozen=True)
class Folders:
    """Where a project keeps its two inputs, relative to its root."""

    root: Path
    accounts: str = "accounts"
    playbook: str = "playbook"
    coaching: str = "coaching"

    def name_of(self, path: Path) -> str:
        """Return a path as messages show it: relative to the root, with forward slashes."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()


def is_reserved(id_: str) -> bool:
    """Tell whether an id is a name that servers, engines or operating systems keep for themselves."""
    return id_ in _RESERVED


def account_sources(folders: Folders) -> tuple[list[Source], list[Problem]]:
    """List the accounts of a project; anything in the folder that will not be read is a problem."""
    folder = folders.root / folders.accounts
    missing = missing_folder(folders, "accounts", folder)
    if missing:
        return [], [missing]
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for path in sorted(_entries(folder), key=lambda path: path.name):
        if path.name.lower() == "readme.md":
            continue
        id_ = path.name if _is_folder(path) else path.name.removesuffix(".yml")
        wrong = list(_wrong_entry(path, id_, folders))
        if not wrong and id_ in sources:
            message = f"the account {quoted(id_)} is both a file and a folder"
            wrong = [Problem(Place(folders.name_of(path), 1, 1), "SAM002", message, "Keep one of the two.")]
        problems += wrong
        if not wrong:
            sources[id_] = Source(id_, _files(path))
    return [sources[id_] for id_ in sorted(sources)], problems


def missing_folder(folders: Folders, option: str, folder: Path) -> Problem | None:
    """Return the problem of a folder that is not there, is a link or may not be listed."""
    place = Place(folders.name_of(folder), 1, 1)
    if folder.is_symlink():
        remedy = "Put the folder itself in its place."
        return Problem(place, "SAM001", "is a symbolic link, which may lead out of the project", remedy)
    if not folder.is_dir():
        remedy = f"Create the folder, or name another one with the option {option}."
        return Problem(place, "SAM007", "there is no such folder", remedy)
    try:
        _entries(folder)
    except OSError as error:
        message = f"cannot be opened: {error.strerror or 'unknown reason'}"
        return Problem(place, "SAM001", message, "Check that it may be read.")
    return None


def _entries(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if not path.name.startswith(".")]


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _wrong_entry(path: Path, id_: str, folders: Folders) -> Iterator[Problem]:
    place = Place(folders.name_of(path), 1, 1)
    folder = _is_folder(path)
    ending = "" if folder else ".yml"
    if not folder and not path.name.endswith(".yml"):
        remedy = "An account is a file that ends in .yml. Move anything else out of the folder."
        if path.suffix.lower() in (".yml", ".yaml", ".json"):
            remedy = f"Rename it to {slug(path.stem)}.yml."
        yield Problem(place, "SAM002", "this file would not be read", remedy)
    elif not re.fullmatch(ID_PATTERN, id_):
        message = f"{quoted(id_)} cannot be an address"
        yield Problem(place, "SAM002", message, f"Use small letters, digits and hyphens: {slug(id_)}{ending}.")
    elif is_reserved(id_):
        remedy = f"Choose another name, such as {id_}-account{ending}."
        yield Problem(place, "SAM002", f"{quoted(id_)} is reserved", remedy)
    elif folder:
        yield from _wrong_parts(path, folders)


def _wrong_parts(path: Path, folders: Folders) -> Iterator[Problem]:
    closed = missing_folder(folders, "accounts", path)
    if closed:
        yield closed
        return
    names = {part.name for part in _entries(path)}
    for name in sorted(names - set(PARTS)):
        place = Place(folders.name_of(path / name), 1, 1)
        yield Problem(place, "SAM002", "this file would not be read", f"Possible here: {', '.join(PARTS)}.")
    if PARTS[0] not in names:
        place = Place(folders.name_of(path), 1, 1)
        yield Problem(place, "SAM007", f"an account's folder needs {PARTS[0]}", f"Put its name into {PARTS[0]}.")


def _files(path: Path) -> tuple[Path, ...]:
    if _is_folder(path):
        return tuple(path / part for part in PARTS if (path / part).is_symlink() or (path / part).exists())
    return (path,)
