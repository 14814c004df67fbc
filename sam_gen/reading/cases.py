"""`playbook/cases/`: the small world of lessons and exercises, a Project of its own.

It has its own settings, team, offerings and fixed day, and uses the company's models. Files to practise on stand in
`practice/` and are read in the same world. A company may take entries out
of those models; what a case says about such an entry is left out, for the case has to stay readable, and noted as lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sam_gen.model.method import Offerings
from sam_gen.model.place import Place, PlacedDict, PlacedList, PlacedText, Raw
from sam_gen.model.playbook import Playbook, Settings, Team
from sam_gen.model.problem import Problem
from sam_gen.model.project import Lost, Project
from sam_gen.model.record import Record
from sam_gen.model.scalars import REFERENCE_PATTERN, key_of
from sam_gen.model.words import nearest
from sam_gen.reading.accounts import read_account
from sam_gen.reading.folders import account_sources
from sam_gen.reading.practice import FOLDER, read_practice
from sam_gen.reading.reader import Reader
from sam_gen.reading.references import Lists
from sam_gen.reading.shape import Shape, shape_of, written_out

BASE = "training/cases/"
_OWN: dict[str, type[Record]] = {"playbook.yml": Settings, "team.yml": Team, "offerings.yml": Offerings}


def read_cases(reader: Reader, parent: Playbook) -> Project | None:
    """Read the cases; None if there are none. Their problems go to the reader, like those of every file."""
    folders = replace(
        reader.folders,
        accounts=f"{reader.folders.playbook}/cases/accounts",
        playbook=f"{reader.folders.playbook}/cases",
    )
    home = folders.root / folders.playbook
    if not home.is_dir() or home.is_symlink() or not any(home.rglob("*.yml")):
        return None
    inner = _CaseReader(folders, reader.problems, {}, reader.said)
    records = _read_own(inner)
    inner.models = {name: ids for name, ids in reader.lists.items() if name not in _lists_of_its_own()}
    inner.lists |= inner.models
    inner.add(list(_astray(inner, home)))
    sources, problems = account_sources(folders) if (folders.root / folders.accounts).exists() else ([], [])
    inner.add(problems)
    accounts = [read_account(inner, source) for source in sources]
    practice = read_practice(inner, [source.id for source in sources])
    settings, team, offerings = (records.get(name) for name in _OWN)
    if settings is None or team is None or settings.as_of is None:
        return None
    own = replace(parent, settings=settings, team=team.team, offerings=offerings.offerings if offerings else ())
    lost = tuple(sorted(inner.lost, key=lambda one: one.place))
    cases = tuple(one for one in accounts if one)
    return Project(own, cases, settings.as_of, base=BASE, lost=lost, practice=practice)


def _lists_of_its_own() -> set[str]:
    return {key for record in _OWN.values() for key in shape_of(record).records}


def _read_own(reader: Reader) -> dict[str, Any]:
    """Read settings, team and offerings of the cases; a day to see them from is needed."""
    trees: dict[str, PlacedDict] = {}
    for name, record in _OWN.items():
        path = reader.folders.root / reader.folders.playbook / name
        start = Place(reader.folders.name_of(path), 1, 1)
        if not path.exists() and not path.is_symlink():
            if name == "offerings.yml":
                reader.lists |= reader.collect(record, PlacedDict(place=start))
            else:
                remedy = "The cases have a team and settings of their own, with a fixed day."
                reader.add([Problem(start, "SAM007", "this file is missing", remedy)])
            continue
        tree = reader.tree(path)
        if tree is not None:
            trees[name] = tree
            reader.lists |= reader.collect(record, tree)
    settings = trees.get("playbook.yml")
    if settings is not None and settings.get("as_of") is None:
        remedy = "Add “as_of: 2026-11-20”: the figures of a case stay true when the clock runs."
        place = settings.keys_at.get("as_of", settings.place)
        reader.add([Problem(place, "SAM031", "“as_of” is missing", remedy)])
    for name, tree in trees.items():
        reader.resolve(_OWN[name], tree)
    return {name: reader.typed(_OWN[name], tree) for name, tree in trees.items()}


def _astray(reader: Reader, home: Path) -> Iterator[Problem]:
    """Yield a problem for everything in the folder that would not be read."""
    for path in sorted(home.iterdir()):
        if path.name not in {*_OWN, "accounts", FOLDER} and path.name.lower() != "readme.md" and path.name[0] != ".":
            remedy = f"An account goes into accounts/; besides, there may be {', '.join(_OWN)} and {FOLDER}/."
            yield Problem(Place(reader.folders.name_of(path), 1, 1), "SAM002", "this would not be read", remedy)


@dataclass
class _CaseReader(Reader):
    """Reads accounts that may name entries which the company took out of its models."""

    models: Lists = field(default_factory=dict)
    lost: list[Lost] = field(default_factory=list)

    def resolve(self, record: type[Record], tree: PlacedDict, own: Lists | None = None) -> None:
        """Leave out what refers to an entry that is gone, then check the rest like every other file."""
        models = {name: ids.named for name, ids in self.models.items() if name not in (own or {})}
        search = _Search(str(tree.get("id", "")), models)
        search.keep(shape_of(record), tree)
        self.lost += search.lost
        super().resolve(record, tree, own)


@dataclass
class _Search:
    """Takes dead references to models out of one case, and notes each."""

    account: str
    models: Mapping[str, Mapping[str, str]]
    lost: list[Lost] = field(default_factory=list)

    def keep(self, shape: Shape, node: PlacedDict) -> bool:
        """Take dead references out of a record and all it holds; False if it cannot stand without one."""
        stands = True
        for key, refers in shape.references.items():
            value = node.get(key)
            if isinstance(value, PlacedList):
                value[:] = [item for item in value if not self._dead(key, item, refers.lists)]
            elif self._dead(key, value, refers.lists):
                stands = stands and key not in shape.required
                node[key] = None
        for key, inner in shape.records.items():
            value = node.get(key)
            if isinstance(value, PlacedList):
                value[:] = [item for item in value if self._stands(inner, item)]
            elif not self._stands(inner, value):
                node[key] = None
        return stands

    def _stands(self, shape: Shape, node: Raw) -> bool:
        whole = written_out(shape, node)
        return not isinstance(whole, PlacedDict) or self.keep(shape, whole)

    def _dead(self, key: str, value: Raw, lists: tuple[str, ...]) -> bool:
        """Whether a value is an id that points into the models alone and stands in none of them; note it if so."""
        if not isinstance(value, PlacedText) or not re.fullmatch(REFERENCE_PATTERN, value):
            return False
        bare = key_of(value)
        if any(name not in self.models or bare in self.models[name] for name in lists):
            return False
        likely = nearest(bare, [id_ for name in lists for id_ in self.models[name]]) or ""
        self.lost.append(Lost(self.account, key, bare, lists, value.place, likely))
        return True
