"""Text becomes a tree of placed values, from libyaml's events alone.

Only mappings, lists and scalars come out, each scalar as the text that was typed. Whatever could make a reader
see something else than the writer meant (anchors, tags, merge keys, a second document, a comment glued to a
value, a value that runs over lines, equal keys) is a problem, not a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from sam_gen.model.place import Place, PlacedDict, PlacedList, PlacedText, Raw
from sam_gen.model.problem import Problem, quoted
from sam_gen.model.words import fold
from sam_gen.reading.characters import describe, first_invisible
from sam_gen.reading.syntax import explain

DEEPEST = 24
MOST_EVENTS = 200_000
LONGEST_KEY = 100

_NOT_KNOWN = ("", "~", "null")
_QUOTE = "Put the whole value in double quotes."


_TWIN = PlacedText("", Place("", 0, 0))
"""Stands for a key that was refused as a duplicate; its value is read and dropped."""


class _Stop(Exception):
    """Reading this file cannot usefully go on."""


def read_tree(text: str, name: str) -> tuple[PlacedDict | None, list[Problem]]:
    """Return the root mapping of a YAML text, or None, and every problem met on the way."""
    return _Tree(text, name).read()


class _Tree:
    def __init__(self, text: str, name: str) -> None:
        self.name = name
        self.text = text
        self.lines = text.split("\n")
        self.problems: list[Problem] = []
        self.root: Raw = None
        self.has_root = False
        self.stack: list[PlacedDict | PlacedList] = []
        self.keys: list[PlacedText | None] = []
        """For each open container the key that waits for its value."""
        self.folded: list[dict[str, Place]] = []
        """For each open container its keys so far, as `fold` compares them."""

    def read(self) -> tuple[PlacedDict | None, list[Problem]]:
        try:
            for count, event in enumerate(yaml.parse(self.text, Loader=yaml.CLoader)):
                if count > MOST_EVENTS:
                    self._stop(event, "SAM015", f"more than {MOST_EVENTS:,} values", "Split the file.")
                self._take(event)
            self._check_root()
        except yaml.MarkedYAMLError as error:
            self.problems.append(explain(error, self.lines, self.name))
        except yaml.YAMLError as error:
            self.problems.append(Problem(Place(self.name, 1, 1), "SAM010", f"not YAML: {error}"))
        except _Stop:
            pass
        root = self.root if isinstance(self.root, PlacedDict) else None
        return root, self.problems

    # One event -------------------------------------------------------------

    def _take(self, event: yaml.Event) -> None:
        match event:
            case yaml.DocumentStartEvent():
                self._check_document(event)
            case yaml.AliasEvent():
                word = quoted(f"*{event.anchor}")
                self._report(event, "SAM012", f"{word} is read as a YAML alias, which is not used here", _QUOTE)
                self._put(None, event)
            case yaml.ScalarEvent():
                self._check_properties(event)
                self._scalar(event)
            case yaml.MappingStartEvent():
                self._check_properties(event)
                self._open(PlacedDict(place=self._place(event)), event)
            case yaml.SequenceStartEvent():
                self._check_properties(event)
                self._open(PlacedList(place=self._place(event)), event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._close(event)

    def _open(self, container: PlacedDict | PlacedList, event: yaml.Event) -> None:
        if self._waits_for_key():
            self._stop(event, "SAM018", "a list or mapping stands where a key is expected", _QUOTE)
        self._put(container, event)
        self.stack.append(container)
        self.keys.append(None)
        self.folded.append({})
        if len(self.stack) > DEEPEST:
            self._stop(event, "SAM015", f"nested deeper than {DEEPEST} levels", "Flatten the structure.")

    def _close(self, event: yaml.Event) -> None:
        closed = self.stack.pop()
        self.keys.pop()
        self.folded.pop()
        if isinstance(closed, PlacedDict):
            mark = event.start_mark
            closed.end = max(closed.place.line, mark.line + 1 if mark.column else mark.line)
            while closed.end > closed.place.line and not _content(self.lines[closed.end - 1]):
                closed.end -= 1

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._check_typed(event)
        text = PlacedText(event.value, self._place(event))
        if self._waits_for_key():
            self._key(text, event)
        elif not event.style and event.value in _NOT_KNOWN:
            self._put(None, event)
        else:
            self._put(text, event)

    def _key(self, key: PlacedText, event: yaml.ScalarEvent) -> None:
        if key == "<<":
            self._report(event, "SAM012", "merge keys << are not used here", "Write the fields out.")
        elif len(key) > LONGEST_KEY or not key.strip() or "\n" in key:
            message = f"{quoted(key)} is not a field name"
            self._report(event, "SAM018", message, f"A field name is one word of at most {LONGEST_KEY} letters.")
        twin = self.folded[-1].setdefault(fold(key), key.place)
        if twin is not key.place:
            message = f"{quoted(key)} stands here a second time, first in line {twin.line}"
            self._report(event, "SAM016", message, "Keep one of the two; for several values make a list.")
            key = _TWIN
        self.keys[-1] = key

    def _put(self, value: Raw, event: yaml.Event) -> None:
        if not self.stack:
            self.root, self.has_root = value, True
            return
        container, key = self.stack[-1], self.keys[-1]
        if isinstance(container, PlacedList):
            if value is None and isinstance(event, yaml.ScalarEvent):
                place = self._place(event)
                if self.lines[place.line - 1][place.column - 2 : place.column - 1] == "-" and not event.value:
                    place = place._replace(column=place.column - 1)
                remedy = "Delete the line or write the entry."
                self.problems.append(Problem(place, "SAM020", "an empty entry in a list", remedy))
            else:
                container.append(value)
        elif key is not None:
            self.keys[-1] = None
            if key is not _TWIN:
                container[key] = value
                container.keys_at[key] = key.place
        else:
            self._stop(event, "SAM018", "this cannot stand as a field name", _QUOTE)

    def _waits_for_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1], PlacedDict) and self.keys[-1] is None

    # Checks ----------------------------------------------------------------

    def _check_document(self, event: yaml.DocumentStartEvent) -> None:
        if self.has_root:
            self._stop(event, "SAM014", "a second document begins here", "Make it a file of its own.")
        if event.version or event.tags:
            line = next((i for i, text in enumerate(self.lines) if text.startswith("%")), 0)
            place = Place(self.name, line + 1, 1)
            self.problems.append(Problem(place, "SAM013", "directives with % are not used here", "Delete the line."))

    def _check_properties(self, event: yaml.Event) -> None:
        if event.anchor:
            word = quoted(f"&{event.anchor}")
            self._report(event, "SAM012", f"{word} is read as a YAML anchor, which is not used here", _QUOTE)
        if event.tag:
            self._report(event, "SAM013", f"{quoted(event.tag)} is read as a YAML tag, which is not used here", _QUOTE)

    def _check_typed(self, event: yaml.ScalarEvent) -> None:
        start, end = event.start_mark, event.end_mark
        if not event.style and end.line > start.line:
            remedy = "Put it on one line, in quotes if need be, or begin the text with >- on a line of its own."
            self._report(event, "SAM017", "a value runs on over several lines without quotes", remedy)
        elif not event.style:
            self._check_comment(event)
        hidden = first_invisible(event.value)
        if hidden:
            self._report(event, "SAM005", *describe(hidden))

    def _check_comment(self, event: yaml.ScalarEvent) -> None:
        rest = self.lines[event.end_mark.line][event.end_mark.column :] if event.value else ""
        glued = re.match(r"\s+(#[^\s#])", rest)
        if glued:
            place = Place(self.name, event.end_mark.line + 1, event.end_mark.column + glued.start(1) + 1)
            message = f"YAML drops {quoted(rest.strip())} as a comment"
            remedy = f"{_QUOTE} For a comment, put a space after the #."
            self.problems.append(Problem(place, "SAM017", message, remedy))

    def _check_root(self) -> None:
        if isinstance(self.root, PlacedDict):
            return
        head = self.text.lstrip().lower()
        if head.startswith(("<!doctype", "<html")):
            found = "a web page saved under this name"
        elif not self.has_root or self.root is None:
            found = "nothing"
        else:
            found = "a list" if isinstance(self.root, PlacedList) else "one piece of text"
        place = Place(self.name, 1, 1) if self.root is None else self.root.place
        remedy = "Begin with a line like “name: Hafenwerk Logistik”."
        self.problems.append(Problem(place, "SAM019", f"expected fields, found {found}", remedy))

    # Places ------------------------------------------------------------------

    def _place(self, event: yaml.Event) -> Place:
        return Place(self.name, event.start_mark.line + 1, event.start_mark.column + 1)

    def _report(self, event: yaml.Event, code: str, message: str, remedy: str) -> None:
        self.problems.append(Problem(self._place(event), code, message, remedy))

    def _stop(self, event: yaml.Event, code: str, message: str, remedy: str) -> None:
        self._report(event, code, message, remedy)
        raise _Stop


def _content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def scalars(tree: Raw) -> Iterator[PlacedText]:
    """Yield every scalar of a tree in the order it was typed."""
    pending: list[Raw] = [tree]
    while pending:
        value = pending.pop()
        if isinstance(value, PlacedText):
            yield value
        elif isinstance(value, PlacedList):
            pending.extend(reversed(value))
        elif isinstance(value, PlacedDict):
            pending.extend(reversed(value.values()))
