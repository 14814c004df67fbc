"""Ids and references: every id once in its list, every reference to something that is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from sam_gen.model.place import Place, PlacedDict, PlacedList, PlacedText, Raw
from sam_gen.model.problem import Problem, listed, quoted
from sam_gen.model.record import Record
from sam_gen.model.scalars import ID_PATTERN, REFERENCE_PATTERN, RefersTo, slug
from sam_gen.model.words import MOST_COMPARED, nearest
from sam_gen.reading.shape import Shape, shape_of


@dataclass
class Ids:
    """The ids of one list, and the records of it that have none of their own."""

    named: dict[str, str] = field(default_factory=dict)
    """Id → what a reader calls the record."""
    unnamed: dict[str, str] = field(default_factory=dict)
    """Slug → name of records without an id, which cannot be referred to yet."""


Lists = dict[str, Ids]


def collect(record: type[Record], tree: PlacedDict) -> tuple[Lists, list[Problem]]:
    """Gather the ids of every list of identified records at the top of a file; equal ids are problems.

    A list that has another shape, or is missing where it may not be, has its own problem and is left out.
    """
    lists: Lists = {}
    problems: list[Problem] = []
    shape = shape_of(record)
    for key, inner in shape.records.items():
        items = tree.get(key)
        may_lack = items is None and key not in shape.required
        if inner.record.named_by and (may_lack or isinstance(items, PlacedList)):
            lists[key] = Ids()
            problems += listed(
                _collect_list(lists[key], inner.record.named_by, items or PlacedList(place=tree.place))
            )
    return lists, problems


def _collect_list(ids: Ids, named_by: str, items: Raw) -> Iterator[Problem]:
    taken: dict[str, Place] = {}
    for item in items if isinstance(items, PlacedList) else ():
        if not isinstance(item, PlacedDict):
            continue
        typed, name = item.get("id"), item.get(named_by)
        shown = str(name) if isinstance(name, PlacedText) else ""
        source = typed if isinstance(typed, PlacedText) else name
        if not isinstance(source, PlacedText):
            continue
        key = str(typed) if source is typed else slug(str(name))
        if not re.fullmatch(ID_PATTERN, key):
            continue
        (ids.named if source is typed else ids.unnamed)[key] = shown
        first = taken.setdefault(key, source.place)
        if first is not source.place:
            yield _twin(key, source.place, first, typed is None)


def _twin(key: str, place: Place, first: Place, by_name: bool) -> Problem:
    if by_name:
        remedy = f"Give this one an id of its own, for example “id: {key}-2”."
        return Problem(place, "SAM051", f"gives the same id {quoted(key)} as line {first.line}", remedy)
    return Problem(
        place, "SAM051", f"the id {quoted(key)} stands already in line {first.line}", "Choose another id."
    )


def resolve(record: type[Record], tree: PlacedDict, lists: Lists) -> list[Problem]:
    """Check every reference of a tree; a list that could not be read is not in `lists` and nothing is said of it."""
    return listed(_resolve(shape_of(record), tree, lists))


def _resolve(shape: Shape, node: Raw, lists: Lists) -> Iterator[Problem]:
    for item in node if isinstance(node, PlacedList) else [node]:
        if not isinstance(item, PlacedDict):
            continue
        for key, refers in shape.references.items():
            value = item.get(key)
            for reference in value if isinstance(value, PlacedList) else [value]:
                if isinstance(reference, PlacedText):
                    yield from _check(reference, refers, lists)
        for key, inner in shape.records.items():
            yield from _resolve(inner, item.get(key), lists)


def _check(reference: PlacedText, refers: RefersTo, lists: Lists) -> Iterator[Problem]:
    if not re.fullmatch(REFERENCE_PATTERN, reference):
        return
    wanted, slash, bare = reference.rpartition("/")
    targets = [name for name in refers.lists if not slash or name == wanted]
    if slash and not targets:
        remedy = f"Possible before the slash: {', '.join(refers.lists)}."
        yield Problem(reference.place, "SAM050", f"this field does not point into {quoted(wanted)}", remedy)
        return
    if any(name not in lists for name in targets):
        return
    found = [name for name in targets if bare in lists[name].named]
    if len(found) > 1:
        remedy = f"Write {' or '.join(f'{name}/{bare}' for name in found)}."
        yield Problem(reference.place, "SAM052", f"{quoted(bare)} stands in several lists", remedy)
    elif not found:
        yield _dangling(reference.place, bare, targets, lists)


def _dangling(place: Place, bare: str, targets: list[str], lists: Lists) -> Problem:
    for name in targets:
        if bare in lists[name].unnamed:
            message = f"{quoted(lists[name].unnamed[bare])} has no id of its own to refer to"
            return Problem(place, "SAM053", message, f"Add “id: {bare}” to that record in {name}.")
    known = [key for name in targets for key in islice(lists[name].named, MOST_COMPARED)]
    called = {
        shown: key for name in targets for key, shown in islice(lists[name].named.items(), MOST_COMPARED)
    }
    guess = nearest(bare, known) or called.get(nearest(bare, called) or "")
    where = " or ".join(targets)
    hint = f"Did you mean {guess}? " if guess else ""
    some = ", ".join(sorted(known)[:12]) or "nobody yet"
    remedy = f"{hint}In {where}: {some}{' …' if len(known) > 12 else ''}."
    return Problem(place, "SAM050", f"no record {quoted(bare)} in {where}", remedy)
