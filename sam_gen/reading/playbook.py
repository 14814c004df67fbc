"""`playbook/` becomes a Playbook: settings and team of one's own, models of one's own or the ones that ship."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sam_gen.model.attention import AttentionModel
from sam_gen.model.becoming import Becoming
from sam_gen.model.coaching_method import CoachingModel
from sam_gen.model.facilitation import Facilitation
from sam_gen.model.glossary import Glossary
from sam_gen.model.limits import EvidenceModel, PeopleModel, RiskGrid, Windows
from sam_gen.model.method import (
    Competencies,
    Continuum,
    Offerings,
    PriorityModel,
    RiskLibrary,
    RuleSettings,
    SelectionModel,
    Signals,
)
from sam_gen.model.onboarding import Onboarding
from sam_gen.model.place import Place, PlacedDict
from sam_gen.model.playbook import Method, Playbook, Settings, Team
from sam_gen.model.problem import Problem
from sam_gen.model.provenance import Provenance
from sam_gen.model.record import Record
from sam_gen.model.review import PlanReview
from sam_gen.model.standing import HealthModel, HygieneModel
from sam_gen.model.wording import Wording, Words
from sam_gen.reading.curriculum import close_training, open_training
from sam_gen.reading.folders import missing_folder
from sam_gen.reading.glossary import ambiguous
from sam_gen.reading.questions import close_questions, open_questions
from sam_gen.reading.reader import Reader
from sam_gen.reading.starter import starter
from sam_gen.reading.wording import unclear

MODELS: dict[str, type[Record]] = {
    "continuum": Continuum,
    "competencies": Competencies,
    "selection": SelectionModel,
    "health": HealthModel,
    "hygiene": HygieneModel,
    "priorities": PriorityModel,
    "risks": RiskLibrary,
    "signals": Signals,
    "rules": RuleSettings,
    "people": PeopleModel,
    "evidence": EvidenceModel,
    "windows": Windows,
    "attention": AttentionModel,
    "review": PlanReview,
    "coaching": CoachingModel,
}
"""The models by file name; a company that has no file of that name gets the one that ships."""

_OWN: dict[str, type[Record]] = {
    "playbook.yml": Settings,
    "team.yml": Team,
    "offerings.yml": Offerings,
    "words.yml": Words,
    "onboarding.yml": Onboarding,
    "becoming.yml": Becoming,
    "facilitation.yml": Facilitation,
    "glossary.yml": Glossary,
    "provenance.yml": Provenance,
}
_NEEDED = ("playbook.yml", "team.yml")


def read_playbook(reader: Reader) -> Playbook | None:
    """Read every file of the playbook; None if one of them cannot be read. Its ids go into the reader's lists."""
    folder = reader.folders.root / reader.folders.playbook
    missing = missing_folder(reader.folders, "playbook", folder)
    if missing:
        reader.add([missing])
        return None
    trees = {name: _tree(reader, folder / name) for name in _OWN}
    trees |= {name: _model_tree(reader, folder, name) for name in MODELS}
    training = open_training(reader, folder)
    bank = open_questions(reader, folder)
    records = _records(reader, {name: tree for name, tree in trees.items() if tree is not None})
    reader.add(unclear(records.get("words.yml")))
    reader.add(ambiguous(records.get("glossary.yml")))
    lessons, tools = close_training(reader, training)
    questions = close_questions(reader, bank)
    if any(records.get(name) is None for name in (*_NEEDED, *MODELS)):
        return None
    grid = records["risks"].grid or _shipped_grid(reader)
    if grid is None:
        return None
    offerings, words = records.get("offerings.yml"), records.get("words.yml")
    return Playbook(
        settings=records["playbook.yml"],
        team=records["team.yml"].team,
        offerings=offerings.offerings if offerings else (),
        method=Method(**{name: records[name] for name in MODELS}, grid=grid),
        lessons=lessons,
        tools=tools,
        questions=questions,
        onboarding=records.get("onboarding.yml"),
        becoming=records.get("becoming.yml"),
        facilitation=records.get("facilitation.yml"),
        glossary=records.get("glossary.yml"),
        provenance=records.get("provenance.yml"),
        welcome=training.welcome,
        words=Wording(words.words if words else ()),
    )


def _records(reader: Reader, trees: Mapping[str, PlacedDict]) -> dict[str, Any]:
    """Return the record of each file: first the ids of all, so that any file may refer to any other."""
    kinds = _OWN | MODELS
    for name, tree in trees.items():
        reader.lists |= reader.collect(kinds[name], tree)
    records: dict[str, Any] = {}
    for name, tree in trees.items():
        reader.resolve(kinds[name], tree)
        records[name] = reader.typed(kinds[name], tree)
    return records


def _tree(reader: Reader, path: Path) -> PlacedDict | None:
    if path.exists() or path.is_symlink():
        return reader.tree(path)
    if path.name in _NEEDED:
        place = Place(reader.folders.name_of(path), 1, 1)
        reader.add([Problem(place, "SAM007", "this file is missing", "Every playbook needs it.")])
    else:
        reader.lists |= reader.collect(_OWN[path.name], PlacedDict(place=Place(reader.folders.name_of(path), 1, 1)))
    return None


def _model_tree(reader: Reader, folder: Path, name: str) -> PlacedDict | None:
    own = folder / "models" / f"{name}.yml"
    path = own if own.exists() or own.is_symlink() else _shipped(name)
    return reader.tree(path)


def _shipped_grid(reader: Reader) -> RiskGrid | None:
    """Return the grid that ships, for a file of risks written before there was one."""
    tree = reader.tree(_shipped("risks"))
    library = reader.typed(RiskLibrary, tree) if tree else None
    return library.grid if library else None


def _shipped(name: str) -> Path:
    return starter() / "playbook" / "models" / f"{name}.yml"
