"""`playbook/questions/`: the bank of coaching questions, in as many files as a company likes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from sam_gen.model.place import Place, PlacedDict, PlacedList, PlacedText
from sam_gen.model.problem import Problem, quoted
from sam_gen.model.questions import Question, QuestionFile
from sam_gen.model.scalars import ID_PATTERN, slug
from sam_gen.reading.curriculum import entries
from sam_gen.reading.reader import Reader

_FILE = re.compile(rf"{ID_PATTERN}\.yml")


def open_questions(reader: Reader, playbook: Path) -> list[PlacedDict]:
    """Read the files; ids that stand twice, in one file or in two, are problems.

    The ids do not go into the reader's lists: no file refers to a question, and the name of the list is taken by the
    score sheets of opportunities.
    """
    trees = []
    for path in entries(reader, playbook / "questions"):
        if not _FILE.fullmatch(path.name):
            reader.add([_wrong_name(reader, path)])
            continue
        tree = reader.tree(path)
        if tree is not None:
            trees.append(tree)
    reader.add(list(_twins(trees)))
    return trees


def close_questions(reader: Reader, trees: list[PlacedDict]) -> tuple[Question, ...]:
    """Resolve the references of the files and turn them into records, in the order of files and lines."""
    for tree in trees:
        reader.resolve(QuestionFile, tree)
    files = [reader.typed(QuestionFile, tree) for tree in trees]
    return tuple(question for file in files if file for question in file.questions)


def _twins(trees: list[PlacedDict]) -> Iterator[Problem]:
    taken: dict[str, Place] = {}
    for tree in trees:
        listed = tree.get("questions")
        for item in listed if isinstance(listed, PlacedList) else ():
            id_ = item.get("id") if isinstance(item, PlacedDict) else None
            if not isinstance(id_, PlacedText) or not re.fullmatch(ID_PATTERN, id_):
                continue
            first = taken.setdefault(str(id_), id_.place)
            if first is not id_.place:
                message = f"the id {quoted(id_)} stands already in {first.file}:{first.line}"
                yield Problem(id_.place, "SAM051", message, "Choose another id.")


def _wrong_name(reader: Reader, path: Path) -> Problem:
    name = slug(path.name.removesuffix(path.suffix))
    remedy = f"Call it {name}.yml: small letters, digits and hyphens."
    return Problem(Place(reader.folders.name_of(path), 1, 1), "SAM002", "this file would not be read", remedy)
