"""Text becomes a tree of placed values, from libyaml's events alone.

Only mappings, lists and scalars come out, each scalar as the text that was typed. Whatever could make a reader
see something else than the writer meant (anchors, tags, merge keys, a second document, a comment glued to a
value, a value that runs over lines, equal keys) is a problem, not a guess.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from sam_gen.model.place import Place, PlacedDict, PlacedList, PlacedText, Raw
from sam_gen.model.problem import MOST_LISTED, Problem, more_follow, quoted
from sam_gen.model.words import fold
from sam_gen.reading.characters import HIDDEN, describe, first_invisible
from sam_gen.reading.fieldless import is_web_page, no_fields
from sam_gen.reading.syntax import colon_trouble, directive, explain

DEEPEST = 24
MOST_EVENTS = 100_000
LONGEST_KEY = 100

_NOT_KNOWN = ("", "~", "null")
_QUOTE = "Put the whole value in double quotes."
_WRITE_OUT = "If it is text, put the whole value in double quotes. If not, write out what is meant."
_QUOTE_RUNS_ON = "a quote opened here runs on over the fields that follow"
_GLUED = re.compile(r"\s+(#[^\s#])")

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
        self.patched = HIDDEN in text
        self.problems: list[Problem] = []
        self.root: Raw = None
        self.has_root = False
        self.stack: list[PlacedDict | PlacedList] = []
        self.keys: list[PlacedText | None] = []
        """For each open container the key that waits for its value."""
        self.folded: list[dict[str, Place]] = []
        """For each open container its keys so far, as `fold` compares them."""
        self.last_content: dict[int, int] = {}
        """For a line, the last line up to it that says something."""
        self.ran_on: tuple[Place, int] | None = None
        """Begin and last line of the latest value without quotes that runs over lines."""

    def read(self) -> tuple[PlacedDict | None, list[Problem]]:
        found = directive(self.lines, self.name)
        if found:
            return None, [found]
        try:
            for count, event in enumerate(yaml.parse(self.text, Loader=yaml.CLoader)):
                if count > MOST_EVENTS:
                    self._stop(event, "SAM015", f"more than {MOST_EVENTS:,} values", "Split the file.")
                self._take(event)
            self._check_root()
        except yaml.MarkedYAMLError as error:
            web_page = is_web_page(self.text)
            self._cannot_go_on(self._no_fields() if web_page else explain(error, self.lines, self.name))
        except yaml.YAMLError as error:
            self.problems.append(Problem(Place(self.name, 1, 1), "SAM010", f"not YAML: {error}"))
        except _Stop:
            self.root = None
        root = self.root if isinstance(self.root, PlacedDict) else None
        return root, self.problems

    def _cannot_go_on(self, problem: Problem) -> None:
        """Add the problem that ended the reading. Nothing further is said of a tree that is not whole.

        A quote or value that ran on up to the end of the reading is one problem together with it.
        """
        self.root = None
        ran_on = self.ran_on and self.problems and self.problems[-1].place == self.ran_on[0]
        if self.ran_on and ran_on and self.ran_on[0].line <= problem.place.line <= self.ran_on[1]:
            if self.problems[-1].message == _QUOTE_RUNS_ON:
                return
            self.problems.pop()
        self.problems.append(problem)

    # One event -------------------------------------------------------------

    def _take(self, event: yaml.Event) -> None:
        match event:
            case yaml.DocumentStartEvent():
                self._check_document(event)
            case yaml.AliasEvent():
                word = quoted(f"*{event.anchor}")
                self._report(event, "SAM012", f"{word} is read as a YAML alias, not used here", _WRITE_OUT)
                if self._waits_for_key():
                    raise _Stop
                self._put(PlacedText(f"*{event.anchor}", self._place(event)), event)
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
            line, column = _at(event.start_mark)
            end = line + 1 if column else line
            closed.end = max(closed.place.line, self._last_content_up_to(end))

    def _last_content_up_to(self, line: int) -> int:
        """Step back over blank lines and comments; containers that close together share the steps."""
        if line not in self.last_content:
            at = line
            while at > 0 and not _content(self.lines[at - 1]):
                at -= 1
            self.last_content[line] = at
        return self.last_content[line]

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        text = self._check_typed(event, self._text(event))
        if self._waits_for_key():
            self._key(text, event)
        elif not event.style and not (event.tag or event.anchor) and event.value in _NOT_KNOWN and text in _NOT_KNOWN:
            self._put(None, event)
        else:
            self._put(text, event)

    def _text(self, event: yaml.ScalarEvent) -> PlacedText:
        """Return the text as typed, without the signs that stand for characters already refused."""
        value: str = event.value
        if self.patched and HIDDEN in value:
            value = value.replace(HIDDEN, "")
            value = value if event.style else value.strip()
        return PlacedText(value, self._place(event))

    def _key(self, key: PlacedText, event: yaml.ScalarEvent) -> None:
        if key == "<<":
            self._report(event, "SAM012", "merge keys << are not used here", "Write the fields out.")
        elif len(key) > LONGEST_KEY or not key.strip() or "\n" in key:
            message = f"{quoted(key)} is not a field name"
            self._report(event, "SAM018", message, f"A field name is one word of at most {LONGEST_KEY} letters.")
        twin = self.folded[-1].setdefault(fold(key[:LONGEST_KEY]), key.place)
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
                self._add(Problem(place, "SAM020", "an empty entry in a list", remedy))
            else:
                container.append(value)
        elif key is not None:
            self.keys[-1] = None
            if key is not _TWIN:
                container[key] = value
                container.keys_at[key] = key.place
        else:
            self._stop(event, "SAM018", "a list or record stands where a field name is expected", _QUOTE)

    def _waits_for_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1], PlacedDict) and self.keys[-1] is None

    # Checks ----------------------------------------------------------------

    def _check_document(self, event: yaml.DocumentStartEvent) -> None:
        if self.has_root:
            self._stop(event, "SAM014", "a second document begins here", "Make it a file of its own.")

    def _check_properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor:
            word = quoted(f"&{event.anchor}")
            self._report(event, "SAM012", f"{word} is read as a YAML anchor, not used here", _WRITE_OUT)
        if event.tag:
            word = quoted(event.tag.replace("tag:yaml.org,2002:", "!!", 1))
            self._report(event, "SAM013", f"{word} is read as a YAML tag, not used here", _WRITE_OUT)

    def _check_typed(self, event: yaml.ScalarEvent, text: PlacedText) -> PlacedText:
        """Report what YAML made of the text that its writer cannot have meant; return the text that was meant."""
        hidden = first_invisible(text)
        if hidden:
            self._report(event, "SAM005", *describe(hidden))
        first, last = _at(event.start_mark)[0], _at(event.end_mark)[0]
        if first < last and self.stack:
            if not event.style:
                return self._check_run_on(text, range(first + 1, min(last + 1, len(self.lines))))
            if event.style in "'\"":
                self._check_quote(text.place, self.lines[first + 1 : last + 1])
        elif not event.style:
            return self._check_comment(event, text)
        return text

    def _check_run_on(self, text: PlacedText, further: range) -> PlacedText:
        for line in further:
            trouble = colon_trouble(self.lines[line])
            if trouble:
                column, *words = trouble
                self._add(Problem(Place(self.name, line + 1, column + 1), "SAM010", *words))
                return PlacedText(self.lines[text.place.line - 1][text.place.column - 1 :].strip(), text.place)
        remedy = "Put it on one line, in quotes if need be, or begin the text with >- on a line of its own."
        message = "a value runs on over several lines without quotes"
        self._add(Problem(text.place, "SAM017", message, remedy))
        self.ran_on = text.place, further.stop
        return text

    def _check_quote(self, place: Place, further: list[str]) -> None:
        """Refuse quoted text that goes on as far left as the fields around it: its closing quote was forgotten."""
        lead = len(self.lines[place.line - 1]) - len(self.lines[place.line - 1].lstrip(" -"))
        least = lead if place.column <= lead + 1 else lead + 1
        if any(line.strip() and len(line) - len(line.lstrip()) < least for line in further):
            remedy = "Close the quote on the same line, or indent the lines that belong to the text."
            self._add(Problem(place, "SAM017", _QUOTE_RUNS_ON, remedy))
            self.ran_on = place, place.line + len(further)

    def _check_comment(self, event: yaml.ScalarEvent, text: PlacedText) -> PlacedText:
        line, column = _at(event.end_mark)
        glued = _GLUED.match(self.lines[line], column) if line < len(self.lines) else None
        if not glued:
            return text
        dropped = self.lines[line][glued.start(1) :].strip()
        place = Place(self.name, line + 1, glued.start(1) + 1)
        remedy = f"{_QUOTE} For a comment, put a space after the #."
        self._add(Problem(place, "SAM017", f"YAML drops {quoted(dropped)} as a comment", remedy))
        return text or PlacedText(dropped, place)

    def _check_root(self) -> None:
        if not isinstance(self.root, PlacedDict):
            self.problems.append(self._no_fields())

    def _no_fields(self) -> Problem:
        return no_fields(self.root, self.text, self.name)

    # Places ------------------------------------------------------------------

    def _place(self, event: yaml.Event) -> Place:
        line, column = _at(event.start_mark)
        return Place(self.name, line + 1, column + 1)

    def _report(self, event: yaml.Event, code: str, message: str, remedy: str) -> None:
        self._add(Problem(self._place(event), code, message, remedy))

    def _add(self, problem: Problem) -> None:
        if len(self.problems) >= MOST_LISTED:
            self.problems.append(more_follow(problem.place))
            raise _Stop
        self.problems.append(problem)

    def _stop(self, event: yaml.Event, code: str, message: str, remedy: str) -> None:
        self._report(event, code, message, remedy)
        raise _Stop


def _at(mark: Any) -> tuple[int, int]:
    """Return line and column of a mark of libyaml, counted from 0."""
    return mark.line, mark.column


def _content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")
