"""`playbook/curriculum/`, `playbook/tools/` and `playbook/welcome.md`: what the training is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sam_gen.model.curriculum import FACTORS, LESSON_HEADINGS, TOOL_HEADINGS, Lesson, Tool
from sam_gen.model.place import Place, PlacedDict, PlacedText
from sam_gen.model.problem import Problem, quoted
from sam_gen.model.scalars import ID_PATTERN, slug
from sam_gen.model.words import nearest
from sam_gen.reading.accounts import name_by_file
from sam_gen.reading.folders import is_reserved, missing_folder
from sam_gen.reading.markdown import read_body, read_page
from sam_gen.reading.reader import Reader
from sam_gen.reading.references import Ids

FOLDERS = tuple(f"{number}-{factor}" for number, factor in enumerate(FACTORS))
RESERVED = frozenset(
    {
        "becoming",
        "cards",
        "cases",
        "certificate",
        "competencies",
        "facilitate",
        "glossary",
        "onboarding",
        "practice",
        "provenance",
        "role-plays",
        "simulation",
    }
)
"""Addresses below /training/ that no lesson may have."""

_LESSON_FILE = re.compile(rf"(\d{{1,2}})-({ID_PATTERN})\.md")
_TOOL_FILE = re.compile(rf"({ID_PATTERN})\.md")


@dataclass
class Training:
    """The trees of lessons and tools, read and not yet typed: their references need every list first."""

    lessons: dict[str, PlacedDict] = field(default_factory=dict)
    tools: dict[str, PlacedDict] = field(default_factory=dict)
    welcome: str = ""


def open_training(reader: Reader, playbook: Path) -> Training:
    """Read the files and put the ids of lessons and tools into the reader's lists."""
    training = Training(welcome=read_body(reader, playbook / "welcome.md"))
    lists = {"lessons": Ids(), "tools": Ids()}
    for path, factor, number, id_ in _lesson_files(reader, playbook / "curriculum"):
        if id_ in lists["lessons"].named:
            first = lists["lessons"].named[id_]
            message = f"the lesson {quoted(id_)} stands already in {first}"
            reader.add([Problem(_start(reader, path), "SAM051", message, "Give one of the two another name.")])
            continue
        lists["lessons"].named[id_] = reader.folders.name_of(path)
        tree = read_page(reader, path, LESSON_HEADINGS)
        if tree is not None:
            _fit_factor(reader, tree, factor)
            _number(reader, tree, number)
            name_by_file(reader, tree, id_, "a lesson's id is the name of its file")
            training.lessons[id_] = tree
    for path, id_ in _tool_files(reader, playbook / "tools"):
        lists["tools"].named[id_] = ""
        tree = read_page(reader, path, TOOL_HEADINGS)
        if tree is not None:
            name_by_file(reader, tree, id_, "a tool's id is the name of its file")
            training.tools[id_] = tree
    _call(lists["lessons"], training.lessons)
    _call(lists["tools"], training.tools)
    reader.lists |= lists
    return training


def close_training(reader: Reader, training: Training) -> tuple[tuple[Lesson, ...], tuple[Tool, ...]]:
    """Resolve the references of lessons and tools and turn them into records, in the order of the site."""
    lessons, tools = [], []
    for tree in training.lessons.values():
        reader.resolve(Lesson, tree)
        lessons.append(reader.typed(Lesson, tree))
    for tree in training.tools.values():
        reader.resolve(Tool, tree)
        tools.append(reader.typed(Tool, tree))
    return (
        tuple(sorted((one for one in lessons if one), key=lambda one: (one.factor, one.number, one.id))),
        tuple(sorted((one for one in tools if one), key=lambda one: (one.name.casefold(), one.id))),
    )


def _call(ids: Ids, trees: dict[str, PlacedDict]) -> None:
    """Say what each record is called, so that a wrong id can be guessed from the name."""
    for id_ in ids.named:
        name = trees[id_].get("name") if id_ in trees else None
        ids.named[id_] = str(name) if isinstance(name, PlacedText) else ""


def _fit_factor(reader: Reader, tree: PlacedDict, factor: int) -> None:
    typed = tree.get("factor")
    if isinstance(typed, PlacedText) and typed.isdecimal() and typed != str(factor):
        message = f"factor {typed[:9]} in a folder of factor {factor}"
        remedy = f"Write “factor: {factor}”, or move the file."
        reader.add([Problem(typed.place, "SAM069", message, remedy)])


def _number(reader: Reader, tree: PlacedDict, number: str) -> None:
    """Give a lesson its number, which may not be written in it."""
    if "number" in tree:
        message = "a lesson's number is the one its file name begins with"
        reader.add([Problem(tree.keys_at["number"], "SAM030", message, "Delete the line.")])
    tree["number"] = PlacedText(str(int(number)), tree.place)


# Files ------------------------------------------------------------------------------


def _lesson_files(reader: Reader, folder: Path) -> Iterator[tuple[Path, int, str, str]]:
    """Yield path, factor, number and id of every lesson; whatever would not be read is a problem."""
    for path in entries(reader, folder):
        if path.name not in FOLDERS or not path.is_dir() or path.is_symlink():
            guess = nearest(path.name, FOLDERS)
            hint = f"{f'Did you mean {guess}? ' if guess else ''}The folders are: {', '.join(FOLDERS)}."
            reader.add([Problem(_start(reader, path), "SAM002", "this would not be read", hint)])
            continue
        taken: dict[int, str] = {}
        for file in entries(reader, path):
            match = _LESSON_FILE.fullmatch(file.name)
            if not match or not _free(match[2]):
                reader.add([_wrong_name(reader, file, "2-")])
                continue
            first = taken.setdefault(int(match[1]), file.name)
            if first != file.name:
                message = f"the number {int(match[1])} is taken by {first}"
                reader.add([Problem(_start(reader, file), "SAM002", message, "Give it a number of its own.")])
                continue
            yield file, FOLDERS.index(path.name), match[1], match[2]


def _tool_files(reader: Reader, folder: Path) -> Iterator[tuple[Path, str]]:
    for file in entries(reader, folder):
        match = _TOOL_FILE.fullmatch(file.name)
        if not match or not _free(match[1]):
            reader.add([_wrong_name(reader, file, "")])
            continue
        yield file, match[1]


def _free(id_: str) -> bool:
    return id_ not in RESERVED and not is_reserved(id_)


def entries(reader: Reader, folder: Path) -> list[Path]:
    """List a folder in the order of its names; none if it is not there."""
    if not folder.exists() and not folder.is_symlink():
        return []
    missing = missing_folder(reader.folders, "playbook", folder)
    if missing:
        reader.add([missing])
        return []
    entries = [path for path in folder.iterdir() if not path.name.startswith(".")]
    return sorted((path for path in entries if path.name.lower() != "readme.md"), key=lambda path: path.name)


def _wrong_name(reader: Reader, file: Path, number: str) -> Problem:
    stem = file.name.removesuffix(file.suffix)
    digits, _, rest = stem.partition("-")
    if number and digits.isdecimal() and len(digits) <= 2 and rest:
        number, stem = f"{int(digits)}-", rest
    name = slug(stem) if _free(slug(stem)) else f"{slug(stem)}-lesson"
    remedy = f"Call it {number}{name}.md: small letters, digits and hyphens{', a number first' if number else ''}."
    return Problem(_start(reader, file), "SAM002", "this file would not be read", remedy)


def _start(reader: Reader, path: Path) -> Place:
    return Place(reader.folders.name_of(path), 1, 1)
