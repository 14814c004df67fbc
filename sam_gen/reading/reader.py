"""What every file goes through: text, tree, record; and the list of everything that was wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from sam_gen.model.place import Place, PlacedDict
from sam_gen.model.problem import Problem
from sam_gen.model.record import Record
from sam_gen.reading import references
from sam_gen.reading.characters import decode, read_text
from sam_gen.reading.events import read_tree
from sam_gen.reading.folders import Folders
from sam_gen.reading.typed import read_record

R = TypeVar("R", bound=Record)


@dataclass
class Reader:
    """Reads the files of one project and gathers their problems."""

    folders: Folders
    problems: list[Problem] = field(default_factory=list)
    lists: references.Lists = field(default_factory=dict)
    """The ids of the playbook, by list, which accounts refer to."""
    said: set[Place] = field(default_factory=set)
    """Places with a problem: of a value that could not be read, nothing further is said."""
    drafts: Mapping[Path, bytes] = field(default_factory=dict)
    """What a file would hold, to be read in its place before anybody writes it."""

    def add(self, problems: list[Problem]) -> None:
        """Note problems, one a place; only missing fields may share theirs."""
        new = [problem for problem in problems if problem.code == "SAM031" or problem.place not in self.said]
        self.problems += new
        self.said |= {problem.place for problem in new}

    def tree(self, path: Path) -> PlacedDict | None:
        """Read one YAML file, or None if it cannot be read."""
        name = self.folders.name_of(path)
        text, problems = decode(self.drafts[path], name) if path in self.drafts else read_text(path, name)
        self.add(problems)
        if any(problem.code != "SAM005" for problem in problems):
            return None
        tree, problems = read_tree(text, name)
        self.add(problems)
        return tree

    def collect(self, record: type[Record], tree: PlacedDict) -> references.Lists:
        """Gather the ids of a file's lists; equal ids are problems."""
        lists, problems = references.collect(record, tree)
        self.add(problems)
        return lists

    def resolve(self, record: type[Record], tree: PlacedDict, own: references.Lists | None = None) -> None:
        """Check the references of a file against the playbook's lists and the file's own."""
        self.add(references.resolve(record, tree, self.lists | (own or {})))

    def typed(self, record: type[R], tree: PlacedDict) -> R | None:
        """Turn a tree into a record, or None if something in it does not fit."""
        value, problems = read_record(record, tree)
        self.add(problems)
        return value
