"""Ids and references: every id once in its list, every reference to something that is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice

from sam_gen.model.place import Place, PlacedDict, PlacedList, PlacedText, Raw
from sam_gen.model.problem import Problem, listed, quoted
from sam_gen.model.record import Record
from sam_gen.model.scalars import ID_PATTERN, ID_RULE, REFERENCE_PATTERN, RefersTo, slug
from sam_gen.model.words import fold, nearest
from sam_gen.reading.shape import Shape, shape_of, written_out


@dataclass
class Ids:
    """The ids of one list, and the records of it that have none of their own."""

    named: dict[str, str] = field(default_factory=dict)
    """Id → what a reader calls the record."""
    unnamed: dict[str, str] = field(default_factory=dict)
    """Slug → name of records without an id, which cannot be referred to yet."""


Lists = dict[str, Ids]

_SHOWN = 12
"""Ids a message lists as possible."""


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
            problems += listed(_collect_list(lists[key], inner.record.named_by, items or PlacedList(place=tree.place)))
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
    return Problem(place, "SAM051", f"the id {quoted(key)} stands already in line {first.line}", "Choose another id.")


def resolve(record: type[Record], tree: PlacedDict, lists: Lists) -> list[Problem]:
    """Check every reference of a tree; a list that could not be read is not in `lists` and nothing is said of it."""
    return listed(_Search(lists).resolve(shape_of(record), tree))


@dataclass
class _Search:
    """The lists to look in, and for how many more wrong ids the nearest right one is looked for."""

    lists: Lists
    hints: int = 20

    def resolve(self, shape: Shape, node: Raw) -> Iterator[Problem]:
        for typed in node if isinstance(node, PlacedList) else [node]:
            item = written_out(shape, typed)
            if not isinstance(item, PlacedDict):
                continue
            for key, refers in shape.references.items():
                value = item.get(key)
                for reference in value if isinstance(value, PlacedList) else [value]:
                    if not isinstance(reference, PlacedText):
                        continue
                    if re.fullmatch(REFERENCE_PATTERN, reference):
                        yield from self._check(reference, refers)
                    else:
                        yield from self._misspelt(reference, refers)
            for key, inner in shape.records.items():
                yield from self.resolve(inner, item.get(key))

    def _check(self, reference: PlacedText, refers: RefersTo) -> Iterator[Problem]:
        wanted, slash, bare = reference.rpartition("/")
        targets = [name for name in refers.lists if not slash or name == wanted]
        if slash and not targets:
            message = f"this field does not point into {quoted(wanted)}"
            remedy = f"Possible before the slash: {', '.join(refers.lists)}."
            yield Problem(reference.place, "SAM050", message, remedy)
            return
        if any(name not in self.lists for name in targets):
            return
        found = [name for name in targets if bare in self.lists[name].named]
        if len(found) > 1:
            remedy = f"Write {' or '.join(f'{name}/{bare}' for name in found)}."
            yield Problem(reference.place, "SAM052", f"{quoted(bare)} stands in several lists", remedy)
        elif not found:
            yield self._dangling(reference.place, bare, targets)

    def _misspelt(self, reference: PlacedText, refers: RefersTo) -> Iterator[Problem]:
        """Offer the id behind a text that is none, such as Key; where there is no such id, the field itself speaks."""
        wanted, slash, bare = reference.rpartition("/")
        targets = [name for name in refers.lists if name in self.lists and (not slash or name == fold(wanted))]
        guess = self._guess(bare, targets)
        if guess and bare.strip():
            remedy = f"Did you mean {f'{fold(wanted)}/' if slash else ''}{guess}? {ID_RULE}"
            yield Problem(reference.place, "SAM037", f"{quoted(reference)} is not an id", remedy)

    def _dangling(self, place: Place, bare: str, targets: list[str]) -> Problem:
        where = " or ".join(targets)
        for name in targets:
            if bare in self.lists[name].unnamed:
                message = f"{quoted(self.lists[name].unnamed[bare])} has no id of its own to refer to"
                return Problem(place, "SAM053", message, f"Add “id: {bare}” to that record in {name}.")
        guess = self._guess(bare, targets)
        hint = f"Did you mean {guess}? " if guess else ""
        known = list(islice(chain.from_iterable(self.lists[name].named for name in targets), _SHOWN + 1))
        some = ", ".join(known[:_SHOWN]) or "nothing with an id yet"
        remedy = f"{hint}In {where}: {some}{' …' if len(known) > _SHOWN else ''}."
        return Problem(place, "SAM050", f"no record {quoted(bare)} in {where}", remedy)

    def _guess(self, bare: str, targets: list[str]) -> str | None:
        """Return the id most like a wrong one, or the one whose record is called most like it."""
        if not self.hints:
            return None
        self.hints -= 1
        called = {shown: key for name in targets for key, shown in self.lists[name].named.items() if shown}
        known = (key for name in targets for key in self.lists[name].named)
        return nearest(bare, known) or called.get(nearest(bare, called) or "")
