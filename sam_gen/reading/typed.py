"""A placed tree becomes a Record, or the list of everything in it that does not fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from sam_gen.model.place import Place, PlacedDict, PlacedList, Raw
from sam_gen.model.problem import Problem, listed, quoted
from sam_gen.model.record import Record
from sam_gen.model.words import nearest
from sam_gen.reading.shape import Shape, shape_of

R = TypeVar("R", bound=Record)


def read_record(record: type[R], tree: PlacedDict) -> tuple[R | None, list[Problem]]:
    """Validate a tree against a Record class; every problem is placed at the key or value it is about."""
    try:
        return record.model_validate(tree), []
    except ValidationError as error:
        return None, listed(_problem(record, tree, detail) for detail in error.errors(include_url=False))


def _problem(record: type[Record], tree: PlacedDict, detail: ErrorDetails) -> Problem:
    kind, location = detail["type"], detail["loc"]
    if kind == "extra_forbidden":
        return _unknown_field(record, tree, location)
    if kind == "missing":
        return _missing_field(record, tree, location)
    place = _place(tree, location)
    if kind.startswith("SAM"):
        context = detail.get("ctx", {})
        remedy = _did_you_mean(context.get("wrong", ""), context.get("choices", ())) + context.get("remedy", "")
        return Problem(place, kind, context.get("message", detail["msg"]), remedy)
    return Problem(place, "SAM032", f"does not fit here: {detail['msg']}", "Compare with the field reference.")


def _unknown_field(record: type[Record], tree: PlacedDict, location: tuple[int | str, ...]) -> Problem:
    *path, key = location
    node, shape = _descend(shape_of(record), tree, path)
    known = [name for name in shape.keys if name not in node] if isinstance(node, PlacedDict) else shape.keys
    name, colon, value = str(key).partition(":")
    hint = f"Write a space after the colon: “{name}: {value}”. " if colon and value and name in known else ""
    hint = hint or _did_you_mean(str(key), known)
    place = node.keys_at[str(key)] if isinstance(node, PlacedDict) else tree.place
    if isinstance(node, PlacedDict) and node[str(key)] is None and place.line == node.place.line:
        hint = hint or "If it belongs to the value before the comma, put that value in double quotes. "
    remedy = f"{hint}Possible here: {', '.join(known)}."
    return Problem(place, "SAM030", f"no field is called {quoted(str(key))}", remedy)


def _missing_field(record: type[Record], tree: PlacedDict, location: tuple[int | str, ...]) -> Problem:
    *path, key = location
    node, shape = _descend(shape_of(record), tree, path)
    sentences = {info.alias or name: info.description for name, info in shape.record.model_fields.items()}
    place = tree.place
    if isinstance(node, PlacedDict):
        place = node.keys_at.get(str(key), node.place)
    remedy = f"Add “{key}: …”: {_lower(sentences.get(str(key)) or '')}"
    return Problem(place, "SAM031", f"{quoted(str(key))} is missing", remedy)


def _did_you_mean(wrong: str, choices: Iterable[str]) -> str:
    guess = nearest(wrong, choices)
    return f"Did you mean {guess}? " if guess else ""


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _place(tree: PlacedDict, location: Sequence[int | str]) -> Place:
    """Return where the value at a location stands: the innermost one that was typed."""
    place: Place = tree.place
    node: Raw = tree
    for step in location:
        if isinstance(step, str) and isinstance(node, PlacedDict) and step in node:
            place, node = node.place_of(step), node[step]
        elif isinstance(step, int) and isinstance(node, PlacedList) and step < len(node):
            node = node[step]
            place = node.place if node is not None else place
    return place


def _descend(shape: Shape, tree: PlacedDict, path: Sequence[Any]) -> tuple[Raw, Shape]:
    node: Raw = tree
    for step in path:
        if isinstance(step, str) and isinstance(node, PlacedDict) and step in node:
            node, shape = node[step], shape.records.get(step, shape)
        elif isinstance(step, int) and isinstance(node, PlacedList):
            node = node[step]
    return node, shape
