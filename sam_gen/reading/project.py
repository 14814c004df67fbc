"""A folder becomes a Project, or every problem of every file at once."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from sam_gen.model.account import Account
from sam_gen.model.place import Place, PlacedDict, PlacedText
from sam_gen.model.playbook import Playbook, Settings, Team
from sam_gen.model.problem import Problem, ReadingProblems, quoted
from sam_gen.model.project import Project
from sam_gen.model.record import Record
from sam_gen.reading import references
from sam_gen.reading.characters import read_text
from sam_gen.reading.clock import seen_from
from sam_gen.reading.events import read_tree
from sam_gen.reading.folders import Folders, Source, account_sources, missing_folder
from sam_gen.reading.typed import read_record

R = TypeVar("R", bound=Record)


def read_project(folders: Folders, as_of: datetime.date | None = None) -> Project:
    """Read everything; `as_of` overrides the playbook's clock.

    Raises ReadingProblems with every problem of every file. Nothing is ever half read.
    """
    reader = _Reader(folders)
    settings, team = reader.playbook()
    sources, problems = account_sources(folders)
    reader.add(problems)
    accounts = [reader.account(source) for source in sources]
    if reader.problems or settings is None or team is None:
        raise ReadingProblems(reader.problems)
    return Project(
        playbook=Playbook(settings, team.team),
        accounts=tuple(account for account in accounts if account is not None),
        as_of=as_of or seen_from(settings.as_of),
    )


@dataclass
class _Reader:
    folders: Folders
    problems: list[Problem] = field(default_factory=list)
    lists: references.Lists = field(default_factory=dict)
    """The playbook's lists that accounts refer to."""
    said: set[Place] = field(default_factory=set)
    """Places with a problem: of a value that could not be read, nothing further is said."""

    def playbook(self) -> tuple[Settings | None, Team | None]:
        folder = self.folders.root / self.folders.playbook
        missing = missing_folder(self.folders, "playbook", folder)
        if missing:
            self.add([missing])
            return None, None
        return self._playbook_file("playbook.yml", Settings), self._playbook_file("team.yml", Team)

    def add(self, problems: list[Problem]) -> None:
        new = [problem for problem in problems if problem.code == "SAM031" or problem.place not in self.said]
        self.problems += new
        self.said |= {problem.place for problem in new}

    def _playbook_file(self, name: str, record: type[R]) -> R | None:
        path = self.folders.root / self.folders.playbook / name
        if not path.exists() and not path.is_symlink():
            place = Place(self.folders.name_of(path), 1, 1)
            self.add([Problem(place, "SAM007", "this file is missing", "Every playbook needs it.")])
            return None
        tree = self._tree(path)
        if tree is None:
            return None
        lists, problems = references.collect(record, tree)
        self.lists |= lists
        self.add(problems)
        return self._typed(record, tree)

    def account(self, source: Source) -> Account | None:
        trees = [self._tree(path) for path in source.files]
        whole = [tree for tree in trees if tree is not None]
        if len(whole) < len(trees) or not whole:
            return None
        tree = self._merge(whole)
        if "id" in tree:
            message = "the account's id is the name of its file"
            self.add([Problem(tree.keys_at["id"], "SAM030", message, "Delete the line.")])
        tree["id"] = PlacedText(source.id, tree.place)
        lists, problems = references.collect(Account, tree)
        self.add(problems)
        self.add(references.resolve(Account, tree, self.lists | lists))
        return self._typed(Account, tree)

    def _tree(self, path: Path) -> PlacedDict | None:
        name = self.folders.name_of(path)
        text, problems = read_text(path, name)
        self.add(problems)
        if any(problem.code != "SAM005" for problem in problems):
            return None
        tree, problems = read_tree(text, name)
        self.add(problems)
        return tree

    def _merge(self, trees: list[PlacedDict]) -> PlacedDict:
        """Join the files of one account; a field may stand in one of them only."""
        whole = trees[0]
        for tree in trees[1:]:
            for key, value in tree.items():
                if key in whole:
                    message = f"{quoted(key)} stands already in {whole.keys_at[key].file}"
                    self.add([Problem(tree.keys_at[key], "SAM054", message, "Keep it in one file.")])
                else:
                    whole[key] = value
                    whole.keys_at[key] = tree.keys_at[key]
        return whole

    def _typed(self, record: type[R], tree: PlacedDict) -> R | None:
        value, problems = read_record(record, tree)
        self.add(problems)
        return value
